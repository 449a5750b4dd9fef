import { writeFileSync } from 'node:fs';
import { randomUUID } from 'node:crypto';
import { makeChallenge } from '@htsm/api/challenges/testing';
import { makeOrganisation, makePerson, type TestWorld } from '@htsm/api/core/testing';
import { makeProposal } from '@htsm/api/proposals/testing';
import { createWholeApi } from './testing-app';
import { measurePairs, sampleOf, welchT, type Ask } from './testing/welch';

/** `npm run trust` takes the full size. */
const IS_FULL = process.env['TRUST'] === 'full';
const PAIRS = IS_FULL ? 10_000 : 200;
/** Signing in costs a password hash each time. */
const SIGN_INS = IS_FULL ? 10_000 : 30;
/** Answers that wait on purpose, asked many at a time. */
const WAITING = { pairs: IS_FULL ? 10_000 : 60, width: 10 };
/** How long one comparison may take, in milliseconds. */
const LONGEST_MS = IS_FULL ? 3 * 3_600_000 : 60_000;
/** Above this two means differ. */
const LIMIT = 4.5;
const WRONG = 'dit-is-het-niet-van-iemand-12';

describe('how long an answer takes', () => {
  let world: TestWorld;
  let sme: string;
  let owner: string;
  let taskforce: string;
  let rival: { id: string };
  let otherDraft: { id: string };
  let known: { email: string };
  const figures: string[] = [];

  beforeAll(async () => {
    world = await createWholeApi();
    const challenge = await makeChallenge(world.database, { state: 'open' });
    const small = await makeOrganisation(world.database, { kind: 'sme' });
    const member = await makePerson(world.database, { organisationId: small.id });
    const challengeId = challenge.id;
    rival = await makeProposal(world.database, { challengeId, state: 'submitted' });
    otherDraft = await makeChallenge(world.database, { state: 'draft' });
    known = { email: 'bekend@example.nl' };
    await makePerson(world.database, known);
    sme = await world.signInAs(member.id);
    owner = await world.signInAs((await makePerson(world.database, { organisationId: challenge.organisationId })).id);
    taskforce = await world.signInAs((await makePerson(world.database, { bodies: ['taskforce'] })).id);
  });
  afterAll(async () => {
    await world.close();
    const file = process.env['TRUST_FIGURE'];
    if (file !== undefined) writeFileSync(file, figures.join('; '));
  });

  const get =
    (path: string, cookie: string): Ask =>
    () =>
      world.request('GET', path, { cookie });
  const post =
    (path: string, body: unknown): Ask =>
    () =>
      world.request('POST', path, { body });
  const compare = async (
    what: string,
    asks: readonly [Ask, Ask],
    size: { readonly pairs: number; readonly width?: number } = { pairs: PAIRS },
  ): Promise<number> => {
    await measurePairs(asks, { ...size, pairs: 20 }); // so that no first request pays for what later ones find ready
    const [left, right] = await measurePairs(asks, size);
    const t = welchT(sampleOf(left), sampleOf(right));
    figures.push(`${what} t ${t.toFixed(1)}`);
    return Math.abs(t);
  };

  it.each([
    ['a rival’s proposal', (id: string) => get(`/api/my/proposals/${id}`, sme), () => rival.id],
    [
      'a sealed proposal, for the taskforce',
      (id: string) => get(`/api/taskforce/proposals/${id}`, taskforce),
      () => rival.id,
    ],
    ['another company’s draft', (id: string) => get(`/api/my/challenges/${id}`, owner), () => otherDraft.id],
  ] as const)(
    'does not tell %s from one that does not exist',
    async (what, ask, hiddenId) => {
      const absent = randomUUID();
      expect(await compare(what, [ask(hiddenId()), ask(absent)])).toBeLessThan(LIMIT);
    },
    LONGEST_MS,
  );

  it(
    'does tell an answer that needs the database from one that does not: the measure can find a difference',
    async () => {
      expect(
        await compare('without a session (must differ)', [
          get(`/api/my/proposals/${rival.id}`, sme),
          get(`/api/my/proposals/${rival.id}`, ''),
        ]),
      ).toBeGreaterThan(LIMIT);
    },
    LONGEST_MS,
  );

  it(
    'does not tell a known address from an unknown one at signing in',
    async () => {
      await withoutLimits();
      const signIn = (email: string): Ask => post('/api/session', { email, password: WRONG });
      const asks = [signIn(known.email), signIn('onbekend@example.nl')] as const;
      expect(await compare('sign-in', asks, { pairs: SIGN_INS })).toBeLessThan(LIMIT);
    },
    LONGEST_MS,
  );

  it(
    'does not tell a known address from an unknown one at a reset',
    async () => {
      await withoutLimits();
      const reset = (email: string): Ask => post('/api/password-resets', { email });
      expect(await compare('reset', [reset(known.email), reset('onbekend@example.nl')], WAITING)).toBeLessThan(LIMIT);
    },
    LONGEST_MS,
  );

  /** Attempts are not counted, so that the limits do not answer instead of the rooms. */
  async function withoutLimits(): Promise<void> {
    await world.database.asOwner(
      `CREATE OR REPLACE FUNCTION forget_attempt() RETURNS trigger LANGUAGE plpgsql AS $$
       BEGIN NEW.hits := 0; RETURN NEW; END $$`,
    );
    await world.database.asOwner('DROP TRIGGER IF EXISTS forget_attempts ON rate_limit');
    await world.database.asOwner(
      'CREATE TRIGGER forget_attempts BEFORE INSERT OR UPDATE ON rate_limit FOR EACH ROW EXECUTE FUNCTION forget_attempt()',
    );
  }
});
