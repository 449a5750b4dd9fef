import { createHash } from 'node:crypto';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buffer } from 'node:stream/consumers';
import { pino } from 'pino';
import type { DataSource } from 'typeorm';
import { CHALLENGE_STATES, isKvkNumber, passwordFault } from '@htsm/domain';
import { verifyChain } from '@htsm/api/audit';
import {
  loadConfig,
  openDataSource,
  openFileStore,
  type CommandConfig,
  type FileStore,
  type KeptFile,
} from '@htsm/api/core';
import { createTestDatabase, type TestDatabase } from '@htsm/api/core/testing';
import { backUp } from '../backup/back-up';
import type { Manifest } from '../backup/manifest';
import { restore } from '../backup/restore';
import { keepWriting } from '../backup/testing/load';
import { brokenOnes, checkInvariants } from '../invariants/check-invariants';
import { INVARIANTS } from '../invariants/invariants';
import { BREAKAGES } from '../invariants/testing/breakages';
import { runNightly } from '../worker/nightly';
import { organisations, smes } from './content/organisations/all-organisations';
import { DEMO_PASSWORD, officials, signIns } from './content/people';
import { profiles } from './content/profiles/all-profiles';
import { seedDemo } from './seed-demo';

let database: TestDatabase;
let dataDir: string;
let config: CommandConfig;
/** How long making the demo took, in milliseconds. */
let makingMs: number;

beforeAll(async () => {
  database = await createTestDatabase();
  dataDir = await mkdtemp(join(tmpdir(), 'htsm-demo-'));
  config = configuration('test');
});
afterAll(async () => {
  await database.drop();
  await rm(dataDir, { recursive: true, force: true });
});

function configuration(environment: string): CommandConfig {
  return loadConfig({
    NODE_ENV: environment,
    DATABASE_URL: database.ownerUrl,
    APP_SECRET: database.appSecret,
    HTSM_DATA_DIR: dataDir,
  });
}

/** Counts the rows of a table per value of a column, as `{ value: count }`. */
async function countBy(table: string, column: string): Promise<Record<string, number>> {
  const rows = await database.asOwner<{ value: string; count: string }>(
    `SELECT (${column})::text AS value, count(*) FROM ${table} GROUP BY 1 ORDER BY 1`,
  );
  return Object.fromEntries(rows.map(({ value, count }) => [value, Number(count)]));
}

async function clockShift(): Promise<string | undefined> {
  return (await database.asOwner<{ shift_ms: string }>('SELECT shift_ms FROM clock_shift'))[0]?.shift_ms;
}

describe('the content', () => {
  it('has forty SMEs with a profile in both languages, and KvK numbers that our own check allows', () => {
    expect(smes).toHaveLength(40);
    expect(new Set(organisations.map(({ key }) => key)).size).toBe(organisations.length);
    for (const { profileNl, profileEn } of organisations) expect([profileNl, profileEn]).not.toContain('');
    expect(isKvkNumber('00000101')).toBe(true);
  });

  it('has a profile of two or three documents for every SME, some in English', () => {
    expect(profiles.map(({ organisation }) => organisation).sort()).toEqual(smes.map(({ key }) => key).sort());
    expect(profiles.map(({ documents }) => documents.length).every((count) => count === 2 || count === 3)).toBe(true);
    expect(new Set(profiles.map(({ locale }) => locale ?? 'nl'))).toEqual(new Set(['nl', 'en']));
  });

  it('has a password that everybody of the demo could have chosen', () => {
    const people = [...officials, ...organisations.flatMap((organisation) => organisation.people)];
    const faults = people.map(({ name, email = '' }) => passwordFault(DEMO_PASSWORD, { name, email }));
    expect(new Set(faults)).toEqual(new Set([null]));
  });
});

