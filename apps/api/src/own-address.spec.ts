import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import pg from 'pg';
import { OwnPostgres } from './testing/own-postgres';

const SECRET = 'only-for-tests-only-for-tests-only-for-tests';

describe('a process of production', () => {
  let postgres: OwnPostgres;
  let folder: string;

  beforeAll(async () => {
    postgres = await OwnPostgres.start();
    folder = await mkdtemp(join(tmpdir(), 'htsm-own-address-'));
  }, 60_000);
  afterAll(async () => {
    await postgres.close();
    await rm(folder, { recursive: true, force: true });
  });

  function addressOf(role: string, password: string): string {
    const address = new URL(postgres.url);
    address.username = role;
    address.password = password;
    return address.toString();
  }
  function start(script: string, words: string[], env: Record<string, string>) {
    const file = join(process.env['HTSM_TEST_BUNDLE'] ?? '', `${script}.js`);
    const { PATH = '' } = process.env;
    const child = spawn(process.execPath, [file, ...words], {
      env: { PATH, NODE_ENV: 'production', HTSM_DATA_DIR: folder, LOG_LEVEL: 'silent', NODE_NO_WARNINGS: '1', ...env },
      stdio: ['ignore', 'ignore', 'pipe'],
    });
    let said = '';
    child.stderr.on('data', (text: Buffer) => (said += text.toString()));
    const ended = once(child, 'close').then(([code]) => ({ code: code as number | null, said })); // as Node documents it
    return { child, ended };
  }
  const migrate = (app: string, worker: string) =>
    start('cli', ['migrate'], {
      DATABASE_URL: postgres.url,
      DATABASE_APP_URL: app,
      DATABASE_WORKER_URL: worker,
    }).ended;
  const signsIn = async (connectionString: string): Promise<boolean> => {
    const client = new pg.Client({ connectionString });
    return client.connect().then(
      () => client.end().then(() => true),
      () => false,
    );
  };

  it('has the password of its own address, which the migration sets and changes', async () => {
    const [old, fresh] = [addressOf('htsm_app', "it's old"), addressOf('htsm_app', 'fresh%20one')];
    const worker = addressOf('htsm_worker', 'another');
    expect(await migrate(old, worker)).toEqual({ code: 0, said: '' });
    expect([await signsIn(old), await signsIn(worker)]).toEqual([true, true]);
    expect(await migrate(fresh, worker)).toEqual({ code: 0, said: '' });
    expect([await signsIn(old), await signsIn(fresh)]).toEqual([false, true]);
  }, 30_000);

  it('serves with that address and no other', async () => {
    const app = addressOf('htsm_app', 'serving');
    expect((await migrate(app, addressOf('htsm_worker', 'another'))).code).toBe(0);
    const port = await freePort();
    const { child, ended } = start('main', [], { DATABASE_APP_URL: app, APP_SECRET: SECRET, PORT: String(port) });
    const isReady = (): Promise<boolean> =>
      fetch(`http://127.0.0.1:${port}/health/ready`).then(
        ({ ok }) => ok,
        () => false,
      );
    while (child.exitCode === null && !(await isReady())) await pause(100);
    expect(await isReady()).toBe(true);
    child.kill('SIGTERM');
    await ended;
  }, 30_000);

  it.each([
    [
      'main',
      { DATABASE_URL: 'postgres://owner@localhost/htsm' },
      'Take DATABASE_URL away from the API: in production it gets DATABASE_APP_URL alone.\n',
    ],
    [
      'main',
      { DATABASE_APP_URL: 'postgres://htsm_app:x@db.example/htsm' },
      'DATABASE_APP_URL must end in ?sslmode=verify-full in production, or CLEARTEXT_HOSTS must name its host when that is this same machine.\n',
    ],
    [
      'worker',
      {
        DATABASE_WORKER_URL: 'postgres://htsm_worker:x@localhost/htsm',
        SMTP_URL: 'smtp://mail.example?ignoreTLS=true',
      },
      'SMTP_URL must be smtps:// or smtp://, with no options but name, authMethod, tls.servername in production, or CLEARTEXT_HOSTS must name its host when that is this same machine.\n',
    ],
  ] as const)('does not start as %s with %j, and says why in a sentence', async (script, env, sentence) => {
    expect(await start(script, [], { APP_SECRET: SECRET, ...env }).ended).toEqual({ code: 2, said: sentence });
  });
});

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo; // it listens on a port, not on a pipe
  server.close();
  return port;
}
