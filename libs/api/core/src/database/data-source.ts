import { DataSource, type DataSourceOptions, type MixedList } from 'typeorm';
import { SnakeCaseNaming } from './snake-case-naming';

type Classes = MixedList<abstract new () => object>;

/** How long a connection waits for what, in milliseconds, before the statement fails. */
interface Patience {
  /** For a free connection of the pool, or for the server to answer a new one. */
  readonly connectMs: number;
  /** For a lock that another transaction holds; 0 waits as long as the statement may take. */
  readonly lockMs: number;
  readonly statementMs: number;
  /** For an answer, whatever the server does; 0 waits. */
  readonly answerMs: number;
}

/** Jobs and commands may wait: nobody looks on. */
const PATIENT: Patience = { connectMs: 30_000, lockMs: 0, statementMs: 20_000, answerMs: 0 };
/** People wait for the API: it would rather say soon that it is busy, and keep its connections for others. */
const IMPATIENT: Patience = { connectMs: 3_000, lockMs: 3_000, statementMs: 10_000, answerMs: 15_000 };

/** What every connection is told at its start. */
const CONNECTION = '-c TimeZone=UTC';

/** Options shared by every connection: the schema comes from migrations only, times are UTC. */
export function dataSourceOptions(
  url: string,
  entities: Classes,
  poolSize = 10,
  patience: Patience = PATIENT,
): DataSourceOptions {
  return {
    type: 'postgres',
    url,
    // TypeORM declares classes as Function; every entity is one
    entities: entities as DataSourceOptions['entities'],
    namingStrategy: new SnakeCaseNaming(),
    synchronize: false,
    installExtensions: false,
    uuidExtension: 'pgcrypto',
    applicationName: 'htsm',
    poolSize,
    extra: {
      connectionTimeoutMillis: patience.connectMs,
      idle_in_transaction_session_timeout: 30_000,
      lock_timeout: patience.lockMs,
      statement_timeout: patience.statementMs,
      // a server that hangs cannot end the statement itself; 0 waits for it
      query_timeout: patience.answerMs,
      options: CONNECTION,
    },
    poolErrorHandler: (fault: unknown) => process.emitWarning(`Lost a database connection: ${String(fault)}`),
  };
}

/** Opens a connection pool; throws what the driver throws when the server cannot be reached. */
export async function openDataSource(url: string, entities: Classes, poolSize?: number): Promise<DataSource> {
  return new DataSource(dataSourceOptions(url, entities, poolSize)).initialize();
}

/** Opens a pool whose commits do not wait for the disk: for what is made anew when a crash loses it. */
export async function openHurriedDataSource(url: string, entities: Classes, poolSize: number): Promise<DataSource> {
  const options = dataSourceOptions(url, entities, poolSize);
  const extra = { ...options.extra, options: `${CONNECTION} -c synchronous_commit=off` };
  return new DataSource({ ...options, extra }).initialize();
}

/** Opens the pool of the API, which fails soon instead of letting people wait. */
export async function openApiDataSource(url: string, entities: Classes, poolSize: number): Promise<DataSource> {
  return new DataSource(dataSourceOptions(url, entities, poolSize, IMPATIENT)).initialize();
}
