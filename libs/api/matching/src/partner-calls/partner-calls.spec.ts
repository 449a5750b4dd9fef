import { ChallengesModule, challengesEntities, challengesTexts } from '@htsm/api/challenges';
import { makeChallenge, type MadeChallenge } from '@htsm/api/challenges/testing';
import {
  createTestWorld,
  makeOrganisation,
  makePerson,
  type TestResponse,
  type TestWorld,
} from '@htsm/api/core/testing';
import type { MyPartnerCallsDto, PartnerCallsDto } from '../dto/partner-call.dto';
import { matchingEntities } from '../matching.entities';
import { MatchingModule } from '../matching.module';
import { matchingTexts } from '../matching.texts';

const DAY_MS = 86_400_000;
interface Sme {
  readonly id: string;
  readonly email: string;
  readonly memberId: string;
  cookie: string;
}

describe('calls for partners', () => {
  let world: TestWorld;
  let challenge: MadeChallenge;
  let hunze: Sme;
  let geest: Sme;

  beforeAll(async () => {
    world = await createTestWorld({
      modules: [ChallengesModule, MatchingModule],
      entities: [...challengesEntities, ...matchingEntities],
      texts: [challengesTexts, matchingTexts],
    });
  });
  beforeEach(async () => {
    await world.database.asOwner('DELETE FROM mail_outbox');
    await world.database.asOwner('DELETE FROM partner_call');
    challenge = await makeChallenge(world.database, { titleNl: 'Zakken stapelen' });
    hunze = await makeSme('Hunze');
    geest = await makeSme('Geest');
  });
  afterEach(() => world.database.shiftClock(0));
  afterAll(() => world.close());

  async function makeSme(name: string): Promise<Sme> {
    const { id } = await makeOrganisation(world.database, { name, kind: 'sme' });
    const person = await makePerson(world.database, { organisationId: id, name: `Iemand van ${name}` });
    return { id, email: person.email, memberId: person.id, cookie: await world.signInAs(person.id) };
  }

  const send = (cookie: string, method: string, path: string, body?: unknown): Promise<TestResponse> =>
    world.request(method, `/api${path}`, { cookie, ...(body === undefined ? {} : { body }) });
  const code = ({ status, body }: TestResponse): unknown[] => [status, (body as { code: string }).code]; // problem+json
  const CALL = {
    brings: 'Wij maken grijpers.',
    seeks: 'Wie ziet waar de zak ligt?',
    capabilities: ['beeldherkenning'],
  };
  const about = () => `/challenges/${challenge.slug}/partner-calls`;
  const place = (sme: Sme, lastDay = '2099-01-01') => send(sme.cookie, 'POST', about(), { ...CALL, lastDay });
  const mine = async ({ cookie }: Sme) => (await send(cookie, 'GET', '/my/partner-calls')).body as MyPartnerCallsDto; // the contract of the route
  const seen = async (cookie: string) => {
    const { status, body } = await send(cookie, 'GET', about());
    return status === 200 ? (body as PartnerCallsDto).items.map((item) => item.organisationName) : status; // likewise
  };
  const ofHunze = async () => (await mine(hunze)).own[0]?.call.id ?? '';
  const answer = async (sme: Sme) =>
    send(sme.cookie, 'POST', `/partner-calls/${await ofHunze()}/answers`, { words: 'Wij zien.' });
  const decide = async (accepts: boolean) => {
    const [own] = (await mine(hunze)).own;
    const path = `/my/partner-answers/${own?.answers[0]?.id ?? ''}/decision`;
    return send(hunze.cookie, 'POST', path, { accepts });
  };
  const mails = () =>
    world.database.asOwner<{ kind: string; to: string }>(
      `SELECT kind, to_email AS "to" FROM mail_outbox ORDER BY kind`,
    );

  it('bring two together: contact goes both ways, and not before the yes', async () => {
    expect((await place(hunze)).status).toBe(200);
    expect(await seen(geest.cookie)).toEqual(['Hunze']);
    const answered = await answer(geest);
    expect([answered.status, answered.text.includes(hunze.email)]).toEqual([200, false]);
    expect((await mine(hunze)).own[0]?.answers).toEqual([
      expect.objectContaining({ organisationName: 'Geest', words: 'Wij zien.', state: 'waiting', contact: null }),
    ]);
    expect(await mails()).toEqual([{ kind: 'partner_answered', to: hunze.email }]);
    await decide(true);
    expect((await mine(hunze)).own[0]?.answers[0]?.contact).toEqual({ name: 'Iemand van Geest', email: geest.email });
    expect((await mine(geest)).given[0]?.answer.contact).toEqual({ name: 'Iemand van Hunze', email: hunze.email });
    expect(await mails()).toContainEqual({ kind: 'partner_decided', to: geest.email });
    expect(code(await decide(false))).toEqual([409, 'step_not_allowed']);
  });

  it('give nothing away on a no, and show no answer to a third', async () => {
    const stil = await makeSme('Stil');
    await place(hunze);
    await answer(geest);
    await answer(stil);
    await decide(false);
    const { given } = await mine(geest);
    expect(given.map(({ answer: own }) => [own.state, own.contact])).toEqual([['declined', null]]);
    expect((await mine(stil)).given.map(({ answer: own }) => own.organisationName)).toEqual(['Stil']);
    expect(code(await answer(stil))).toEqual([409, 'call_answered']);
    expect(code(await answer(hunze))).toEqual([409, 'own_call']);
    expect(code(await place(hunze))).toEqual([409, 'call_is_open']);
  });

  it('are hidden from the owner, reviewers, visitors and colleagues with a stake; the taskforce withdraws with a reason', async () => {
    const person = async (values: Parameters<typeof makePerson>[1]) =>
      world.signInAs((await makePerson(world.database, values)).id);
    await place(hunze);
    const id = await ofHunze();
    const owner = await person({ organisationId: challenge.organisationId });
    const judge = await person({ organisationId: geest.id, bodies: ['review_panel'] });
    const taskforce = await person({ bodies: ['taskforce'] });
    const partial = await person({ organisationId: challenge.organisationId, bodies: ['taskforce'] });
    expect([await seen(owner), await seen(judge), await seen('')]).toEqual([403, [], 401]);
    const board = `/taskforce/challenges/${challenge.id}/partner-calls`;
    expect(code(await send(partial, 'GET', board))).toEqual([403, 'stake_in_challenge']);
    const withdraw = (cookie: string) =>
      send(cookie, 'POST', `/taskforce/partner-calls/${id}/withdrawal`, { reason: 'Noemt een derde.' });
    expect(code(await withdraw(partial))).toEqual([404, 'not_found']);
    expect((await withdraw(taskforce)).status).toBe(200);
    expect([await seen(geest.cookie), code(await withdraw(taskforce))]).toEqual([[], [409, 'step_not_allowed']]);
    expect((await mine(hunze)).own[0]?.call).toMatchObject({ state: 'withdrawn', withdrawReason: 'Noemt een derde.' });
    expect(await mails()).toEqual([{ kind: 'partner_call_withdrawn', to: hunze.email }]);
  });

  it('end by themselves: on their last day, and at the closing of the challenge at the latest', async () => {
    const lastDay = new Date(Date.now() + 2 * DAY_MS).toISOString().slice(0, 10);
    await place(hunze, lastDay);
    await place(geest);
    const [row] = await world.database.asOwner<{ late: boolean }>(
      `SELECT p.ends_at = c.closes_at AS late FROM partner_call p JOIN challenge c ON c.id = p.challenge_id WHERE p.organisation_id = $1`,
      [geest.id],
    );
    expect(row).toEqual({ late: true });
    await world.database.shiftClock(4 * DAY_MS);
    for (const sme of [hunze, geest]) sme.cookie = await world.signInAs(sme.memberId);
    expect([await seen(geest.cookie), (await mine(hunze)).own[0]?.call.state]).toEqual([['Geest'], 'ended']);
    expect((await place(hunze)).status).toBe(200);
    await world.database.asOwner('UPDATE challenge SET closes_at = htsm_now() WHERE id = $1', [challenge.id]);
    expect([await seen(hunze.cookie), (await mine(geest)).own[0]?.call.state]).toEqual([[], 'ended']);
    expect(code(await place(hunze))).toEqual([409, 'challenge_not_open']);
  });

  it('are shown to who has what is sought, with what it is', async () => {
    await place(hunze);
    expect((await mine(geest)).fitting).toEqual([]);
    await world.database.asOwner(
      `INSERT INTO profile (organisation_id, locale, capabilities) VALUES ($1, 'en', '{image recognition}')`,
      [geest.id],
    );
    expect((await mine(geest)).fitting.map(({ organisationName, fits }) => [organisationName, fits])).toEqual([
      ['Hunze', ['beeldherkenning']],
    ]);
    await send(hunze.cookie, 'POST', `/my/partner-calls/${await ofHunze()}/end`);
    expect((await mine(geest)).fitting).toEqual([]);
  });
});
