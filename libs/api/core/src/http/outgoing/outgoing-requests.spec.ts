import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { loadConfig, type Config } from '../../config/config';
import { OutgoingRequests, type Resolve } from './outgoing-requests';
import { kindOfAddress } from './public-address';

const settings = { DATABASE_URL: 'postgres://x@localhost/x', APP_SECRET: 'x'.repeat(32) };
const config = (loopback?: string): Config =>
  loadConfig({ ...settings, NODE_ENV: 'test', ...(loopback === undefined ? {} : { OUTGOING_LOOPBACK: loopback }) });
const to =
  (...addresses: string[]): Resolve =>
  () =>
    Promise.resolve(addresses.map((address) => ({ address, family: address.includes(':') ? 6 : 4 })));

describe('an address', () => {
  it.each([
    ['93.184.215.14', 'public'],
    ['2606:2800:21f:cb07::1', 'public'],
    ['127.0.0.1', 'loopback'],
    ['127.8.9.1', 'loopback'],
    ['::1', 'loopback'],
    ['0.0.0.0', 'refused'],
    ['10.1.2.3', 'refused'],
    ['172.16.0.1', 'refused'],
    ['192.168.1.1', 'refused'],
    ['100.64.0.1', 'refused'],
    ['169.254.169.254', 'refused'],
    ['224.0.0.1', 'refused'],
    ['255.255.255.255', 'refused'],
    ['240.0.0.1', 'refused'],
    ['192.0.2.1', 'refused'],
    ['::', 'refused'],
    ['::ffff:127.0.0.1', 'refused'],
    ['::ffff:93.184.215.14', 'refused'],
    ['::7f00:1', 'refused'],
    ['64:ff9b::7f00:1', 'refused'],
    ['2002:7f00:1::', 'refused'],
    ['2001:0:4136:e378:8000:63bf:3fff:fdd2', 'refused'],
    ['fe80::1', 'refused'],
    ['fc00::1', 'refused'],
    ['fd12:3456::1', 'refused'],
    ['ff02::1', 'refused'],
    ['localhost', 'refused'],
    ['', 'refused'],
  ])('%s is %s', (address, kind) => expect(kindOfAddress(address)).toBe(kind));
});

