import { DataSource } from 'typeorm';
import { ConfigurationError, dataSourceOptions, type DatabaseAddresses } from '@htsm/api/core';
import { entities } from '../rooms';

/**
 * Compares the entities with the migrated database: tables, columns, types, nullability and defaults.
 * Keys, indexes, checks and policies live in the migrations alone, so statements about them are left out.
 */
export async function schemaDifferences(addresses: DatabaseAddresses): Promise<string[]> {
  const source = await new DataSource(dataSourceOptions(addresses.ownerDatabaseUrl, entities, 2)).initialize();
  try {
    const { upQueries } = await source.driver.createSchemaBuilder().log();
    return upQueries.map((statement) => statement.query).filter(isAboutColumns);
  } finally {
    await source.destroy();
  }
}

/** Prints the differences; throws when there are any. */
export async function checkSchema(addresses: DatabaseAddresses): Promise<void> {
  const differences = await schemaDifferences(addresses);
  if (differences.length === 0) return void process.stdout.write('Entities and migrations agree.\n');
  process.stderr.write(`${differences.join('\n')}\n`);
  throw new ConfigurationError('Entities and migrations differ: change one or the other (statements above).');
}

function isAboutColumns(statement: string): boolean {
  if (/^(CREATE|DROP|ALTER) TABLE/.test(statement)) return !/(ADD|DROP) CONSTRAINT/.test(statement);
  return !/^(DROP INDEX|CREATE (UNIQUE )?INDEX|COMMENT)/.test(statement);
}
