import { createTestDatabase, type TestDatabase } from '@htsm/api/core/testing';
import { loadConfig } from '@htsm/api/core';
import { schemaDifferences } from './commands/check-schema';

describe('entities and migrations', () => {
  let database: TestDatabase;
  beforeAll(async () => {
    database = await createTestDatabase();
  });
  afterAll(() => database.drop());

  const differences = (): Promise<string[]> =>
    schemaDifferences(loadConfig({ DATABASE_URL: database.ownerUrl, APP_SECRET: database.appSecret }));

  it('describe the same columns', async () => {
    expect(await differences()).toEqual([]);
  });

  it('are told apart when a column changes', async () => {
    await database.asOwner('ALTER TABLE app_user ADD COLUMN nickname text');
    expect((await differences()).join('\n')).toContain('nickname');
  });
});

describe('row security', () => {
  it('is forced on every table that is not public by design', async () => {
    const database = await createTestDatabase();
    const open = await database.asOwner<{ relname: string }>(
      `SELECT relname FROM pg_class WHERE relkind = 'r' AND relnamespace = 'public'::regnamespace
       AND NOT (relrowsecurity AND relforcerowsecurity) ORDER BY relname`,
    );
    await database.drop();
    expect(open.map((row) => row.relname)).toEqual([
      'clock_shift',
      'migrations',
      'public_challenge',
      'rate_limit',
      'receipt_key',
    ]);
  });
});
