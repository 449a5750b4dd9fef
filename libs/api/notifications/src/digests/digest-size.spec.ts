import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { createTestDatabase, type TestDatabase } from '@htsm/api/core/testing';
import { ManyInterests } from '../testing/many-interests';

const IS_FULL = process.env['TRUST'] === 'full';
const SUBSCRIBERS = IS_FULL ? 10_000 : 600;
const CHALLENGES = IS_FULL ? 20 : 6;
const KILLS = IS_FULL ? 12 : 2;
/** Sessions of a worker that stands still. */
const HALTED = `FROM pg_stat_activity WHERE datname = current_database() AND wait_event = 'PgSleep'`;
/** How long the worker may take for all of them, in seconds. */
const MOST_S = 120;
/** How much more memory the worker may hold at the end than halfway, in megabytes. */
const MOST_GROWTH_MB = 100;

describe(`digests for ${SUBSCRIBERS} subscribers with overlapping interests and ${CHALLENGES} new challenges`, () => {
  let database: TestDatabase;
  let many: ManyInterests;
  let expected: string[];
  const running = new Set<ChildProcess>();
  const figures: string[] = [];

  beforeEach(async () => {
    database = await createTestDatabase();
    many = new ManyInterests(database);
    await many.addSubscribers(SUBSCRIBERS);
  });
  afterEach(async () => {
    await Promise.all([...running].map(kill));
    await database.drop();
  });
  afterAll(() => {
    const file = process.env['TRUST_FIGURE'];
    if (file !== undefined) writeFileSync(file, figures.join('; '));
  });

  /** The built worker; its carrier finds no relay, so that what is queued stays. */
  function startWorker(): ChildProcess {
    const env = {
      ...process.env,
      DATABASE_URL: database.ownerUrl,
      APP_SECRET: database.appSecret,
      SMTP_URL: 'smtp://127.0.0.1:1',
      LOG_LEVEL: 'silent',
      NODE_COMPILE_CACHE: join(process.env['HTSM_TEST_BUNDLE'] ?? '', 'compile-cache'),
    };
    const script = join(process.env['HTSM_TEST_BUNDLE'] ?? '', 'worker.js');
    const child = spawn(process.execPath, [script], { env, stdio: ['pipe', 'ignore', 'ignore'] });
    running.add(child);
    child.once('exit', () => running.delete(child));
    return child;
  }

  async function served(): Promise<number> {
    const [row] = await database.asOwner<{ n: number }>('SELECT count(*)::int AS n FROM digest_item');
    return row?.n ?? 0;
  }

  async function isDone(): Promise<boolean> {
    const waiting = await database.asOwner(`SELECT FROM subscription WHERE next_at <= htsm_now() LIMIT 1`);
    return waiting.length === 0 && (await served()) > 0;
  }

  /** Lets a worker write so many further rows and then stand still, so that no machine is too slow to kill it in time. */
  async function haltAfter(rows: number): Promise<void> {
    await database.asOwner(`SELECT pg_terminate_backend(pid) ${HALTED}`);
    await database.asOwner(
      `CREATE SEQUENCE IF NOT EXISTS told;
       CREATE OR REPLACE FUNCTION halt() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public AS $$
       BEGIN
         IF nextval('told') > tg_argv[0]::float8 THEN PERFORM pg_sleep(3600); END IF;
         RETURN NULL;
       END $$`,
    );
    const [told] = await database.asOwner<{ n: number }>(`SELECT nextval('told')::int AS n`);
    await database.asOwner(
      `CREATE OR REPLACE TRIGGER halt AFTER INSERT ON digest_item FOR EACH ROW EXECUTE FUNCTION halt('${(told?.n ?? 0) + rows}')`,
    );
  }

  async function isHalted(): Promise<boolean> {
    return (await database.asOwner(`SELECT pid ${HALTED}`)).length > 0;
  }

  async function untilDone(round: () => void = () => undefined): Promise<void> {
    while (!(await isDone())) {
      round();
      await pause(20);
    }
  }

  it('are queued in time, in memory that does not grow, each challenge once to each address', async () => {
    const worker = startWorker();
    while ((await database.asOwner('SELECT FROM subscription WHERE next_at <= htsm_now() LIMIT 1')).length > 0)
      await pause(20);
    const sizes: { at: number; mb: number }[] = [];
    await many.openChallenges(CHALLENGES);
    expected = many.expected();
    const start = performance.now();
    await untilDone(() => sizes.push({ at: performance.now() - start, mb: megabytesOf(worker) }));
    const seconds = (performance.now() - start) / 1000;
    expect(await many.queued()).toEqual(expected);
    const last = sizes.at(-1)?.mb ?? 0;
    const half = sizes.find(({ at }) => at >= (seconds * 1000) / 2)?.mb ?? last;
    expect(seconds).toBeLessThan(MOST_S);
    expect(last - half).toBeLessThan(MOST_GROWTH_MB);
    const mails = await database.asOwner<{ n: number }>(`SELECT count(*)::int AS n FROM mail_outbox`);
    figures.push(
      `${expected.length} announcements in ${mails[0]?.n} mails queued in ${seconds.toFixed(1)} s; worker ${half.toFixed(0)} MB halfway, ${last.toFixed(0)} MB at the end`,
    );
    await pause(1_500); // three more rounds of the loop find nothing
    expect(await many.queued()).toEqual(expected);
  }, 600_000);

  it(`are the same when the worker is killed ${KILLS} times while it writes them`, async () => {
    await many.openChallenges(CHALLENGES);
    expected = many.expected();
    for (let kills = 0; kills < KILLS; kills += 1) {
      await haltAfter(Math.ceil((Math.random() * expected.length) / (KILLS + 2)));
      const victim = startWorker();
      while (!(await isHalted())) await pause(5);
      await kill(victim);
    }
    await haltAfter(Infinity);
    startWorker();
    await untilDone();
    expect(await many.queued()).toEqual(expected);
    figures.push(`${KILLS} kills: 0 lost, 0 doubled`);
  }, 600_000);
});

/** What a process holds in memory. */
function megabytesOf(child: ChildProcess): number {
  const status = readFileSync(`/proc/${child.pid}/status`, 'utf8');
  return Number(/^VmRSS:\s+(\d+) kB/m.exec(status)?.[1] ?? 0) / 1024;
}

async function kill(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  child.kill('SIGKILL');
  await once(child, 'exit');
}