describe('seeding', () => {
  it('is refused in production with one sentence, before anything is touched', async () => {
    await expect(seedDemo(configuration('production'))).rejects.toThrow(
      /^Demo data is never made in production: .+\.$/,
    );
    expect(await countBy('app_user', 'locale')).toEqual({});
  });

  it('is refused when an interrupted seed shares the database with other data', async () => {
    await database.asOwner(
      `INSERT INTO event (type, subject_type, subject_id) VALUES ('demo.begun', 'platform', gen_random_uuid())`,
    );
    await database.asOwner(`INSERT INTO app_user (email, name) VALUES ('somebody@elsewhere.nl', 'Somebody')`);
    await expect(seedDemo(config)).rejects.toThrow(/use an empty database\.$/);
    await database.asOwner('DELETE FROM app_user');
  });

  it('makes every state after an interrupted seed, and puts the clock back', async () => {
    await database.asOwner(
      `INSERT INTO organisation (name, kind, kvk_number, is_demo) VALUES ('Half', 'sme', '00000101', true)`,
    );
    await database.shiftClock(-86_400_000);
    const begun = performance.now();
    expect(await seedDemo(config)).toBe(true);
    makingMs = performance.now() - begun;
    expect(await clockShift()).toBe('0');
    expect(await countBy('challenge', 'state')).toEqual({
      draft: 1,
      in_moderation: 1,
      changes_requested: 1,
      scheduled: 1,
      open: 6,
      evaluating: 2,
      decided: 1,
      closed: 16,
      cancelled: 1,
    } satisfies Record<(typeof CHALLENGE_STATES)[number], number>);
    expect(await countBy('challenge', 'is_demo')).toEqual({ true: 30 });
    expect(await countBy('organisation', 'kind')).toEqual({ company: 7, knowledge: 2, sme: 40 });
    expect(await countBy('proposal', 'state')).toEqual({
      draft: 4,
      submitted: 8,
      under_review: 9,
      awarded: 17,
      declined: 17,
      reserve: 9,
      withdrawn: 1,
    });
    expect(await countBy('answer', `outcome || CASE WHEN released_at IS NULL THEN '' ELSE ' released' END`)).toEqual({
      'awarded released': 17,
      'declined released': 17,
      'reserve released': 9,
      shortlisted: 1,
    });
    expect(await countBy('review_assignment', 'state')).toEqual({
      assigned: 5,
      accepted: 3,
      conflicted: 1,
      submitted: 29,
    });
    expect(await countBy('match', 'next_check_in_on < current_date + 2')).toEqual({ true: 2, null: 13 });
    expect(await countBy('subscription', 'state')).toEqual({ active: 8, pending: 1 });
  }, 120_000);

  it('has figures of two years: what came of matches, places at the first act, and who was shown, by quarter', async () => {
    const opened = await countBy(
      `event WHERE type = 'challenge.opened'`,
      `occurred_at < htsm_now() - interval '700 days'`,
    );
    expect(opened).toEqual({ false: 23, true: 3 });
    expect(await countBy('outcome', `side || ' ' || kind`)).toEqual({
      'owner nothing': 1,
      'owner order': 8,
      'owner pilot': 15,
      'owner talks': 11,
      'sme nothing': 1,
      'sme order': 11,
      'sme pilot': 14,
      'sme research': 1,
      'sme talks': 8,
      'taskforce pilot': 1,
    });
    const acted = await database.asOwner(
      `SELECT (SELECT count(*)::int FROM (SELECT challenge_id, organisation_id FROM suggestion UNION
           SELECT challenge_id, organisation_id FROM proposal WHERE submitted_at IS NOT NULL) a) = count(*) AS whole FROM place_at_act`,
    );
    expect(acted).toEqual([{ whole: true }]);
    const quarters = await countBy('impression', `date_trunc('quarter', day)::date`);
    expect(Object.keys(quarters).length).toBeGreaterThanOrEqual(6);
  });

  it('leaves a handful of mails to be sent, all to the sign-ins or to somebody who has to confirm', async () => {
    const queued = await database.asOwner<{ to_email: string }>(
      `SELECT to_email FROM mail_outbox WHERE state IN ('queued', 'waiting')`,
    );
    const addresses = new Set<string>([...signIns.map(({ email }) => email), 'nog-niet@bevestigd.example']);
    expect(queued.filter(({ to_email }) => !addresses.has(to_email))).toEqual([]);
    expect(queued.length).toBeGreaterThan(4);
    expect(queued.length).toBeLessThan(20);
    expect(await countBy('mail_outbox', 'last_error')).toEqual({
      demo: expect.any(Number) as number, // jest's matchers are untyped
      // beside what is queued: one that bounced, and one that an administrator holds
      null: queued.length + 2,
    });
  });

  it('finds the demo the second time and changes nothing', async () => {
    await database.shiftClock(5_000);
    const before = await countBy('event', 'type');
    const begun = performance.now();
    expect(await seedDemo(config)).toBe(false);
    expect(performance.now() - begun).toBeLessThan(makingMs / 5);
    expect([await countBy('event', 'type'), await clockShift()]).toEqual([before, '5000']);
  });
});

