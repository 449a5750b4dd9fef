import { ChallengesModule, challengesEntities, challengesTexts } from '@htsm/api/challenges';
import { makeChallenge, type MadeChallenge } from '@htsm/api/challenges/testing';
import { Database, openDataSource } from '@htsm/api/core';
import {
  createTestWorld,
  makeOrganisation,
  makePerson,
  roleUrl,
  type TestResponse,
  type TestWorld,
} from '@htsm/api/core/testing';
import type { MyInvitationDto, MyInvitationsDto, OnTheWayListDto } from '../dto/invitation.dto';
import type { CandidateDto, MatchBoardDto } from '../dto/match-board.dto';
import { matchingEntities } from '../matching.entities';
import { MatchingModule } from '../matching.module';
import { matchingTexts } from '../matching.texts';
import { MatchBoard } from './match-board.service';
import { RemindInvited } from './remind-invited';
import { SuggestionMails } from './suggestion-mails';
import { SuggestionSteps } from './suggestion-steps';

interface Sme {
  readonly id: string;
  readonly name: string;
  readonly memberId: string;
  readonly email: string;
  readonly cookie: string;
}

const entities = [...challengesEntities, ...matchingEntities];
const DAY_MS = 86_400_000;
const WHY = 'Zij deden dit eerder.';

