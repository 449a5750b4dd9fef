import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import pg from 'pg';
import { OwnPostgres } from './testing/own-postgres';

const SECRET = 'only-for-tests-only-for-tests-only-for-tests';
/** The bar for coming back by itself. */
const BACK_WITHIN_MS = 10_000;

/** Stands for the web bundle: a page with the API's list in it, as the real one renders its public pages. */
const RENDERER = `export async function renderPage(request) {
  const answer = await fetch('http://127.0.0.1:' + process.env.PORT + '/api/challenges');
  return { status: 200, headers: { 'content-type': 'text/html' }, html: '<p>' + answer.status + '</p>', scriptHashes: [] };
}`;

describe('the API when its database fails', () => {
  let postgres: OwnPostgres;
  let folder: string;
  let port: number;
  let api: ChildProcess;

  beforeAll(async () => {
    [postgres, folder, port] = await Promise.all([
      OwnPostgres.start(),
      mkdtemp(join(tmpdir(), 'htsm-outage-')),
      freePort(),
    ]);
    await mkdir(join(folder, 'web', 'server'), { recursive: true });
    await mkdir(join(folder, 'web', 'browser'));
    await writeFile(join(folder, 'web', 'server', 'server.mjs'), RENDERER);
    expect(await once(run('cli', 'migrate'), 'exit')).toEqual([0, null]);
    api = run('main');
    await until(async () => (await get('/health/ready')).status === 200);
  }, 60_000);
  afterAll(async () => {
    if (api.exitCode === null) api.kill('SIGKILL');
    await postgres.close();
    await rm(folder, { recursive: true, force: true });
  });

  function run(script: string, ...words: string[]): ChildProcess {
    const env = {
      ...process.env,
      DATABASE_URL: postgres.url,
      APP_SECRET: SECRET,
      PORT: String(port),
      WEB_DIST: join(folder, 'web'),
      HTSM_DATA_DIR: join(folder, 'data'),
      LOG_LEVEL: 'silent',
    };
    return spawn(process.execPath, [join(process.env['HTSM_TEST_BUNDLE'] ?? '', `${script}.js`), ...words], {
      env,
      stdio: 'ignore',
    });
  }
  async function get(path: string, headers: Record<string, string> = {}) {
    const startedAt = performance.now();
    const answer = await fetch(`http://127.0.0.1:${port}${path}`, { headers }).catch(() => null);
    const text = (await answer?.text()) ?? '';
    return {
      status: answer?.status ?? 0,
      headers: answer?.headers ?? new Headers(),
      text,
      tookMs: performance.now() - startedAt,
    };
  }
  async function withOwner<Result>(work: (client: pg.Client) => Promise<Result>): Promise<Result> {
    const client = new pg.Client({ connectionString: postgres.url });
    await client.connect();
    return work(client).finally(() => client.end());
  }

  it('says 503 with Retry-After in the reader’s language while Postgres is gone, pages too, and comes back by itself', async () => {
    await postgres.crash();
    const refused = await get('/api/challenges', { 'accept-language': 'en' });
    expect([refused.status, refused.headers.get('content-type'), refused.headers.get('retry-after')]).toEqual([
      503,
      'application/problem+json; charset=utf-8',
      '5',
    ]);
    expect(JSON.parse(refused.text)).toMatchObject({ code: 'unavailable', status: 503 });
    const signedIn = await get('/api/session', { cookie: '__Host-htsm=somebody' });
    const page = await get('/challenges', { 'accept-language': 'nl' });
    expect([signedIn.status, (await get('/health/ready')).status, (await get('/health/live')).status]).toEqual([
      503, 503, 200,
    ]);
    expect([page.status, page.headers.get('retry-after'), page.headers.get('content-type')]).toEqual([
      503,
      '5',
      'text/html; charset=utf-8',
    ]);
    expect(page.text).toContain('<html lang="nl">');
    await postgres.startAgain();
    const startedAt = performance.now();
    await until(async () => (await get('/health/ready')).status === 200);
    expect(performance.now() - startedAt).toBeLessThan(BACK_WITHIN_MS);
    expect([(await get('/api/challenges')).status, (await get('/challenges')).text]).toEqual([200, '<p>200</p>']);
    expect(api.exitCode).toBeNull();
  }, 60_000);

  it('says 503 soon, and answers other questions, while somebody holds a lock and all connections wait for it', async () => {
    await withOwner(async (client) => {
      await client.query('BEGIN; LOCK TABLE public_challenge IN ACCESS EXCLUSIVE MODE');
      let isOver = false;
      const waiting = Promise.all(Array.from({ length: 60 }, () => get('/api/challenges')));
      const others: Awaited<ReturnType<typeof get>>[] = [];
      const asking = (async () => {
        for (; !isOver; await pause(250)) others.push(await get('/health/live'));
      })();
      const refused = await waiting;
      isOver = true;
      await asking;
      expect(new Set(refused.map(({ status }) => status))).toEqual(new Set([503]));
      expect(new Set(others.map(({ status }) => status))).toEqual(new Set([200]));
      const [slowest, quickest] = [Math.max(...others.map(timeOf)), Math.min(...refused.map(timeOf))];
      expect(slowest).toBeLessThan(quickest);
      // what a question costs that waits for nothing is how slow the machine is just now
      const slownessMs = others.reduce((sum, one) => sum + timeOf(one), 0);
      expect(Math.max(...refused.map(timeOf))).toBeLessThan(9_000 + slownessMs);
      await client.query('ROLLBACK');
    });
    expect((await get('/api/challenges')).status).toBe(200);
  }, 60_000);

  it('finishes what is in flight when it is told to stop, and takes nothing new', async () => {
    const locked = await withOwner(async (client) => {
      await client.query('BEGIN; LOCK TABLE public_challenge IN ACCESS EXCLUSIVE MODE');
      const answer = get('/api/challenges');
      await until(async () => (await client.query(`SELECT FROM pg_locks WHERE NOT granted`)).rowCount === 1);
      const gone = once(api, 'exit');
      api.kill('SIGTERM');
      await until(async () => (await get('/health/live')).status !== 200);
      await client.query('ROLLBACK');
      return { answer: await answer, gone: await gone };
    });
    expect([locked.answer.status, JSON.parse(locked.answer.text), locked.gone]).toEqual([
      200,
      expect.objectContaining({ items: [] }),
      [0, null],
    ]);
  }, 60_000);
});

function timeOf({ tookMs }: { readonly tookMs: number }): number {
  return tookMs;
}

async function until(isTrue: () => Promise<boolean>): Promise<void> {
  while (!(await isTrue())) await pause(20);
}

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const address = server.address();
  await new Promise((done) => server.close(done));
  if (address === null || typeof address === 'string') throw new Error('No free port');
  return address.port;
}
