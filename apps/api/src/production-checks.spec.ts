import { loadConfig, openDataSource, type CommandConfig } from '@htsm/api/core';
import { makePerson, type TestResponse, type TestWorld } from '@htsm/api/core/testing';
import { refuseExemptSignIns } from './production-checks';
import { createWholeApi } from './testing-app';

describe('a demo sign-in without a second factor', () => {
  let world: TestWorld;
  let userId: string;

  beforeAll(async () => {
    world = await createWholeApi();
    userId = (await makePerson(world.database, { bodies: ['taskforce'] })).id;
    await world.database.asOwner('INSERT INTO second_factor_exemption (user_id) VALUES ($1)', [userId]);
  });
  afterAll(() => world.close());

  const configIn = (environment: string): CommandConfig =>
    loadConfig({
      NODE_ENV: environment,
      DATABASE_URL: world.database.ownerUrl,
      APP_SECRET: world.database.appSecret,
      PUBLIC_URL: 'https://challenges.example',
    });

  it('stops a production process from starting, and no other', async () => {
    const config = configIn('production');
    const source = await openDataSource(config.appDatabaseUrl, [], 1);
    await expect(refuseExemptSignIns(config, source)).rejects.toThrow(/demo sign-ins/);
    await expect(refuseExemptSignIns(configIn('test'), source)).resolves.toBeUndefined();
    await world.database.asOwner('DELETE FROM second_factor_exemption');
    await expect(refuseExemptSignIns(config, source)).resolves.toBeUndefined();
    await world.database.asOwner('INSERT INTO second_factor_exemption (user_id) VALUES ($1)', [userId]);
    await source.destroy();
  });

  it('counts for nothing in a production process that runs already', async () => {
    const cookie = await world.signInAs(userId);
    await world.database.asOwner('UPDATE session SET second_factor_at = NULL');
    const ask = (): Promise<TestResponse> => world.request('GET', '/api/account', { cookie });
    expect((await ask()).status).toBe(200);
    // the rules of the running process are the object that the hook was given
    Object.assign(world.config, { isProduction: true });
    expect([(await ask()).status, (await ask()).body]).toEqual([
      403,
      expect.objectContaining({ code: 'second_factor_required' }),
    ]);
    Object.assign(world.config, { isProduction: false });
  });

  it('can only be made by the owner of the schema', async () => {
    const insert = world.source.query('INSERT INTO second_factor_exemption (user_id) VALUES ($1)', [userId]);
    await expect(insert).rejects.toThrow(/permission denied/);
  });
});
