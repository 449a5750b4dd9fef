import { connect, type AddressInfo } from 'node:net';
import { createTestWorld, type TestWorld } from '../testing';

/** What a second message would be, hidden in what one reader takes for the body of the first. */
const HIDDEN = 'GET /health/live HTTP/1.1\r\nHost: localhost\r\n\r\n';
const BEGIN = 'POST /api/session HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n';

describe('a message whose end can be read in two ways', () => {
  let world: TestWorld;
  let port: number;

  beforeAll(async () => {
    world = await createTestWorld({ modules: [], entities: [], texts: [] });
    await world.app.listen(0, '127.0.0.1');
    port = (world.app.getHttpServer().address() as AddressInfo).port; // it listens on a port, not on a pipe
  });
  afterAll(() => world.close());

  /** Sends the bytes as they are; gives the status of every answer that comes before the server hangs up. */
  function statuses(bytes: string): Promise<string[]> {
    return new Promise((resolve, reject) => {
      const socket = connect(port, '127.0.0.1', () => socket.write(bytes, 'latin1'));
      let heard = '';
      socket.on('data', (part: Buffer) => (heard += part.toString('latin1')));
      socket.on('error', reject);
      socket.on('close', () => resolve(heard.match(/(?<=HTTP\/1\.1 )\d{3}/g) ?? []));
    });
  }

  it('is told from one that is right: two messages on a line get two answers', async () => {
    const last = HIDDEN.replace('\r\n\r\n', '\r\nConnection: close\r\n\r\n');
    expect(await statuses(HIDDEN + last)).toEqual(['200', '200']);
  });

  it.each([
    ['a length and chunks', `Content-Length: 6\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n${HIDDEN}`],
    ['chunks and a length', `Transfer-Encoding: chunked\r\nContent-Length: 6\r\n\r\n0\r\n\r\n${HIDDEN}`],
    ['two lengths', `Content-Length: 0\r\nContent-Length: ${HIDDEN.length}\r\n\r\n${HIDDEN}`],
    ['a list of lengths', `Content-Length: 0, ${HIDDEN.length}\r\n\r\n${HIDDEN}`],
    ['a negative length', `Content-Length: -1\r\n\r\n${HIDDEN}`],
    ['a length with a sign', `Content-Length: +0\r\n\r\n${HIDDEN}`],
    ['a length in hexadecimal', `Content-Length: 0x0\r\n\r\n${HIDDEN}`],
    ['an encoding that nobody knows', `Transfer-Encoding: xchunked\r\n\r\n${HIDDEN}`],
    ['chunks that are not the last encoding', `Transfer-Encoding: chunked, identity\r\n\r\n0\r\n\r\n${HIDDEN}`],
    [
      'chunks named twice and differently',
      `Transfer-Encoding: chunked\r\nTransfer-Encoding: x\r\n\r\n0\r\n\r\n${HIDDEN}`,
    ],
    ['a blank before the colon', `Transfer-Encoding : chunked\r\n\r\n0\r\n\r\n${HIDDEN}`],
    ['a header that goes on in the next line', `Content-Length: 0\r\n Transfer-Encoding: chunked\r\n\r\n${HIDDEN}`],
    ['a length of chunk that is none', `Transfer-Encoding: chunked\r\n\r\nzz\r\n\r\n${HIDDEN}`],
    ['a line that ends without a return', `Content-Length: 0\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n${HIDDEN}`],
  ])('is refused, and nothing behind it is answered: %s', async (_, rest) => {
    expect(await statuses(BEGIN + rest)).toEqual(['400']);
  });
});