describe('the promises about the data', () => {
  let worker: DataSource;
  beforeAll(async () => {
    worker = await openDataSource(config.workerDatabaseUrl, [], 2);
    await database.shiftClock(0);
  });
  afterAll(() => worker.destroy());

  it('are kept by the whole demo', async () => {
    expect(brokenOnes(await checkInvariants(worker, openFileStore(config.fileStore)))).toEqual([]);
  });

  it.each(INVARIANTS.map(({ name }) => name))('are seen to be broken: %s', async (name) => {
    const owner = await openDataSource(config.ownerDatabaseUrl, [], 1);
    try {
      await owner.query(`BEGIN; SET LOCAL session_replication_role = replica; ${BREAKAGES[name] ?? 'SELECT'}`);
      const seen: string[] = [];
      for (const invariant of INVARIANTS) {
        if ((await owner.query<unknown[]>(invariant.breaches)).length > 0) seen.push(invariant.name);
      }
      expect(seen).toContain(name);
      await owner.query('ROLLBACK');
    } finally {
      await owner.destroy();
    }
  });

  it('are kept by the files too, and the checker sees when they are not', async () => {
    const [file] = await database.asOwner<{ sha256: string }>('SELECT sha256 FROM stored_file ORDER BY 1 LIMIT 1');
    const store = openFileStore(config.fileStore);
    const lacking = { ...store, list: () => without(store, file?.sha256 ?? '') };
    expect(brokenOnes(await checkInvariants(worker, lacking)).map(({ name, examples }) => [name, examples])).toEqual([
      ['file-has-bytes', [file?.sha256]],
    ]);
  });

  it('are checked once a night, by one of two workers, for administrators to see', async () => {
    const log = pino({ level: 'silent' });
    const parts = { source: worker, store: openFileStore(config.fileStore), config, log };
    const turns = await Promise.all([runNightly(parts), runNightly(parts), runNightly(parts)]);
    expect(turns.filter(Boolean)).toEqual([true]);
    const [night] = await database.asOwner<{ ended_at: Date | null; findings: { breaches: number }[] }>(
      'SELECT * FROM nightly_check',
    );
    expect([night?.ended_at === null, night?.findings.filter(({ breaches }) => breaches > 0)]).toEqual([false, []]);
  });
});

