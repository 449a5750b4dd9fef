import { ChallengesModule, challengesEntities, challengesTexts } from '@htsm/api/challenges';
import { makeChallenge } from '@htsm/api/challenges/testing';
import { Database, EventLog, MailOutbox, linkToken, openDataSource } from '@htsm/api/core';
import {
  createTestWorld,
  makeOrganisation,
  makePerson,
  roleUrl,
  type TestResponse,
  type TestWorld,
} from '@htsm/api/core/testing';
import { ReviewsModule, reviewsEntities, reviewsTexts } from '@htsm/api/reviews';
import { matchingEntities } from '../matching.entities';
import { MatchingModule } from '../matching.module';
import { matchingTexts } from '../matching.texts';
import type { DataSource } from 'typeorm';
import { AskCheckIns } from './ask-check-ins';
import type { CollaborationsDto } from './outcome.dto';

const DAY_MS = 86_400_000;

interface Mail {
  readonly kind: string;
  readonly toEmail: string;
  readonly checkInId: string;
  readonly months: number;
  readonly partnerName: string;
}

describe('the ledger of outcomes', () => {
  let world: TestWorld;
  let taskforce: string;
  let worker: DataSource;
  let agreed: { challengeId: string; suggestionId: string; sme: string; owner: string };
  beforeEach(async () => {
    world = await createTestWorld({
      modules: [ChallengesModule, ReviewsModule, MatchingModule],
      entities: [...challengesEntities, ...reviewsEntities, ...matchingEntities],
      texts: [challengesTexts, reviewsTexts, matchingTexts],
    });
    taskforce = (await makePerson(world.database, { bodies: ['taskforce'] })).id;
    worker = await openDataSource(roleUrl(world.database, 'htsm_worker'), matchingEntities, 1);
    agreed = await makeAgreed();
  });
  afterEach(async () => {
    await worker.destroy();
    await world.close();
  });

  /** A session anew: the earlier ones end while the months pass. */
  const signIn = (): Promise<string> => world.signInAs(taskforce);
  /** An SME and an owner, introduced on the board, that agree now. */
  const makeAgreed = async () => {
    const company = await makeOrganisation(world.database, { name: 'Strukton', kind: 'company' });
    const sme = await makeOrganisation(world.database, { name: 'Railzicht', kind: 'sme' });
    const owner = await makePerson(world.database, { organisationId: company.id });
    const member = await makePerson(world.database, { organisationId: sme.id });
    const challenge = await makeChallenge(world.database, {
      state: 'closed',
      organisationId: company.id,
      createdBy: owner.id,
      titleNl: 'Lassen meten',
    });
    const suggestionId = '00000000-0000-4000-8000-0000000e1001';
    await world.database.asOwner(
      `INSERT INTO suggestion (id, challenge_id, organisation_id, organisation_name, state, invited_at, introduced_at)
       VALUES ($1, $2, $3, 'Railzicht', 'introduced', htsm_now(), htsm_now())`,
      [suggestionId, challenge.id, sme.id],
    );
    await world.database.asOwner('INSERT INTO suggestion_judgement (suggestion_id, is_by_hand) VALUES ($1, true)', [
      suggestionId,
    ]);
    const made = { challengeId: challenge.id, suggestionId, sme: member.email, owner: owner.email };
    const step = { step: 'agree', words: '', version: 1 };
    await world.request('POST', `/api/taskforce/suggestions/${suggestionId}/steps`, {
      cookie: await signIn(),
      body: step,
    });
    return made;
  };
  const passDays = (days: number): Promise<unknown> =>
    world.database.asOwner('UPDATE clock_shift SET shift_ms = shift_ms + $1', [days * DAY_MS]);
  const ask = (): Promise<boolean> =>
    new AskCheckIns(new Database(worker), world.app.get(EventLog), world.app.get(MailOutbox)).runDue();
  const asked = (): Promise<Mail[]> =>
    world.database.asOwner<Mail>(
      `SELECT kind, to_email AS "toEmail", variables->>'tokenId' AS "checkInId", (variables->>'months')::int AS months,
         variables->>'partnerName' AS "partnerName" FROM mail_outbox WHERE kind LIKE 'check_in%' ORDER BY created_at, to_email`,
    );
  const answer = async (email: string, said: object): Promise<TestResponse> => {
    const mail = (await asked()).findLast(({ toEmail }) => toEmail === email);
    const token = linkToken(world.config.appSecret, 'check_in', mail?.checkInId ?? '');
    return world.request('POST', '/api/check-ins/answers', { body: { euros: null, words: '', ...said, token } });
  };
  const ledger = async (only = ''): Promise<CollaborationsDto> =>
    (await world.request('GET', `/api/taskforce/collaborations${only}`, { cookie: await signIn() }))
      .body as CollaborationsDto; // the contract of the route

  it('asks both sides once when the month has passed, by the product’s clock, and reminds who was silent once', async () => {
    await ask();
    expect(await asked()).toEqual([]);
    await passDays(32);
    await ask();
    await ask();
    const first = await asked();
    expect(first.map(({ kind, toEmail, months, partnerName }) => [kind, toEmail, months, partnerName]).sort()).toEqual(
      [
        ['check_in', agreed.owner, 1, 'Railzicht'],
        ['check_in', agreed.sme, 1, 'Strukton'],
      ].sort(),
    );
    await answer(agreed.sme, { kind: 'talks' });
    await passDays(15);
    await ask();
    await passDays(15);
    await ask();
    expect((await asked()).slice(2).map(({ kind, toEmail }) => [kind, toEmail])).toEqual([
      ['check_in_reminder', agreed.owner],
    ]);
  });

  it('leaves no line in the log for colleagues with a stake in either side', async () => {
    await passDays(32);
    await ask();
    const [side] = await world.database.asOwner<{ sme: string; owner: string }>(
      `SELECT b.organisation_id AS sme, c.organisation_id AS owner FROM collaboration b JOIN challenge c ON c.id = b.challenge_id`,
    );
    const lines = (organisationIds: readonly (string | undefined)[]): Promise<{ type: string }[]> => {
      const organisations = organisationIds.map((id = '') => ({ id, name: '', kind: 'sme', role: 'member' }) as const);
      const actor = { kind: 'user', userId: taskforce, sessionId: null, email: '', name: '', locale: 'nl' } as const;
      return world.app
        .get(Database)
        .as({ ...actor, bodies: ['taskforce'], organisations }, (tx) =>
          tx.rows(
            `SELECT DISTINCT type FROM event WHERE subject_type IN ('suggestion', 'collaboration') ORDER BY type`,
          ),
        );
    };
    expect(await lines([])).toEqual(
      ['check_in.asked', 'collaboration.began', 'suggestion.agreed'].map((type) => ({ type })),
    );
    expect(await lines([side?.sme])).toEqual([]);
    expect(await lines([side?.owner])).toEqual([]);
  });

  it('asks the latest question only, and none once nothing came of it', async () => {
    await passDays(400);
    await ask();
    expect((await asked()).map(({ months }) => months)).toEqual([12, 12]);
    const { items } = await ledger();
    const body = { kind: 'nothing', euros: null, on: '2026-11-20', words: 'Gestopt.' };
    await world.request('POST', `/api/taskforce/collaborations/${items[0]?.id ?? ''}/outcomes`, {
      cookie: await signIn(),
      body,
    });
    await passDays(400);
    await ask();
    expect(await asked()).toHaveLength(2);
  });

  it('keeps every word, shows each side its own, and the taskforce where they differ', async () => {
    await passDays(32);
    await ask();
    await answer(agreed.sme, { kind: 'talks', words: 'Wij praten.' });
    const own = await answer(agreed.sme, { kind: 'order', euros: 'to_50k', words: 'Wij kregen een opdracht.' });
    expect(own.body).toEqual({
      side: 'sme',
      months: 1,
      challengeTitle: 'Lassen meten',
      partnerName: 'Strukton',
      ownName: 'Railzicht',
      answer: {
        side: 'sme',
        months: 1,
        kind: 'order',
        euros: 'to_50k',
        on: expect.any(String) as string,
        words: 'Wij kregen een opdracht.',
        reportedAt: expect.any(String) as string,
      },
    });
    expect((await ledger('?only=disputed')).items).toEqual([]);
    const other = await answer(agreed.owner, { kind: 'pilot', euros: 'to_10k', words: 'Een proef.' });
    expect(JSON.stringify(other.body)).not.toContain('opdracht');
    const disputed = await ledger('?only=disputed');
    expect(disputed).toEqual(await ledger());
    expect(disputed.items.map(({ isDisputed, moments }) => [isDisputed, moments[0]?.differences])).toEqual([
      [true, ['kind', 'euros']],
    ]);
    expect(
      disputed.items[0]?.moments.map(({ months, isAsked, sme, owner }) => [months, isAsked, sme?.kind, owner?.kind]),
    ).toEqual([
      [1, true, 'order', 'pilot'],
      [6, false, undefined, undefined],
      [12, false, undefined, undefined],
      [24, false, undefined, undefined],
    ]);
    const lines = await world.database.asOwner<{ kind: string }>('SELECT kind FROM outcome ORDER BY id');
    expect(lines.map(({ kind }) => kind)).toEqual(['talks', 'order', 'pilot']);
  });

  it('is one ledger with the outcome on the board', async () => {
    const body = { kind: 'pilot', on: '2026-11-20', words: 'Een proef.', version: 2 };
    await world.request('POST', `/api/taskforce/suggestions/${agreed.suggestionId}/outcome`, {
      cookie: await signIn(),
      body,
    });
    const { items } = await ledger();
    expect(
      items.map(({ organisationName, noted }) => [organisationName, noted.map(({ kind, words }) => [kind, words])]),
    ).toEqual([['Railzicht', [['pilot', 'Een proef.']]]]);
    const events = await world.database.asOwner<{ type: string }>(
      `SELECT type FROM event WHERE subject_type = 'collaboration' ORDER BY id`,
    );
    expect(events.map(({ type }) => type)).toEqual(['collaboration.began', 'outcome.reported']);
  });

  it('knows no link to a question that was not asked, and none that it did not sign', async () => {
    const [row] = await world.database.asOwner<{ id: string }>(
      `SELECT id FROM check_in WHERE side = 'sme' AND months = 1`,
    );
    const token = linkToken(world.config.appSecret, 'check_in', row?.id ?? '');
    for (const tried of [token, `${row?.id ?? ''}.x`, linkToken(world.config.appSecret, 'one_click', row?.id ?? '')]) {
      const refused = await world.request('POST', '/api/check-ins/asked', { body: { token: tried } });
      expect([refused.status, (refused.body as { code: string }).code]).toEqual([404, 'check_in_link_unknown']); // problem+json
    }
  });
});
