import type { DataSource } from 'typeorm';
import { ConfigurationError, type Config } from '@htsm/api/core';

/** Refuses to start in production on a database whose clock a test has moved. */
export async function refuseShiftedClock(config: Config, source: DataSource): Promise<void> {
  if (!config.isProduction) return;
  const [row] = await source.query<{ shift_ms: string }[]>('SELECT shift_ms FROM clock_shift');
  if (row?.shift_ms !== '0')
    throw new ConfigurationError('The clock of this database was moved by a test: use another database.');
}

/** Refuses to start in production on a database with sign-ins of the demo, which need no second factor. */
export async function refuseExemptSignIns(config: Config, source: DataSource): Promise<void> {
  if (!config.isProduction) return;
  const [row] = await source.query<{ found: boolean }[]>('SELECT auth_has_exemptions() AS found');
  if (row?.found !== false)
    throw new ConfigurationError('This database holds demo sign-ins without a second factor: use another database.');
}
