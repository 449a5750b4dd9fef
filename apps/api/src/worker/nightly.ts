import type { Logger } from 'pino';
import type { DataSource } from 'typeorm';
import { Database, sweepFiles, type Config, type FileStore } from '@htsm/api/core';
import { brokenOnes, checkInvariants } from '../invariants/check-invariants';

/** What the nightly round works with. */
export interface NightlyParts {
  readonly source: DataSource;
  readonly store: FileStore;
  readonly config: Config;
  readonly log: Logger;
}

/**
 * Once a night, from three o'clock in Groningen, by one of the workers: sweeps files, checks every promise, and keeps the
 * result for administrators. The head of the audit log goes to the log file, so that it is also kept outside the database.
 * Gives whether it was this worker's turn; a turn that a worker did not end within an hour is taken by another.
 */
export async function runNightly({ source, store, config, log }: NightlyParts): Promise<boolean> {
  const database = new Database(source);
  const turn = await database.asSystem((tx) =>
    tx.row<{ night: string }>(
      `INSERT INTO nightly_check (night) VALUES (((htsm_now() AT TIME ZONE 'Europe/Amsterdam') - interval '3 hours')::date)
       ON CONFLICT (night) DO UPDATE SET began_at = htsm_now()
         WHERE nightly_check.ended_at IS NULL AND nightly_check.began_at < htsm_now() - interval '1 hour'
       RETURNING night::text`,
    ),
  );
  if (turn === null) return false;
  const swept = await sweepFiles({ database, store, config });
  const report = await checkInvariants(source, store);
  const findings = report.findings.map(({ name, breaches }) => ({ name, breaches }));
  await database.asSystem((tx) =>
    tx.run(
      `UPDATE nightly_check SET ended_at = htsm_now(), findings = $2, audit_lines = $3, audit_head = $4, swept_files = $5 WHERE night = $1`,
      [turn.night, JSON.stringify(findings), report.chain.lines, report.chain.head, swept.files + swept.incoming],
    ),
  );
  const broken = brokenOnes(report);
  const summary = { auditLines: report.chain.lines, auditHead: report.chain.head, swept };
  if (broken.length === 0) log.info(summary, 'nightly check: every promise is kept');
  else log.error({ ...summary, broken }, 'nightly check: promises are broken');
  return true;
}
