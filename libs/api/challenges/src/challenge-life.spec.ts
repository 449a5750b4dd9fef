import { DEFAULT_SCORE_LABELS } from '@htsm/domain';
import {
  createTestWorld,
  makeOrganisation,
  makePerson,
  type TestResponse,
  type TestWorld,
} from '@htsm/api/core/testing';
import { makeChallenge, openWorkerClock } from './testing';
import { ChallengesModule, challengesEntities, challengesTexts } from './index';

const DAY_MS = 86_400_000;
const HOUR_MS = 3_600_000;
const rooms = { modules: [ChallengesModule], entities: challengesEntities, texts: [challengesTexts] };

const criteria = [60, 40].map((weight, index) => ({
  titleNl: `Criterium ${index}`,
  titleEn: `Criterion ${index}`,
  weight,
  knockOutMinimum: index === 0 ? 2 : null,
  scoreLabelsNl: DEFAULT_SCORE_LABELS.nl,
  scoreLabelsEn: DEFAULT_SCORE_LABELS.en,
}));

const content = (closesAt: Date): object => ({
  titleNl: 'Vocht meten in korrels',
  titleEn: 'Measuring moisture in pellets',
  summaryNl: 'Elke minuut, binnen een half procent.',
  summaryEn: 'Every minute, within half a percent.',
  problemNl: 'Nu **elk half uur**.\n\n- een\n- twee\n\n<script>alert(1)</script> [meer](javascript:alert(1))',
  problemEn: 'Now every half hour.',
  successNl: '0,5 procent',
  successEn: '0.5 percent',
  themes: ['sensors', 'food_agri'],
  capabilities: ['Meten'],
  trlFrom: 5,
  trlTo: 8,
  region: 'drenthe',
  budgetEur: 30_000,
  ipRegime: 'non_exclusive',
  hoursAsked: 8,
  decider: 'Hoofd techniek',
  contactName: 'Jan',
  contactEmail: 'jan@example.nl',
  closesAt: closesAt.toISOString(),
});