describe('the board of a challenge', () => {
  let world: TestWorld;
  let taskforce: { id: string; name: string; email: string };
  let worker: Awaited<ReturnType<typeof openDataSource>>;
  let cookie: string;
  let owner: string;
  let challenge: MadeChallenge;
  let hunze: Sme;
  let geest: Sme;

  beforeAll(async () => {
    world = await createTestWorld({
      modules: [ChallengesModule, MatchingModule],
      entities,
      texts: [challengesTexts, matchingTexts],
    });
    taskforce = await makePerson(world.database, { name: 'Marijke', bodies: ['taskforce'] });
    worker = await openDataSource(roleUrl(world.database, 'htsm_worker'), entities, 4);
  });
  beforeEach(async () => {
    cookie = await world.signInAs(taskforce.id);
    await world.database.asOwner('DELETE FROM mail_outbox');
    const company = await makeOrganisation(world.database, { name: 'Strukton', kind: 'company' });
    const person = await makePerson(world.database, { organisationId: company.id, name: 'Otto' });
    owner = await world.signInAs(person.id);
    challenge = await makeChallenge(world.database, {
      organisationId: company.id,
      createdBy: person.id,
      titleNl: 'Wissels meten',
      titleEn: 'Measuring points',
    });
    hunze = await makeSme('Hunze', { score: 700_000 });
    geest = await makeSme('Geest', { score: 600_000, locale: 'en', showsName: false });
  });
  afterEach(() => world.database.shiftClock(0));
  afterAll(async () => {
    await worker.destroy();
    await world.close();
  });

  async function makeSme(
    name: string,
    values: { score?: number; locale?: 'nl' | 'en'; showsName?: boolean; memberId?: string } = {},
  ): Promise<Sme> {
    const { id } = await makeOrganisation(world.database, { name, kind: 'sme' });
    const member = await makePerson(world.database, {
      organisationId: id,
      name: `Iemand van ${name}`,
      locale: values.locale ?? 'nl',
    });
    await world.database.asOwner('INSERT INTO profile (organisation_id, shows_name) VALUES ($1, $2)', [
      id,
      values.showsName ?? true,
    ]);
    if (values.score !== undefined) {
      await world.database.asOwner(
        `INSERT INTO recommendation (challenge_id, organisation_id, score, explanation, organisation_name, shows_name, engine)
         VALUES ($1, $2, $3, $4, $5, $6, 'x')`,
        [
          challenge.id,
          id,
          values.score,
          JSON.stringify({ parts: { text: values.score, themes: 0, requirements: 0, evidence: 0 } }),
          name,
          values.showsName ?? true,
        ],
      );
    }
    return { id, name, memberId: member.id, email: member.email, cookie: await world.signInAs(member.id) };
  }

  const send = (method: string, path: string, body?: unknown, as = cookie): Promise<TestResponse> =>
    world.request(method, `/api${path}`, { cookie: as, ...(body === undefined ? {} : { body }) });
  const code = (answer: TestResponse): unknown[] => [answer.status, (answer.body as { code: string }).code]; // problem+json
  const path = (): string => `/taskforce/challenges/${challenge.id}`;
  const judge = (sme: Sme, act: string, reason = WHY): Promise<TestResponse> =>
    send('POST', `${path()}/suggestions`, { organisationId: sme.id, act, reason });
  const invite = (smes: readonly Sme[], values: object = {}): Promise<TestResponse> =>
    send('POST', `${path()}/invitations`, {
      organisationIds: smes.map(({ id }) => id),
      personal: 'Wij dachten aan u.',
      remindAfterDays: null,
      ...values,
    });
  const board = async (as = cookie): Promise<CandidateDto[]> =>
    ((await send('GET', `${path()}/suggestions`, undefined, as)).body as MatchBoardDto).items; // the contract of the route
  const states = async (): Promise<string[]> =>
    (await board()).map(({ organisationName, state }) => `${organisationName} ${state}`);
  const of = async (sme: Sme): Promise<CandidateDto> => {
    const found = (await board()).find(({ organisationId }) => organisationId === sme.id);
    if (found === undefined) throw new Error(`${sme.name} is not on the board`);
    return found;
  };
  const step = async (sme: Sme, act: string, body: object): Promise<TestResponse> => {
    const { suggestionId, version } = await of(sme);
    return send('POST', `/taskforce/suggestions/${suggestionId ?? ''}/${act}`, { version, words: '', ...body });
  };
  const invitations = async (sme: Sme): Promise<MyInvitationDto[]> =>
    ((await send('GET', '/my/invitations', undefined, sme.cookie)).body as MyInvitationsDto).items; // the contract of the route
  const answer = async (sme: Sme, body: object): Promise<TestResponse> => {
    const [first] = await world.database.asOwner<{ id: string }>('SELECT suggestion_id($1, $2) AS id', [
      challenge.id,
      sme.id,
    ]);
    const as = await world.signInAs(sme.memberId);
    return send('POST', `/my/invitations/${first?.id ?? ''}/answer`, { reason: null, words: '', ...body }, as);
  };
  const mails = (): Promise<unknown[]> =>
    world.database.asOwner('SELECT kind, to_email AS "to", locale FROM mail_outbox ORDER BY kind, to_email');
  const log = async (sme: Sme): Promise<unknown[]> =>
    world.database.asOwner(
      `SELECT type, reason, actor_id AS by FROM event WHERE subject_id = suggestion_id($1, $2) ORDER BY id`,
      [challenge.id, sme.id],
    );
  const onTheWay = async (): Promise<string[]> =>
    (
      (await send('GET', `/my/challenges/${challenge.id}/suggestions`, undefined, owner)).body as OnTheWayListDto
    ).items.map(({ organisationName, state }) => `${organisationName} ${state}`); // the contract of the route

  it('begins with the ranked ones, takes others by hand, and keeps the reason of every choice', async () => {
    const stil = await makeSme('Stil');
    expect(await states()).toEqual(['Hunze suggested', 'Geest suggested']);
    expect((await send('GET', `${path()}/addable?q=sti`)).body).toEqual({
      items: [{ organisationId: stil.id, organisationName: 'Stil', city: 'Assen' }],
    });
    expect((await judge(stil, 'add', '')).status).toBe(200);
    expect((await judge(geest, 'pin')).status).toBe(200);
    expect((await judge(hunze, 'veto', '')).status).toBe(422);
    expect((await judge(hunze, 'veto', 'Werkt voor een concurrent.')).status).toBe(200);
    expect(
      (await board()).map(({ organisationName, state, isPinned, isByHand, pinReason, vetoReason, score }) => [
        organisationName,
        state,
        { isPinned, isByHand, pinReason, vetoReason, score },
      ]),
    ).toEqual([
      ['Geest', 'suggested', { isPinned: true, isByHand: false, pinReason: WHY, vetoReason: '', score: 600_000 }],
      [
        'Hunze',
        'vetoed',
        { isPinned: false, isByHand: false, pinReason: '', vetoReason: 'Werkt voor een concurrent.', score: 700_000 },
      ],
      ['Stil', 'suggested', { isPinned: false, isByHand: true, pinReason: '', vetoReason: '', score: null }],
    ]);
    expect(await log(hunze)).toEqual([
      { type: 'suggestion.vetoed', reason: 'Werkt voor een concurrent.', by: taskforce.id },
    ]);
    expect((await judge(hunze, 'lift_veto')).status).toBe(200);
    expect((await of(hunze)).state).toBe('suggested');
  });

  it('says what stands in the way: a stake in the other side, and what the challenge asks and the profile lacks', async () => {
    const [{ id: ownerId } = { id: '' }] = await world.database.asOwner<{ id: string }>(
      'SELECT user_id AS id FROM membership WHERE organisation_id = $1',
      [challenge.organisationId],
    );
    const insert = `INSERT INTO membership (user_id, body, organisation_id, role) VALUES ($1, $2, $3, 'member')`;
    await world.database.asOwner(insert, [ownerId, 'organisation', hunze.id]);
    await world.database.asOwner(insert, [hunze.memberId, 'review_panel', null]);
    await world.database.asOwner(`UPDATE profile SET regions = '{groningen}' WHERE organisation_id = $1`, [hunze.id]);
    const { stakes, unmet } = await of(hunze);
    expect([stakes, unmet]).toEqual([
      ['works_for_owner', 'is_reviewer'],
      [
        { kind: 'regions', asked: 'drenthe', metPercent: 0, millionths: 0 },
        { kind: 'trl', asked: '4-7', metPercent: null, millionths: 0 },
      ],
    ]);
  });

  it('invites many at once, each person once and in their own language, and leaves out who cannot be invited', async () => {
    await judge(hunze, 'veto');
    const empty = await makeSme('Leeg', { score: 500_000 });
    await world.database.asOwner('DELETE FROM membership WHERE organisation_id = $1', [empty.id]);
    const answers = await Promise.all([invite([hunze, geest, empty]), invite([geest, empty])]);
    expect(answers.map(({ status }) => status)).toEqual([200, 200]);
    expect(answers.map(({ body }) => (body as { invited: number }).invited).sort()).toEqual([0, 1]);
    expect(await states()).toEqual(['Hunze vetoed', 'Geest invited', 'Leeg suggested']);
    expect(await mails()).toEqual([{ kind: 'sme_invited', to: geest.email, locale: 'en' }]);
    expect(await invitations(geest)).toMatchObject([
      { state: 'invited', personal: 'Wij dachten aan u.', canAccept: true, canDecline: true, contact: null },
    ]);
    expect(await invitations(hunze)).toEqual([]);
    expect((await invite([{ ...hunze, id: challenge.organisationId }])).status).toBe(404);
  });

  it('goes from a yes to an introduction and an outcome, and mails both sides the other’s name and contact', async () => {
    await invite([hunze]);
    expect((await answer(hunze, { answer: 'interested', words: 'Graag.' })).body).toMatchObject({
      state: 'interested',
    });
    expect(await of(hunze)).toMatchObject({ answeredBy: 'Iemand van Hunze', words: 'Graag.', declineReason: null });
    await world.database.asOwner('DELETE FROM mail_outbox');
    expect((await step(hunze, 'steps', { step: 'introduce', words: 'Bel elkaar.' })).status).toBe(200);
    const told = await world.database.asOwner(
      `SELECT variables->>'partnerName' AS partner, variables->>'contactEmail' AS email, variables->>'words' AS words
       FROM mail_outbox WHERE kind = 'introduction' ORDER BY 1`,
    );
    expect(told).toEqual([
      { partner: 'Hunze', email: hunze.email, words: 'Bel elkaar.' },
      { partner: 'Strukton', email: 'contact@example.nl', words: 'Bel elkaar.' },
    ]);
    expect((await step(hunze, 'steps', { step: 'agree' })).status).toBe(200);
    const outcome = { kind: 'pilot', on: '2026-11-20', words: 'Een proef van zes weken.' };
    expect((await step(hunze, 'outcome', outcome)).status).toBe(200);
    expect(await of(hunze)).toMatchObject({ state: 'concluded', outcome });
    expect(
      await world.database.asOwner(
        `SELECT variables->>'partnerName' AS partner, variables->>'outcome' AS outcome FROM mail_outbox WHERE kind = 'match_noted'
         ORDER BY variables->>'outcome' NULLS FIRST, 1`,
      ),
    ).toEqual([
      { partner: 'Hunze', outcome: null },
      { partner: 'Strukton', outcome: null },
      { partner: 'Hunze', outcome: 'pilot' },
      { partner: 'Strukton', outcome: 'pilot' },
    ]);
    expect(await invitations(hunze)).toMatchObject([
      { state: 'concluded', outcome, contact: { email: 'contact@example.nl' }, canAccept: false, canDecline: false },
    ]);
    expect(await log(hunze)).toEqual([
      { type: 'suggestion.invited', reason: null, by: taskforce.id },
      { type: 'suggestion.accepted', reason: 'Graag.', by: hunze.memberId },
      { type: 'suggestion.introduced', reason: 'Bel elkaar.', by: taskforce.id },
      { type: 'suggestion.agreed', reason: null, by: taskforce.id },
      { type: 'suggestion.concluded', reason: 'Een proef van zes weken.', by: taskforce.id },
    ]);
  });

  it('takes a no with its reason, tells the taskforce, and lets the SME think again until closing', async () => {
    await invite([hunze]);
    expect((await answer(hunze, { answer: 'declined' })).status).toBe(422);
    const no = { answer: 'declined', reason: 'no_time', words: 'Vol tot de zomer.' };
    expect((await answer(hunze, no)).body).toMatchObject({ state: 'declined', canAccept: true, canDecline: false });
    expect((await answer(hunze, no)).status).toBe(200);
    expect(
      await world.database.asOwner(
        `SELECT to_email AS "to", variables->>'declineReason' AS reason FROM mail_outbox WHERE kind = 'sme_answered'`,
      ),
    ).toEqual([{ to: taskforce.email, reason: 'no_time' }]);
    expect((await answer(hunze, { answer: 'interested' })).body).toMatchObject({
      state: 'interested',
      declineReason: null,
      words: '',
    });
    await answer(hunze, no);
    await world.database.shiftClock(60 * DAY_MS);
    cookie = await world.signInAs(taskforce.id);
    expect(code(await answer(hunze, { answer: 'interested' }))).toEqual([409, 'challenge_not_open']);
    expect(code(await invite([geest]))).toEqual([409, 'challenge_not_open']);
  });

  it('shows the owner names as far as SMEs show them, until they meet, and never again who said no', async () => {
    const declining = await makeSme('Nee', { score: 400_000 });
    const recommended = async (): Promise<string[]> =>
      (
        (await send('GET', `/my/challenges/${challenge.id}/recommendations`, undefined, owner)).body as {
          items: { organisationName: string }[];
        }
      ).items.map(({ organisationName }) => organisationName);
    expect(await onTheWay()).toEqual([]);
    await invite([hunze, geest, declining]);
    expect((await onTheWay()).sort()).toEqual(['Hunze invited', 'Nee invited']);
    await answer(geest, { answer: 'interested' });
    await answer(declining, { answer: 'declined', reason: 'terms', words: 'Geheime reden' });
    expect(await onTheWay()).toEqual(['Hunze invited']);
    await world.database.asOwner(
      `UPDATE recommendation SET explanation = explanation || '{"themes":[],"requirements":[]}'`,
    );
    expect(await recommended()).toEqual(['Hunze']);
    await step(geest, 'steps', { step: 'introduce' });
    expect(await onTheWay()).toEqual(['Geest introduced', 'Hunze invited']);
    const stranger = await makeOrganisation(world.database, { kind: 'company' });
    const other = await world.signInAs((await makePerson(world.database, { organisationId: stranger.id })).id);
    expect((await send('GET', `/my/challenges/${challenge.id}/suggestions`, undefined, other)).status).toBe(404);
  });

  it('tells an SME nothing of a veto before it was invited, and something after', async () => {
    await judge(hunze, 'veto');
    expect([await invitations(hunze), await mails()]).toEqual([[], []]);
    await invite([geest]);
    await world.database.asOwner('DELETE FROM mail_outbox');
    await judge(geest, 'veto', 'Geheim');
    expect(await mails()).toEqual([{ kind: 'sme_vetoed', to: geest.email, locale: 'en' }]);
    const seen = await send('GET', '/my/invitations', undefined, geest.cookie);
    expect([(seen.body as MyInvitationsDto).items[0]?.state, seen.text.includes('Geheim')]).toEqual(['vetoed', false]); // the contract of the route
    expect(code(await judge(geest, 'lift_veto'))).toEqual([409, 'step_not_allowed']);
  });

  it('reminds once: when the days have passed, or when somebody asks before', async () => {
    await invite([hunze], { remindAfterDays: 5 });
    await invite([geest], { remindAfterDays: 6 });
    const { app } = world;
    const reminders = new RemindInvited(
      new Database(worker),
      app.get(MatchBoard),
      app.get(SuggestionSteps),
      app.get(SuggestionMails),
    );
    await answer(geest, { answer: 'interested' });
    await world.database.shiftClock(5 * DAY_MS - 60_000);
    await reminders.runDue();
    expect(await world.database.asOwner('SELECT FROM suggestion_invitation WHERE reminded_at IS NOT NULL')).toEqual([]);
    await world.database.shiftClock(7 * DAY_MS);
    await Promise.all([reminders.runDue(), reminders.runDue()]);
    await reminders.runDue();
    cookie = await world.signInAs(taskforce.id);
    expect(
      await world.database.asOwner(`SELECT to_email AS "to" FROM mail_outbox WHERE kind = 'sme_reminded'`),
    ).toEqual([{ to: hunze.email }]);
    const { suggestionId } = await of(hunze);
    expect(code(await send('POST', `/taskforce/suggestions/${suggestionId ?? ''}/reminder`))).toEqual([
      409,
      'step_not_allowed',
    ]);
  });

  it('is closed to colleagues with a stake in the challenge, who get no mail about it either', async () => {
    const competitor = await makePerson(world.database, { organisationId: geest.id, bodies: ['taskforce'] });
    const atOwner = await makePerson(world.database, {
      organisationId: challenge.organisationId,
      bodies: ['taskforce'],
    });
    for (const { id } of [competitor, atOwner]) {
      const cookie = await world.signInAs(id);
      for (const page of ['suggestions', 'recommendations']) {
        const answered = await send('GET', `${path()}/${page}`, undefined, cookie);
        expect([page, ...code(answered)]).toEqual([page, 403, 'stake_in_challenge']);
      }
    }
    await invite([hunze]);
    await answer(hunze, { answer: 'interested' });
    expect(
      await world.database.asOwner(`SELECT to_email AS "to" FROM mail_outbox WHERE kind = 'sme_answered'`),
    ).toEqual([{ to: taskforce.email }]);
    expect(await board()).toHaveLength(2);
  });

  it('refuses a step by an old version, and shows how it stands', async () => {
    await invite([hunze]);
    await answer(hunze, { answer: 'interested' });
    const answered = await step(hunze, 'steps', { step: 'introduce', version: 1 });
    expect([...code(answered), (answered.body as { current: MatchBoardDto }).current.items.length]).toEqual([
      409,
      'version_conflict',
      2,
    ]); // problem+json
    expect(code(await step(hunze, 'steps', { step: 'agree' }))).toEqual([409, 'step_not_allowed']);
  });
});
