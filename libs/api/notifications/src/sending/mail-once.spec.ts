import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { createTestDatabase, type TestDatabase } from '@htsm/api/core/testing';
import { Mailbox } from '../testing/mailbox';
import { makeOpenChallenges, makeSubscribers } from '../testing/subscribers.factory';

/** A short version of tools/trust/mail-once.mjs, which kills 200 times and takes the database and the relay down too. */
const KILLS = Number(process.env['HTSM_KILLS'] ?? 36);
/** A killed carrier is what can double a mail, and starts sooner than a worker: it gets two kills of three. */
const WORKER_KILLS = Math.ceil(KILLS / 3);
const CARRIER_KILLS = KILLS - WORKER_KILLS;
/** Enough that there is something to send until the last kill. */
const READERS_PER_KILL = 20;

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

  /** Whether the checker of the product finds nothing to complain of afterwards. */
  async function keepsPromises(): Promise<boolean> {
    const [code] = (await once(start('cli', {}, 'check-invariants'), 'exit')) as [number | null];
    return code === 0;
  }

  /** How many addresses found nothing in their mailbox, and how many found more than one mail. */
  function mishaps(): { lost: number; doubled: number } {
    const counts = new Map<string, number>();
    for (const mail of mailbox.accepted) counts.set(mail.to, (counts.get(mail.to) ?? 0) + 1);
    return { lost: readers - counts.size, doubled: [...counts.values()].filter((count) => count > 1).length };
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

  it(`mails everybody once over ${CARRIER_KILLS} kills of the process that speaks with the relay, when the relay can be asked`, async () => {
    readers = READERS_PER_KILL * CARRIER_KILLS;
    await makeSubscribers(database, 'reader', readers);
    await makeOpenChallenges(database, [{ slug: 'first' }]);
    const worker = start('worker', { SMTP_URL: 'smtp://127.0.0.1:1' });
    while ((await database.asOwner('SELECT FROM mail_outbox')).length < readers) await pause(20);
    await kill(worker);
    await database.asOwner('UPDATE mail_outbox SET not_before = clock_timestamp()');
    const asking = { MAIL_LOOKUP_URL: mailbox.lookupUrl, MAIL_SETTLE_S: '1' };
    await killOneAfterAnother(CARRIER_KILLS, () => start('mail-carrier', asking));
    await everySent();
    expect(mishaps()).toEqual({ lost: 0, doubled: 0 });
    expect(await keepsPromises()).toBe(true);
  }, 300_000);
});

async function kill(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  child.kill('SIGKILL');
  await once(child, 'exit');
}
