import { createHash } from 'node:crypto';
import { makePerson, type TestWorld } from '@htsm/api/core/testing';
import { CreateAccount } from '../create-account';
import { PASSWORD, answerOf, createAccountsWorld } from '../testing/accounts-world';

/** One lookup of a session, as the row describes it; the terms of people with a role are 12 and 168 hours. */
const LOOKUP = 'SELECT auth_session($1, 12, 168) AS person';

describe('who gets in, whatever else should have kept them out', () => {
  let world: TestWorld;
  beforeAll(async () => {
    world = await createAccountsWorld();
  });
  afterAll(() => world.close());

  /** Makes a session that ends the given number of hours from now, and gives whose session the lookup finds. */
  async function found(userId: string, hours: number): Promise<string | null> {
    const hash = createHash('sha256').update(`${userId} ${hours}`).digest();
    await world.database.asOwner(
      `INSERT INTO session (token_hash, user_id, expires_at) VALUES ($1, $2, htsm_now() + $3 * interval '1 hour')`,
      [hash, userId, hours],
    );
    const [row] = await world.database.asOwner<{ person: { id: string } | null }>(LOOKUP, [hash]);
    return row?.person?.id ?? null;
  }

  it('is who holds a session that has not ended', async () => {
    const person = await makePerson(world.database);
    expect([await found(person.id, 1), await found(person.id, 0), await found(person.id, -1)]).toEqual([
      person.id,
      null,
      null,
    ]);
  });

  it('is nobody whose account is switched off, though a session is still there', async () => {
    const person = await makePerson(world.database);
    await world.database.asOwner('UPDATE app_user SET disabled_at = htsm_now() WHERE id = $1', [person.id]);
    expect(await found(person.id, 1)).toBeNull();
  });

  it('is nobody whose address was not confirmed, in the words of a wrong password', async () => {
    const email = 'onbevestigd@deur.example.nl';
    const { userId } = await world.app.get(CreateAccount).run({ email, name: 'Niet Bevestigd', password: PASSWORD });
    const signIn = (password: string) => world.request('POST', '/api/session', { body: { email, password } });
    expect((await signIn(PASSWORD)).status).toBe(200);
    await world.database.asOwner('UPDATE app_user SET email_confirmed_at = NULL WHERE id = $1', [userId]);
    const wrong = await signIn('not the password at all');
    expect([wrong.status, answerOf(await signIn(PASSWORD))]).toEqual([401, answerOf(wrong)]);
  });
});
