import { once } from 'node:events';
import { createServer, type AddressInfo, type Socket } from 'node:net';
import { MatcherThread } from './matcher-thread';

/** A thread that tells a port of its start, dies the first time, and ends when it is told to. */
function script(port: number): URL {
  const source = `import { connect } from 'node:net'; import { parentPort } from 'node:worker_threads';
    const line = connect(${port}, '127.0.0.1');
    line.once('data', (order) => { if (String(order) === 'die') throw new Error('out of memory'); });
    parentPort.once('message', () => { line.end('bye'); parentPort.close(); });`;
  return new URL(`data:text/javascript,${encodeURIComponent(source)}`);
}

describe('the thread of the matcher', () => {
  it('is replaced when it dies, and ends when it is told to', async () => {
    const server = createServer().listen(0, '127.0.0.1');
    await once(server, 'listening');
    const { port } = server.address() as AddressInfo; // it listens on a port
    const deaths: string[] = [];
    const thread = new MatcherThread(script(port), (how) => deaths.push(how));
    const [first] = (await once(server, 'connection')) as [Socket]; // what a server gives
    first.on('error', () => undefined).write('die');
    const [second] = (await once(server, 'connection')) as [Socket]; // what a server gives
    expect(deaths).toEqual(['Error: out of memory']);
    const said = once(second, 'data');
    await thread.stop();
    expect(String((await said)[0])).toBe('bye');
    expect(deaths).toEqual(['Error: out of memory']);
    second.destroy();
    server.close();
  });

  it('is not started anew after the end', async () => {
    const death = Promise.withResolvers<string>();
    const thread = new MatcherThread(new URL('data:text/javascript,'), death.resolve);
    expect(await death.promise).toBe('it ended');
    await thread.stop();
  });
});
