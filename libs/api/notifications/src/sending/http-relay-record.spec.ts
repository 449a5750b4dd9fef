import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { HttpRelayRecord } from './http-relay-record';

const ASKED = { messageId: '<one@htsm-challenges>', handoverAt: new Date(0) };

describe('the question to the relay’s memory', () => {
  let server: Server;
  let origin: string;
  let seen: string[];

  beforeAll(async () => {
    server = createServer((request, response) => {
      const path = request.url ?? '';
      seen.push(path);
      if (path.startsWith('/moved/')) response.writeHead(302, { location: path.replace('/moved/', '/here/') }).end();
      else if (path.startsWith('/here/')) response.end(JSON.stringify({ found: 'one@htsm-challenges' }));
      else response.writeHead(Number(path.split('/')[1])).end();
    });
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`; // it listens on a port, not on a pipe
  });
  afterAll(() => server.close());
  beforeEach(() => {
    seen = [];
  });

  const ask = async (place: string): Promise<unknown> => {
    const answers = await new HttpRelayRecord(`${origin}/${place}/{messageId}`).ask([ASKED]);
    return answers.get(ASKED.messageId);
  };

  it('is answered by the place that was asked, and by no other it is sent on to', async () => {
    expect([await ask('here'), await ask('moved'), seen]).toEqual([
      'accepted',
      null,
      ['/here/one%40htsm-challenges', '/moved/one%40htsm-challenges'],
    ]);
  });

  it.each([
    ['404', 'unknown'],
    ['500', null],
    ['401', null],
  ])('takes %s for %j', async (status, answer) => {
    expect(await ask(status)).toBe(answer);
  });
});
