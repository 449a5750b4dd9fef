import { once } from 'node:events';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer, type AddressInfo, type Server, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { TLSSocket } from 'node:tls';
import { selfSigned, type Certificate } from '../testing/self-signed';
import { openDataSource } from './data-source';

/** Stands where Postgres should be: answers the question for TLS, and notes what it is told afterwards. */
class FalsePostgres {
  readonly heard: string[] = [];
  private readonly server: Server;

  constructor(private readonly certificate: Certificate | null) {
    this.server = createServer((socket) => this.answer(socket));
  }

  async open(): Promise<number> {
    this.server.listen(0, '127.0.0.1');
    await once(this.server, 'listening');
    return (this.server.address() as AddressInfo).port; // it listens on a port, not on a pipe
  }

  close(): void {
    this.server.close();
  }

  private answer(socket: Socket): void {
    socket.on('error', () => undefined);
    socket.once('data', () => {
      if (this.certificate === null) {
        socket.write('N');
        socket.on('data', (words) => this.hear(words, socket));
        return;
      }
      socket.write('S');
      const safe = new TLSSocket(socket, { isServer: true, ...this.certificate });
      safe.on('error', () => undefined);
      safe.on('data', (words) => this.hear(words, safe));
    });
  }

  private hear(words: Buffer, from: Socket): void {
    this.heard.push(words.toString('latin1'));
    from.end();
  }
}

describe('a database that asks for sslmode=verify-full', () => {
  let folder: string;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'htsm-database-tls-'));
  });
  afterAll(() => rm(folder, { recursive: true, force: true }));

  /** Gives what the connection failed with, and whether the server was told who asks. */
  async function connect(server: FalsePostgres, root?: string): Promise<{ fault: string; wasToldWho: boolean }> {
    const rootFile = join(folder, 'root.pem');
    if (root !== undefined) await writeFile(rootFile, root);
    const words = `sslmode=verify-full${root === undefined ? '' : `&sslrootcert=${rootFile}`}`;
    const url = `postgres://htsm_app:secret@localhost:${await server.open()}/htsm?${words}`;
    const fault = await openDataSource(url, []).then(
      () => 'none',
      (reason: unknown) => String(reason),
    );
    server.close();
    return { fault, wasToldWho: server.heard.some((told) => told.includes('htsm_app')) };
  }

  it('says nothing to a server without TLS', async () => {
    expect(await connect(new FalsePostgres(null))).toEqual({
      fault: expect.stringContaining('does not support SSL'),
      wasToldWho: false,
    });
  });

  it('says nothing to a server that nobody vouches for, nor to one of another name', async () => {
    const other = selfSigned('elsewhere.example');
    expect([
      await connect(new FalsePostgres(selfSigned('localhost'))),
      await connect(new FalsePostgres(other), other.cert),
    ]).toEqual([
      { fault: expect.stringContaining('self-signed certificate'), wasToldWho: false },
      { fault: expect.stringContaining("does not match certificate's altnames"), wasToldWho: false },
    ]);
  });

  it('speaks to the server whose certificate it was given as root', async () => {
    const right = selfSigned('localhost');
    const { wasToldWho } = await connect(new FalsePostgres(right), right.cert);
    expect(wasToldWho).toBe(true);
  });
});