describe('a backup that is made while people go on', () => {
  let folder: string;
  let restored: TestDatabase;
  let target: CommandConfig;
  let manifest: Manifest;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'htsm-backup-'));
    restored = await createTestDatabase();
    target = { ...configuration('test'), fileStore: { kind: 'folder', folder: join(folder, 'restored-files') } };
    manifest = await backUpUnderLoad();
  }, 60_000);
  afterAll(async () => {
    await restored.drop();
    await rm(folder, { recursive: true, force: true });
  });

  const backup = () => join(folder, 'backup');

  async function backUpUnderLoad(): Promise<Manifest> {
    const [owner, worker] = [
      await openDataSource(config.ownerDatabaseUrl, [], 2),
      await openDataSource(config.workerDatabaseUrl, [], 4),
    ];
    let isOver = false;
    const parts = { source: worker, store: openFileStore(config.fileStore), config };
    const writing = Promise.all([1, 2, 3].map(() => keepWriting(parts, () => isOver)));
    const made = await backUp(owner, parts.store, backup());
    isOver = true;
    expect((await writing).every((count) => count > 0)).toBe(true);
    await Promise.all([owner.destroy(), worker.destroy()]);
    return made;
  }
  async function restoreFrom(from: string, erased: string[] = []): Promise<Manifest> {
    const source = await openDataSource(restored.ownerUrl, [], 2);
    const made = restore({ source, store: openFileStore(target.fileStore), config: target }, from, erased);
    return made.finally(() => source.destroy());
  }

  it('is refused when a byte of it changed, before anything is touched', async () => {
    for (const part of [join('files', manifest.files[0] ?? ''), join('tables', 'proposal.ndjson.gz')]) {
      const file = join(backup(), part);
      const bytes = await readFile(file);
      await writeFile(
        file,
        Buffer.concat([
          bytes.subarray(0, -9),
          Buffer.from([bytes.at(-9) ?? 0].map((byte) => byte ^ 1)),
          bytes.subarray(-8),
        ]),
      );
      await expect(restoreFrom(backup())).rejects.toThrow(/damaged/);
      await writeFile(file, bytes);
    }
    expect(await restored.asOwner('SELECT FROM app_user')).toEqual([]);
  });

  it('comes back whole: every row, every file, every promise, and the audit log with the head that was noted', async () => {
    const [line] = await database.asOwner<{ id: string }>(
      `SELECT id FROM event WHERE reason IS NOT NULL ORDER BY id LIMIT 1`,
    );
    await restoreFrom(backup(), [line?.id ?? '']);
    const worker = await openDataSource(
      loadConfig({ DATABASE_URL: restored.ownerUrl, APP_SECRET: restored.appSecret }).workerDatabaseUrl,
      [],
      2,
    );
    const report = await checkInvariants(worker, openFileStore(target.fileStore));
    expect(brokenOnes(report)).toEqual([]);
    expect((await verifyChain(worker, manifest.audit.head)).broken).toBeNull();
    await worker.destroy();
    for (const sha256 of manifest.files) {
      const bytes = await buffer(await openFileStore(target.fileStore).read(sha256));
      expect(createHash('sha256').update(bytes).digest('hex')).toBe(sha256);
    }
    for (const table of [
      'proposal',
      'proposal_receipt',
      'review_score',
      'answer',
      'membership',
      'digest_item',
      'criterion',
    ]) {
      const rows = (of: TestDatabase) =>
        of.asOwner(`SELECT md5(string_agg(to_jsonb(t)::text, '' ORDER BY to_jsonb(t)::text)) AS hash FROM ${table} t`);
      expect([table, await rows(restored)]).toEqual([table, await rows(database)]);
    }
    expect(await restored.asOwner('SELECT reason, payload FROM event WHERE id = $1', [line?.id])).toEqual([
      { reason: null, payload: {} },
    ]);
  });

  it('holds of each act of the load all or nothing, and goes on where it was', async () => {
    const [counts] = await restored.asOwner<Record<string, number>>(
      `SELECT (SELECT count(*)::int FROM event WHERE type = 'load.attached') AS lines, (SELECT count(*)::int FROM challenge_attachment WHERE file_name = 'load.pdf') AS files,
         (SELECT count(*)::int FROM mail_outbox WHERE to_email = 'load@example.nl') AS mails`,
    );
    expect([counts?.['files'], counts?.['mails']]).toEqual([counts?.['lines'], counts?.['lines']]);
    // what had gone out had gone out, what was held is held; about all else the relay is asked
    const states = `SELECT DISTINCT state FROM mail_outbox WHERE last_error IS NULL ORDER BY state`;
    expect(await restored.asOwner(states)).toEqual([{ state: 'accepted' }, { state: 'held' }, { state: 'uncertain' }]);
    expect(await restored.asOwner('SELECT FROM session')).toEqual([]);
    expect((await restored.asOwner<{ type: string }>('SELECT type FROM event ORDER BY id DESC LIMIT 1'))[0]?.type).toBe(
      'platform.restored',
    );
  });

  it('is never put over data, nor written into a folder with something in it', async () => {
    await expect(restoreFrom(backup())).rejects.toThrow(/holds data/);
    await expect(restoreFrom(folder)).rejects.toThrow(/no manifest/);
    const owner = await openDataSource(config.ownerDatabaseUrl, [], 2);
    await expect(backUp(owner, openFileStore(config.fileStore), backup())).rejects.toThrow(/not empty/);
    await owner.destroy();
  });
});

async function* without(store: FileStore, sha256: string): AsyncIterable<KeptFile> {
  for await (const file of store.list()) if (file.sha256 !== sha256) yield file;
}
