import { DataSource, type DataSourceOptions, type MixedList } from 'typeorm';
import { SnakeCaseNaming } from './snake-case-naming';

type Classes = MixedList<abstract new () => object>;

/** Options shared by every connection: the schema comes from migrations only, times are UTC. */
export function dataSourceOptions(url: string, entities: Classes, poolSize = 10): DataSourceOptions {
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
    extra: { idle_in_transaction_session_timeout: 30_000, statement_timeout: 20_000, options: '-c TimeZone=UTC' },
    poolErrorHandler: (fault: unknown) => process.emitWarning(`Lost a database connection: ${String(fault)}`),
  };
}

/** Opens a connection pool; throws what the driver throws when the server cannot be reached. */
export async function openDataSource(url: string, entities: Classes, poolSize?: number): Promise<DataSource> {
  return new DataSource(dataSourceOptions(url, entities, poolSize)).initialize();
}