describe('the life of a challenge over HTTP', () => {
  let world: TestWorld;
  let worker: Awaited<ReturnType<typeof openWorkerClock>>;
  let ownerOrganisation: { id: string };
  let ownerPerson: { id: string };
  let smePerson: { id: string };
  let owner: string;
  let taskforce: string;
  let sme: string;

  beforeAll(async () => {
    world = await createTestWorld(rooms);
    worker = await openWorkerClock(world);
    worker.clock.onStoppedAccepting(async () => 3);
    const company = await makeOrganisation(world.database, { name: 'Agrifirm', kind: 'company' });
    ownerOrganisation = company;
    const small = await makeOrganisation(world.database, { kind: 'sme' });
    ownerPerson = await makePerson(world.database, {
      name: 'Olga',
      email: 'olga@example.nl',
      organisationId: company.id,
    });
    smePerson = await makePerson(world.database, { organisationId: small.id });
    owner = await world.signInAs(ownerPerson.id);
    taskforce = await world.signInAs(
      (await makePerson(world.database, { name: 'Tom', email: 'tom@example.nl', bodies: ['taskforce'] })).id,
    );
    sme = await world.signInAs(smePerson.id);
  });
  afterAll(async () => {
    await worker.close();
    await world.close();
  });

  const as =
    (cookie: string | undefined) =>
    (method: string, path: string, body?: unknown): Promise<TestResponse> =>
      world.request(method, path, {
        ...(cookie === undefined ? {} : { cookie }),
        ...(body === undefined ? {} : { body }),
      });

  it('goes from an empty draft to a challenge that no longer accepts', async () => {
    const mine = as(owner);
    const closesAt = new Date(Date.now() + 30 * DAY_MS);
    const created = await mine('POST', '/api/my/challenges', {});
    expect(created.status).toBe(201);
    const { id } = dossier(created);
    expect(dossier(created)).toMatchObject({ state: 'draft', version: 1, steps: { canEdit: true, canSubmit: false } });

    const early = await mine('POST', `/api/my/challenges/${id}/submission`, { version: 1 });
    expect([early.status, code(early)]).toEqual([422, 'challenge_not_complete']);

    const filled = await mine('PATCH', `/api/my/challenges/${id}`, { version: 1, ...content(closesAt) });
    expect([filled.status, dossier(filled).version]).toEqual([200, 2]);
    const listed = await mine('PUT', `/api/my/challenges/${id}/criteria`, { version: 2, criteria });
    expect([listed.status, dossier(listed).version, dossier(listed).blocking]).toEqual([200, 3, []]);

    const stale = await mine('PATCH', `/api/my/challenges/${id}`, { version: 2, titleNl: 'Te laat' });
    expect([stale.status, code(stale), current(stale).titleNl]).toEqual([
      409,
      'version_conflict',
      'Vocht meten in korrels',
    ]);

    const sent = await mine('POST', `/api/my/challenges/${id}/submission`, { version: 3 });
    expect([sent.status, dossier(sent).state]).toEqual([200, 'in_moderation']);
    const frozen = await mine('PATCH', `/api/my/challenges/${id}`, { version: 4, titleNl: 'Anders' });
    expect([frozen.status, code(frozen)]).toEqual([409, 'challenge_frozen']);

    const moderate = as(taskforce);
    const back = await moderate('POST', `/api/moderation/challenges/${id}/change-request`, {
      reason: 'Noem de machine.',
    });
    expect([back.status, dossier(back).state]).toEqual([200, 'changes_requested']);
    const again = await mine('PATCH', `/api/my/challenges/${id}`, { version: 5, contextNl: 'Een pers.' });
    await mine('POST', `/api/my/challenges/${id}/submission`, { version: dossier(again).version });

    const wrong = await moderate('POST', `/api/moderation/challenges/${id}/approval`, {
      version: 7,
      opensAt: new Date(closesAt.getTime() + HOUR_MS).toISOString(),
    });
    expect([wrong.status, code(wrong)]).toEqual([422, 'planning_not_possible']);
    const opensAt = new Date(Date.now() + HOUR_MS);
    const approved = await moderate('POST', `/api/moderation/challenges/${id}/approval`, {
      version: 7,
      opensAt: opensAt.toISOString(),
    });
    expect([approved.status, dossier(approved).state, dossier(approved).slug]).toEqual([
      200,
      'scheduled',
      'vocht-meten-in-korrels',
    ]);

    expect(await worker.clock.tick()).toBe(false);
    expect((await as(undefined)('GET', '/api/challenges/vocht-meten-in-korrels')).status).toBe(404);
    await world.database.shiftClock(2 * HOUR_MS);
    expect(await worker.clock.tick()).toBe(true);

    const page = await as(undefined)('GET', '/api/challenges/vocht-meten-in-korrels');
    expect(page.body).toMatchObject({
      state: 'open',
      title: 'Vocht meten in korrels',
      language: 'nl',
      problemHtml:
        '<p>Nu <strong>elk half uur</strong>.</p><ul><li>een</li><li>twee</li></ul><p>&lt;script&gt;alert(1)&lt;/script&gt; [meer](javascript:alert(1))</p>',
      contactEmail: null,
      criteria: [
        { title: 'Criterium 0', weight: 60, knockOutMinimum: 2, scoreLabels: DEFAULT_SCORE_LABELS.nl },
        { title: 'Criterium 1', weight: 40, knockOutMinimum: null, scoreLabels: DEFAULT_SCORE_LABELS.nl },
      ],
    });

    await world.database.shiftClock(31 * DAY_MS);
    const late = await as(await world.signInAs(smePerson.id))('GET', '/api/challenges/vocht-meten-in-korrels');
    expect(late.body).toMatchObject({ state: 'evaluating', contactEmail: 'jan@example.nl' });
    expect(await worker.clock.tick()).toBe(true);
    expect(await worker.clock.tick()).toBe(false);

    const end = await as(await world.signInAs(ownerPerson.id))('GET', `/api/my/challenges/${id}`);
    expect(dossier(end).history.map(({ toState, actorName, reason }) => [toState, actorName, reason])).toEqual([
      ['in_moderation', 'Olga', null],
      ['changes_requested', 'Tom', 'Noem de machine.'],
      ['in_moderation', 'Olga', null],
      ['scheduled', 'Tom', null],
      ['open', '', null],
      ['evaluating', '', null],
    ]);
    await world.database.shiftClock(0);
    const mails = await world.database.asOwner<{ kind: string; to_email: string; variables: { proposals?: number } }>(
      'SELECT kind, to_email, variables FROM mail_outbox ORDER BY created_at, to_email',
    );
    expect(mails.map((mail) => `${mail.kind} ${mail.to_email} ${mail.variables.proposals ?? ''}`.trim())).toEqual([
      'challenge_submitted tom@example.nl',
      'challenge_changes_requested olga@example.nl',
      'challenge_submitted tom@example.nl',
      'challenge_approved olga@example.nl',
      'challenge_opened olga@example.nl',
      'challenge_stopped_accepting olga@example.nl 3',
      'challenge_stopped_accepting tom@example.nl 3',
    ]);
  });

  it('gives the same draft for a repeated idempotency key, and another to another person', async () => {
    const send = (cookie: string): Promise<TestResponse> =>
      world.request('POST', '/api/my/challenges', {
        cookie,
        body: {},
        headers: { 'idempotency-key': 'one-press-of-the-button' },
      });
    const colleague = await makeOrganisation(world.database, { kind: 'company' });
    const other = await world.signInAs((await makePerson(world.database, { organisationId: colleague.id })).id);
    const [first, second, third] = [await send(owner), await send(owner), await send(other)];
    expect(dossier(second).id).toBe(dossier(first).id);
    expect(dossier(third).id).not.toBe(dossier(first).id);
  });

  it('throws a draft away for its own organisation, and keeps what was ever sent in', async () => {
    const mine = as(owner);
    const { id } = dossier(await mine('POST', '/api/my/challenges', {}));
    await mine('PUT', `/api/my/challenges/${id}/criteria`, { version: 1, criteria });
    const rival = await makeOrganisation(world.database, { kind: 'company' });
    const stranger = as(await world.signInAs((await makePerson(world.database, { organisationId: rival.id })).id));
    expect((await stranger('DELETE', `/api/my/challenges/${id}`)).status).toBe(404);
    expect((await mine('DELETE', `/api/my/challenges/${id}`)).status).toBe(204);
    expect((await mine('GET', `/api/my/challenges/${id}`)).status).toBe(404);
    expect(
      await world.database.asOwner('SELECT type, actor_id FROM event WHERE subject_id = $1 ORDER BY id', [id]),
    ).toEqual([{ type: 'challenge.draft_removed', actor_id: ownerPerson.id }]);

    const returned = await makeChallenge(world.database, {
      state: 'changes_requested',
      organisationId: ownerOrganisation.id,
    });
    const refused = await mine('DELETE', `/api/my/challenges/${returned.id}`);
    expect([refused.status, code(refused)]).toEqual([409, 'step_not_allowed']);
    expect((await mine('GET', `/api/my/challenges/${returned.id}`)).status).toBe(200);
  });

  it('refuses SMEs to post and owners to moderate', async () => {
    expect((await as(sme)('POST', '/api/my/challenges', {})).status).toBe(403);
    expect((await as(owner)('GET', '/api/moderation/challenges')).status).toBe(403);
  });
});

interface Dossier {
  id: string;
  slug: string;
  state: string;
  version: number;
  titleNl: string;
  blocking: unknown[];
  history: { toState: string; actorName: string; reason: string | null }[];
}

function dossier(response: TestResponse): Dossier {
  return response.body as Dossier; // the shape is asserted by the expectations
}
function current(response: TestResponse): Dossier {
  return (response.body as { current: Dossier }).current; // the problem of a version conflict
}
function code(response: TestResponse): string {
  return (response.body as { code: string }).code; // every problem has one
}