describe('a request out', () => {
  let server: Server;
  let port: number;
  let seen: { path: string; method: string; host: string; authorization: string; body: string }[];
  let answer: (request: IncomingMessage, response: ServerResponse) => void;

  beforeAll(async () => {
    server = createServer((request, response) => {
      let body = '';
      request.on('data', (part: Buffer) => (body += part.toString()));
      request.on('end', () => {
        const { host = '', authorization = '' } = request.headers;
        seen.push({ path: request.url ?? '', method: request.method ?? '', host, authorization, body });
        answer(request, response);
      });
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const address = server.address();
    port = typeof address === 'object' && address !== null ? address.port : 0;
  });
  afterAll(async () => {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  });
  beforeEach(() => {
    seen = [];
    answer = (_request, response) => response.end('here');
  });

  const client = (resolve: Resolve, loopback?: string): OutgoingRequests =>
    new OutgoingRequests(config(loopback), resolve);
  const redirectTo =
    (location: string, status = 302): typeof answer =>
    (request, response) => {
      if (request.url === '/end') response.end('end');
      else response.writeHead(status, { location }).end();
    };

  it.each([['169.254.169.254'], ['10.0.0.5'], ['127.0.0.1'], ['::1'], ['::ffff:10.0.0.5'], ['fe80::1']])(
    'does not go to a name that leads to %s, nor when a public address stands beside it',
    async (address) => {
      const refusal = /not public/;
      await expect(client(to(address)).send('https://idp.example/')).rejects.toThrow(refusal);
      await expect(client(to('93.184.215.14', address)).send('https://idp.example/')).rejects.toThrow(refusal);
      expect(seen).toEqual([]);
    },
  );

  it.each([
    ['http://idp.example/', /https/],
    ['ftp://idp.example/', /https/],
    ['file:///etc/passwd', /https/],
    ['https://user:secret@idp.example/', /password/],
  ])('does not go to %s', async (url, refusal) => {
    await expect(client(to('93.184.215.14')).send(url)).rejects.toThrow(refusal);
  });

  it('checks numbers in the address like names, in every way of writing them', async () => {
    const literal: Resolve = (hostname) => to(hostname)(hostname);
    for (const host of ['127.0.0.1', '2130706433', '0x7f.1', '[::1]', '[::ffff:127.0.0.1]', '169.254.169.254']) {
      await expect(client(literal).send(`https://${host}/`)).rejects.toThrow(/not public/);
    }
  });

  it('resolves once a hop and connects to exactly what was checked', async () => {
    const names: string[] = [];
    const turning: Resolve = (hostname) => {
      names.push(hostname);
      return to(names.length === 1 ? '127.0.0.1' : '10.0.0.5')(hostname);
    };
    const response = await client(turning, 'open').send(`http://idp.example:${port}/a`);
    expect([await response.text(), names]).toEqual(['here', ['idp.example']]);
    expect(seen).toEqual([{ path: '/a', method: 'GET', host: `idp.example:${port}`, authorization: '', body: '' }]);
  });

  it('checks every hop of a redirect', async () => {
    const resolve: Resolve = (hostname) => to(hostname === 'idp.example' ? '127.0.0.1' : '169.254.169.254')(hostname);
    answer = redirectTo('http://metadata.example/latest');
    await expect(client(resolve, 'open').send(`http://idp.example:${port}/`)).rejects.toThrow(/not public/);
    answer = redirectTo('file:///etc/passwd');
    await expect(client(resolve, 'open').send(`http://idp.example:${port}/`)).rejects.toThrow(/https/);
    expect(seen).toHaveLength(2);
  });

  it('follows at most three redirects, and none when told not to', async () => {
    answer = redirectTo('/again');
    await expect(client(to('127.0.0.1'), 'open').send(`http://idp.example:${port}/`)).rejects.toThrow(/redirects/);
    expect(seen).toHaveLength(4);
    const stays = await client(to('127.0.0.1'), 'open').send(`http://idp.example:${port}/`, { redirect: 'manual' });
    expect([stays.status, stays.headers.get('location')]).toEqual([302, '/again']);
  });

  it('takes no secrets to another origin, and a body only where the status says so', async () => {
    const sent = { method: 'POST', headers: { authorization: 'Basic x', 'content-type': 'text/plain' }, body: 'words' };
    answer = redirectTo(`http://other.example:${port}/end`, 307);
    await client(to('127.0.0.1'), 'open').send(`http://idp.example:${port}/`, sent);
    answer = redirectTo('/end', 303);
    await client(to('127.0.0.1'), 'open').send(`http://idp.example:${port}/`, sent);
    expect(seen.map(({ method, authorization, body }) => [method, authorization, body])).toEqual([
      ['POST', 'Basic x', 'words'],
      ['POST', '', 'words'],
      ['POST', 'Basic x', 'words'],
      ['GET', 'Basic x', ''],
    ]);
  });

  it('stops reading an answer that does not end', async () => {
    answer = (_request, response) => {
      const more = (): void => {
        while (response.write(Buffer.alloc(64 * 1024)));
      };
      response.on('drain', more);
      more();
    };
    await expect(client(to('127.0.0.1'), 'open').send(`http://idp.example:${port}/`)).rejects.toThrow(/longer than/);
  });

  it('stops waiting for an answer that does not come', async () => {
    answer = (_request, response) => void response.writeHead(200).write('a');
    const impatient = Object.assign(client(to('127.0.0.1'), 'open'), { timeoutMs: 150 });
    await expect(impatient.send(`http://idp.example:${port}/`)).rejects.toThrow(/abort|timeout/i);
  });

  it('stops waiting for a name that is not found', async () => {
    const silent: Resolve = () => new Promise(() => undefined);
    const impatient = Object.assign(client(silent), { timeoutMs: 150 });
    const alive = setTimeout(() => undefined, 5_000); // the time limit alone keeps no process alive
    await expect(impatient.send('https://idp.example/')).rejects.toThrow(/abort|timeout/i);
    clearTimeout(alive);
  });

  it('cannot be opened to this machine in production', () => {
    const load = (): Config => loadConfig({ ...settings, NODE_ENV: 'production', OUTGOING_LOOPBACK: 'open' });
    expect(load).toThrow(/OUTGOING_LOOPBACK/);
    expect(loadConfig({ ...settings, NODE_ENV: 'production' }).opensLoopback).toBe(false);
    expect(config().opensLoopback).toBe(false);
  });
});
