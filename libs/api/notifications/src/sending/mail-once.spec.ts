import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { createTestDatabase, type TestDatabase } from '@htsm/api/core/testing';
import { MOVE_MAIL } from '../outbox/mail-decisions.service';
import { Mailbox } from '../testing/mailbox';
import { makeOpenChallenges, makeSubscribers } from '../testing/subscribers.factory';

/** A short version of tools/trust/mail-once.mjs, which kills 200 times and takes the database and the relay down too. */
const KILLS = Number(process.env['HTSM_KILLS'] ?? 36);
/** A killed carrier is what can double a mail, and starts sooner than a worker: it gets two kills of three. */
const WORKER_KILLS = Math.ceil(KILLS / 3);
const CARRIER_KILLS = KILLS - WORKER_KILLS;
/** Enough that there is something to send until the last kill. */
const READERS_PER_KILL = 20;

/** Enough to see them, and few enough that there is something to send until the last kill. */
const MOST_COPIES = 20;

/** See docs/adr/0005-mail-once.md for why each of the two ends well. */
describe('processes that are killed while a digest goes out', () => {
  let database: TestDatabase;
  let mailbox: Mailbox;
  let readers: number;
  const running = new Set<ChildProcess>();

  beforeEach(async () => {
    [database, mailbox] = await Promise.all([createTestDatabase(), Mailbox.open()]);
  });
  afterEach(async () => {
    await Promise.all([...running].map(kill));
    await mailbox.close();
    await database.drop();
  });

  function start(
    script: 'worker' | 'mail-carrier' | 'cli',
    more: Record<string, string> = {},
    ...words: string[]
  ): ChildProcess {
    const env = {
      ...process.env,
      DATABASE_URL: database.ownerUrl,
      APP_SECRET: database.appSecret,
      SMTP_URL: mailbox.smtpUrl,
      LOG_LEVEL: 'silent',
      NODE_COMPILE_CACHE: join(process.env['HTSM_TEST_BUNDLE'] ?? '', 'compile-cache'), // half a second less at each start
      ...more,
    };
    const child = spawn(process.execPath, [join(process.env['HTSM_TEST_BUNDLE'] ?? '', `${script}.js`), ...words], {
      env,
      stdio: ['pipe', script === 'cli' ? 'ignore' : 'inherit', 'inherit'],
    });
    running.add(child);
    child.once('exit', () => running.delete(child));
    return child;
  }

  /** Kills at a random moment soon after the next mails have arrived, or a digest was written. */
  async function someProgress(): Promise<void> {
    const before = mailbox.accepted.length;
    const wanted = before + Math.floor(Math.random() * 8);
    const deadline = performance.now() + 3_000;
    while (mailbox.accepted.length < wanted && performance.now() < deadline) await pause(1);
    await pause(Math.random() * 15);
  }

  async function everySent(): Promise<void> {
    for (;;) {
      const [left] = await database.asOwner<{ readers: number; mails: number }>(
        `SELECT (SELECT count(*)::int FROM subscription s WHERE NOT EXISTS (SELECT FROM digest_item d WHERE d.subscription_id = s.id)) AS readers,
           (SELECT count(*)::int FROM mail_outbox WHERE state <> 'accepted') AS mails`,
      );
      if (left?.readers === 0 && left.mails === 0) return;
      await pause(50);
    }
  }

  /** Kills `count` processes one after another while they work; the next one warms up meanwhile and joins in. */
  async function killOneAfterAnother(count: number, begin: () => ChildProcess): Promise<void> {
    let victim = begin();
    for (let kills = 0; kills < count; kills += 1) {
      const next = begin();
      await someProgress();
      expect(mailbox.accepted.length).toBeLessThan(readers); // a kill after the last mail proves nothing
      await kill(victim);
      victim = next;
    }
  }

  /** Holds some of the mails that wait, and lets go of what is held, as an administrator does it. */
  async function holdAndRelease(): Promise<void> {
    const some = await database.asOwner<{ id: string; state: string }>(
      `SELECT id, state FROM mail_outbox WHERE state IN ('queued', 'held') ORDER BY random() LIMIT 10`,
    );
    for (const { id, state } of some)
      await database.asOwner(MOVE_MAIL, state === 'held' ? [id, 'queued', ['held']] : [id, 'held', ['queued']]);
    await database.asOwner(`INSERT INTO mail_kind_hold (kind, reason) VALUES ('digest', 'x') ON CONFLICT DO NOTHING`);
    await database.asOwner('DELETE FROM mail_kind_hold');
  }

  /** Sends one of the accepted mails again, twice at the same moment; gives how many new mails that made. */
  async function sendAgain(): Promise<number> {
    const [mail] = await database.asOwner<{ id: string }>(
      `SELECT id FROM mail_outbox WHERE state = 'accepted' AND resent_of IS NULL ORDER BY random() LIMIT 1`,
    );
    if (mail === undefined) return 0;
    const copy = `WITH administrator AS MATERIALIZED (SELECT set_config('app.roles', 'administration', true))
      SELECT c.copy FROM administrator, LATERAL copy_mail($1) c WHERE c.outcome = 'made'`;
    const made = await Promise.all([database.asOwner(copy, [mail.id]), database.asOwner(copy, [mail.id])]);
    return made.flat().length;
  }

  /** Does both, again and again, until `isOver`; gives how many mails were sent again. */
  async function decideMeanwhile(isOver: () => boolean): Promise<number> {
    let copies = 0;
    while (!isOver()) {
      await holdAndRelease();
      if (copies < MOST_COPIES) copies += await sendAgain();
      await pause(20);
    }
    for (const { id } of await database.asOwner<{ id: string }>(`SELECT id FROM mail_outbox WHERE state = 'held'`))
      await database.asOwner(MOVE_MAIL, [id, 'queued', ['held']]);
    return copies;
  }

  /** Whether the checker of the product finds nothing to complain of afterwards. */
  async function keepsPromises(): Promise<boolean> {
    const [code] = (await once(start('cli', {}, 'check-invariants'), 'exit')) as [number | null];
    return code === 0;
  }

  /** How many of the mails did not come, and how many came more than once; one that was sent again is another mail. */
  function mishaps(mails = readers): { lost: number; doubled: number } {
    const counts = new Map<string, number>();
    for (const { to, messageId } of mailbox.accepted) {
      const key = mails === readers ? to : messageId;
      counts.set(key, (counts.get(key) ?? 0) + 1);
    }
    return { lost: mails - counts.size, doubled: [...counts.values()].filter((count) => count > 1).length };
  }

  it(`mails everybody once over ${WORKER_KILLS} kills of the worker, whatever the relay can tell`, async () => {
    readers = READERS_PER_KILL * WORKER_KILLS;
    await makeSubscribers(database, 'reader', readers);
    await makeOpenChallenges(database, [{ slug: 'first' }, { slug: 'second' }, { slug: 'third' }]);
    await killOneAfterAnother(WORKER_KILLS, () => start('worker'));
    await everySent();
    expect(mishaps()).toEqual({ lost: 0, doubled: 0 });
    expect(await keepsPromises()).toBe(true);
  }, 300_000);

  it(`mails everybody once over ${CARRIER_KILLS} kills of the process that speaks with the relay, when the relay can be asked, while mails are held, released and sent again`, async () => {
    readers = READERS_PER_KILL * CARRIER_KILLS;
    await makeSubscribers(database, 'reader', readers);
    await makeOpenChallenges(database, [{ slug: 'first' }]);
    const worker = start('worker', { SMTP_URL: 'smtp://127.0.0.1:1' });
    while ((await database.asOwner('SELECT FROM mail_outbox')).length < readers) await pause(20);
    await kill(worker);
    await database.asOwner('UPDATE mail_outbox SET not_before = clock_timestamp()');
    const asking = { MAIL_LOOKUP_URL: mailbox.lookupUrl, MAIL_SETTLE_S: '1' };
    let isOver = false;
    const deciding = decideMeanwhile(() => isOver);
    await killOneAfterAnother(CARRIER_KILLS, () => start('mail-carrier', asking));
    isOver = true;
    const copies = await deciding;
    await everySent();
    expect(copies).toBeGreaterThan(0);
    expect(mishaps(readers + copies)).toEqual({ lost: 0, doubled: 0 });
    expect(await keepsPromises()).toBe(true);
  }, 300_000);
});

async function kill(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  child.kill('SIGKILL');
  await once(child, 'exit');
}
