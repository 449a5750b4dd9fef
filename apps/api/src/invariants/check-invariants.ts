import { DataSource } from 'typeorm';
import { verifyChain, type ChainReport } from '@htsm/api/audit';
import { Database, ORPHAN_AGE_MS, rowsWithoutOwner, type FileStore, type Tx } from '@htsm/api/core';
import { INVARIANTS } from './invariants';

/** How many ids of breaches are named. */
const EXAMPLES = 10;

/** A promise and what breaks it. */
export interface Finding {
  readonly name: string;
  readonly promise: string;
  readonly breaches: number;
  /** The first ids, or words that lead to the place. */
  readonly examples: readonly string[];
}

/** What a check found: one finding per promise, kept or not. */
export interface InvariantReport {
  readonly findings: readonly Finding[];
  readonly chain: ChainReport;
}

/** Checks every promise, the bytes in the file store and the audit log. `source` must see all rows: the worker's role does. */
export async function checkInvariants(source: DataSource, store: FileStore): Promise<InvariantReport> {
  const database = new Database(source);
  const findings: Finding[] = [];
  for (const { name, promise, breaches } of INVARIANTS) {
    const ids = await database.asSystem((tx) => idsOf(tx, breaches));
    findings.push(finding(name, promise, ids));
  }
  findings.push(...(await fileFindings(database, store)));
  const chain = await verifyChain(source);
  const words = chain.broken === null ? [] : [`line ${chain.broken.position ?? '?'}: ${chain.broken.reason}`];
  findings.push(finding('audit-log-is-whole', 'Every line of the audit log is as it was written.', words));
  return { findings, chain };
}

/** A check may take its time: it runs at night, and locks nothing. */
async function idsOf(tx: Tx, breaches: string): Promise<string[]> {
  await tx.run('SET LOCAL statement_timeout = 0');
  return (await tx.rows<{ id: string }>(breaches)).map(({ id }) => id);
}

/** Gives the promises that are broken. */
export function brokenOnes({ findings }: InvariantReport): Finding[] {
  return findings.filter(({ breaches }) => breaches > 0);
}

function finding(name: string, promise: string, ids: readonly string[]): Finding {
  return { name, promise, breaches: ids.length, examples: ids.slice(0, EXAMPLES) };
}

/** Young orphans are uploads under way; those the sweep should have removed by now are not. */
async function fileFindings(database: Database, store: FileStore): Promise<Finding[]> {
  const kept = new Map<string, Date>();
  for await (const { sha256, keptSince } of store.list()) kept.set(sha256, keptSince);
  const { known, before, ownerless } = await database.asSystem(async (tx) => {
    const limit = await sweptBefore(tx);
    const rows = await tx.rows<{ sha256: string }>('SELECT sha256 FROM stored_file');
    return { known: rows.map(({ sha256 }) => sha256), before: limit, ownerless: await rowsWithoutOwner(tx, limit) };
  });
  const rows = new Set(known);
  const orphans = [...kept].filter(([sha256, since]) => since < before && !rows.has(sha256)).map(([sha256]) => sha256);
  const missing = known.filter((sha256) => !kept.has(sha256));
  return [
    finding('file-has-owner', 'Every stored file belongs to something.', ownerless),
    finding('file-has-bytes', 'The bytes of every stored file are kept.', missing),
    finding('bytes-have-row', 'No bytes are kept that nobody can reach.', orphans),
  ];
}

/** Two days: the sweep comes once a night and takes what is a day old. */
async function sweptBefore(tx: Tx): Promise<Date> {
  const row = await tx.row<{ now: Date }>('SELECT clock_timestamp() AS now');
  return new Date((row?.now.getTime() ?? 0) - 2 * ORPHAN_AGE_MS);
}
