import type { DataSource } from 'typeorm';
import { ConfigurationError } from '@htsm/api/core';

/** Lines in the audit log: the first is written before anything else, the last stands for the whole demo. */
const MARKERS = { half: 'demo.begun', whole: 'demo.seeded' } as const;

/** How much of the demo a database holds already. */
export type EarlierDemo = 'none' | 'half' | 'whole';

/** Looks what an earlier seed left behind. */
export async function findEarlierDemo(owner: DataSource): Promise<EarlierDemo> {
  const rows = await owner.query<{ type: string }[]>('SELECT type FROM event WHERE type = ANY ($1)', [
    Object.values(MARKERS),
  ]);
  const types = new Set(rows.map(({ type }) => type));
  if (types.has(MARKERS.whole)) return 'whole';
  return types.has(MARKERS.half) ? 'half' : 'none';
}

/** Writes down how far the demo is. */
export async function markDemo(owner: DataSource, progress: keyof typeof MARKERS): Promise<void> {
  await owner.query(`INSERT INTO event (type, subject_type, subject_id) VALUES ($1, 'platform', gen_random_uuid())`, [
    MARKERS[progress],
  ]);
}

/** What a new database starts with; the words stay, with their history. */
const NOT_OF_THE_DEMO = [
  'migrations',
  'clock_shift',
  'event_chain_head',
  'vocabulary_version',
  'vocabulary_change',
  'taxonomy_term',
  'glossary_term',
  'judging_rule',
  'shared_mail_domain',
];

/** Empties a database in which a seed was interrupted, its audit log too; throws ConfigurationError when anything else is in it. */
export async function clearHalfMadeDemo(owner: DataSource): Promise<void> {
  const [row] = await owner.query<{ is_shared: boolean }[]>(
    `SELECT EXISTS (SELECT FROM organisation WHERE NOT is_demo)
       OR EXISTS (SELECT FROM app_user WHERE email NOT LIKE '%.example') AS is_shared`,
  );
  if (row?.is_shared !== false) {
    throw new ConfigurationError(
      'The demo data was interrupted while it was made, and the database holds other data too: use an empty database.',
    );
  }
  const tables = await owner.query<{ name: string }[]>(
    `SELECT quote_ident(tablename) AS name FROM pg_tables WHERE schemaname = 'public' AND tablename <> ALL ($1)`,
    [NOT_OF_THE_DEMO],
  );
  const log = ['event', 'event_unsealed', 'event_chain'];
  const triggers = (verb: 'DISABLE' | 'ENABLE'): string[] =>
    log.map((table) => `ALTER TABLE ${table} ${verb} TRIGGER USER`);
  await owner.query(
    [
      ...triggers('DISABLE'),
      `TRUNCATE ${tables.map(({ name }) => name).join(', ')} RESTART IDENTITY`,
      `UPDATE event_chain_head SET position = DEFAULT, hash = DEFAULT`,
      ...triggers('ENABLE'),
    ].join('; '), // one message is one transaction
  );
}
