import { makeOrganisation, makePerson, type TestWorld } from '@htsm/api/core/testing';
import type { AddressConflictsDto, ChallengeConflictsDto, WaiverDto } from '../dto/conflicts.dto';
import type { LinkDto } from '../dto/links.dto';
import { makeAssignment, makeReviewer } from '../testing/review.factory';
import { createReviewsWorld, makeJudging, refusal, sendAs, sendAsTaskforce, type Send } from '../testing/reviews-world';

const DAY_MS = 86_400_000;
const CLIENT = { kind: 'client', organisationName: 'Bedrijf 1', kvkNumber: '', mailDomain: '', endedOn: null };
const LONG_AGO = 'De opdracht was klein en is lang geleden.';

describe('conflicts of interest', () => {
  let world: TestWorld;
  let send: Send;
  beforeAll(async () => {
    world = await createReviewsWorld();
    send = await sendAsTaskforce(world);
  });
  afterAll(() => world.close());
  afterEach(() => world.database.asOwner('DELETE FROM membership WHERE body = $1', ['review_panel']));

  const later = (days: number): string => new Date(Date.now() + days * DAY_MS).toISOString();
  const events = (type: string): Promise<unknown[]> =>
    world.database.asOwner('SELECT subject_type, reason, payload FROM event WHERE type = $1 ORDER BY id', [type]);

  /** Two proposals, a reviewer who is bound to the first, and what the taskforce needs to name them. */
  async function bound() {
    const { challenge, proposals } = await makeJudging(world, 2);
    const [first, second] = proposals;
    if (first === undefined || second === undefined) throw new Error('Two were asked for');
    const [{ name = '' } = {}] = await world.database.asOwner<{ name: string }>(
      `UPDATE organisation SET name = 'Klant ' || kvk_number WHERE id = $1 RETURNING name`,
      [first.organisationId],
    );
    const reviewer = await makeReviewer(world.database, { name: 'Rein' });
    const own = await sendAs(world, reviewer.id);
    const link = (await own('POST', '/api/my/links', { ...CLIENT, organisationName: name })).body as LinkDto; // its contract
    const assign = (proposalId: string) =>
      send('POST', `/api/taskforce/challenges/${challenge.id}/assignments`, {
        proposalIds: [proposalId],
        reviewerIds: [reviewer.id],
        dueAt: later(7),
      });
    const waive = (values: object = {}) =>
      send('POST', `/api/taskforce/challenges/${challenge.id}/waivers`, {
        reviewerId: reviewer.id,
        organisationId: first.organisationId,
        reason: LONG_AGO,
        endsAt: later(2),
        ...values,
      });
    return { challenge, first, second, name, reviewer, own, link, assign, waive };
  }

  it('are declared, changed and taken back by a member of the panel', async () => {
    const own = await sendAs(world, (await makeReviewer(world.database)).id);
    const { body: made, status } = await own('POST', '/api/my/links', CLIENT);
    const { id } = made as LinkDto; // the contract of the route
    expect([status, made]).toEqual([201, { ...CLIENT, id, version: 1 }]);
    const ended = {
      ...CLIENT,
      kind: 'shareholder',
      kvkNumber: '12345678',
      mailDomain: 'bedrijf.nl',
      endedOn: '2025-02-01',
    };
    expect((await own('PUT', `/api/my/links/${id}`, { ...ended, version: 1 })).body).toEqual({
      ...ended,
      id,
      version: 2,
    });
    const late = await own('PUT', `/api/my/links/${id}`, { ...CLIENT, version: 1 });
    expect([late.status, (late.body as { current: unknown }).current]).toEqual([409, { ...ended, id, version: 2 }]);
    const other = await sendAs(world, (await makeReviewer(world.database)).id);
    expect((await other('DELETE', `/api/my/links/${id}`)).status).toBe(404);
    expect((await own('DELETE', `/api/my/links/${id}`)).status).toBe(204);
    expect((await own('GET', '/api/my/links')).body).toEqual({ items: [] });
    expect((await events('link.removed')).length).toBe(1);
  });

  it('are refused in another form', async () => {
    const own = await sendAs(world, (await makeReviewer(world.database)).id);
    const body = { ...CLIENT, kvkNumber: '1234', mailDomain: 'geen domein' };
    expect(refusal(await own('POST', '/api/my/links', body))).toEqual([
      422,
      'validation_failed',
      ['kvkNumber:link_kvk_form', 'mailDomain:mail_domain_form'],
    ]);
  });

  it('stand with their evidence before the taskforce, never one’s own', async () => {
    const { challenge, first, name, reviewer, link } = await bound();
    const { body } = await send('GET', `/api/taskforce/challenges/${challenge.id}/conflicts`);
    const conflict = {
      organisationId: first.organisationId,
      organisationName: name,
      role: 'proposer',
      kind: 'declared_link',
      link: 'client',
      through: name,
      endedOn: null,
      waivedUntil: null,
      canBeWaived: true,
      proposalIds: [first.id],
    };
    expect(body).toMatchObject({
      people: [{ id: reviewer.id, name: 'Rein', links: [link], conflicts: [conflict] }],
      waivers: [],
      years: 3,
    });
    const assignments = await send('GET', `/api/taskforce/challenges/${challenge.id}/assignments`);
    expect(assignments.body).toMatchObject({
      reviewers: [{ id: reviewer.id, partyToProposalIds: [first.id], conflicts: [conflict] }],
    });
    await world.database.asOwner(`INSERT INTO membership (user_id, body, role) VALUES ($1, 'taskforce', 'member')`, [
      reviewer.id,
    ]);
    const self = await sendAs(world, reviewer.id);
    const seen = (await self('GET', `/api/taskforce/challenges/${challenge.id}/conflicts`))
      .body as ChallengeConflictsDto;
    expect(seen.people.map(({ conflicts }) => conflicts)).toEqual([[]]);
  });

  it('refuse an assignment with what was found, until a waiver and after it', async () => {
    const { challenge, first, second, name, reviewer, assign, waive } = await bound();
    const refused = await assign(first.id);
    expect(refusal(refused)).toEqual([422, 'validation_failed', ['reviewerIds.0:conflict_declared_link']]);
    expect(refused.text).toContain(name);
    expect((await assign(second.id)).body).toEqual({ created: 1 });
    const signed = await waive();
    const waiver = signed.body as WaiverDto; // the contract of the route
    expect([signed.status, waiver]).toMatchObject([
      201,
      { reviewerId: reviewer.id, organisationName: name, reason: LONG_AGO, isRunning: true },
    ]);
    expect((await assign(first.id)).body).toEqual({ created: 1 });
    expect(await events('conflict.waived')).toMatchObject([
      { subject_type: 'challenge', reason: LONG_AGO, payload: { proposalIds: [first.id], reviewerId: reviewer.id } },
    ]);
    const own = await sendAs(world, reviewer.id);
    const tasks = async (): Promise<number> =>
      JSON.stringify((await own('GET', '/api/my/reviews')).body).split('assignmentId').length - 1;
    const counts = [await tasks()];
    expect((await send('POST', `/api/taskforce/waivers/${waiver.id}/end`)).status).toBe(204);
    counts.push(await tasks());
    expect(counts).toEqual([2, 1]);
    expect(refusal(await send('POST', `/api/taskforce/waivers/${waiver.id}/end`)).slice(0, 2)).toEqual([
      409,
      'step_not_allowed',
    ]);
    expect((await send('GET', `/api/taskforce/challenges/${challenge.id}/conflicts`)).body).toMatchObject({
      waivers: [{ id: waiver.id, isRunning: false }],
    });
  });

  it('count again by themselves when the waiver is over, and at once when something new turns up', async () => {
    const { first, reviewer, own, name, waive } = await bound();
    const { id } = await makeAssignment(world.database, {
      proposal: first,
      reviewerId: reviewer.id,
      state: 'accepted',
    });
    const status = async (): Promise<number> => (await own('GET', `/api/my/reviews/${id}`)).status;
    await waive();
    const seen = [await status()];
    await world.database.shiftClock(3 * DAY_MS);
    const again = await sendAs(world, reviewer.id);
    seen.push((await again('GET', `/api/my/reviews/${id}`)).status);
    await world.database.shiftClock(0);
    seen.push(await status());
    await own('POST', '/api/my/links', { ...CLIENT, kind: 'shareholder', organisationName: name });
    seen.push(await status());
    expect(seen).toEqual([200, 404, 200, 404]);
  });

  it('that turn up between the question and the answer keep the proposal from the reviewer', async () => {
    const { challenge, proposals } = await makeJudging(world, 1);
    const [proposal] = proposals;
    if (proposal === undefined) throw new Error('One was asked for');
    const reviewer = await makeReviewer(world.database);
    const own = await sendAs(world, reviewer.id);
    const { id } = await makeAssignment(world.database, { proposal, reviewerId: reviewer.id });
    expect((await own('GET', `/api/my/reviews/${id}`)).status).toBe(200);
    await world.database.asOwner(`UPDATE organisation SET website = 'https://www.rein.test' WHERE id = $1`, [
      challenge.organisationId,
    ]);
    await world.database.asOwner(`UPDATE app_user SET email = $2 WHERE id = $1`, [reviewer.id, 'rein@rein.test']);
    const answers = [
      await own('GET', `/api/my/reviews/${id}`),
      await own('POST', `/api/my/reviews/${id}/declaration`, { hasConflict: false }),
    ];
    expect(answers.map(({ status }) => status)).toEqual([404, 404]);
  });

  it('are not waived when there are none, for members of a party, and for the past', async () => {
    const { second, reviewer, waive } = await bound();
    const refusals = [await waive({ organisationId: second.organisationId }), await waive({ endsAt: later(-1) })];
    await world.database.asOwner(
      `INSERT INTO membership (user_id, body, organisation_id, role) VALUES ($1, 'organisation', $2, 'member')`,
      [reviewer.id, second.organisationId],
    );
    refusals.push(await waive({ organisationId: second.organisationId }));
    expect(refusals.map(refusal)).toEqual([
      [422, 'validation_failed', ['organisationId:no_conflict']],
      [422, 'validation_failed', ['endsAt:past_instant']],
      [422, 'validation_failed', ['organisationId:party_not_waivable']],
    ]);
  });

  it('are not waived by a member of the taskforce with a stake', async () => {
    const { challenge, first, second, reviewer } = await bound();
    const officer = await makePerson(world.database, { bodies: ['taskforce'], organisationId: second.organisationId });
    const sendOfficer = await sendAs(world, officer.id);
    const body = { reviewerId: reviewer.id, organisationId: first.organisationId, reason: LONG_AGO, endsAt: later(2) };
    const refused = await sendOfficer('POST', `/api/taskforce/challenges/${challenge.id}/waivers`, body);
    expect([refused.status, (refused.body as { code: string }).code]).toEqual([409, 'judging_stake']);
  });

  it('of an address are found before its holder is invited', async () => {
    const { challenge, proposals } = await makeJudging(world, 1);
    const [proposal] = proposals;
    const check = async (email: string): Promise<AddressConflictsDto> =>
      (await send('POST', `/api/taskforce/challenges/${challenge.id}/conflict-checks`, { email }))
        .body as AddressConflictsDto; // the contract of the route
    await makePerson(world.database, { organisationId: proposal?.organisationId ?? '', email: 'directeur@maker.test' });
    const works = await makeOrganisation(world.database, { name: 'Elders' });
    const known = await makePerson(world.database, { name: 'Kees', email: 'kees@gmail.com', organisationId: works.id });
    await world.database.asOwner(
      'UPDATE organisation SET group_kvk_number = (SELECT kvk_number FROM organisation WHERE id = $2) WHERE id = $1',
      [works.id, challenge.organisationId],
    );
    expect(await check('Nieuw@Maker.test')).toMatchObject({
      name: null,
      conflicts: [{ kind: 'email_domain', through: 'maker.test', role: 'proposer', proposalIds: [proposal?.id] }],
    });
    expect(await check(known.email)).toMatchObject({
      name: 'Kees',
      conflicts: [{ kind: 'group', through: 'Elders', role: 'owner', proposalIds: [] }],
    });
    expect(await check('niemand@nergens.test')).toEqual({ name: null, conflicts: [] });
    await world.database.asOwner(`UPDATE proposal SET state = 'submitted' WHERE challenge_id = $1`, [challenge.id]);
    expect(await check('Nieuw@Maker.test')).toEqual({ name: null, conflicts: [] });
  });

  it('count for as many years as the taskforce says', async () => {
    const { challenge, own, link } = await bound();
    const today = new Date();
    const endedOn = new Date(Date.UTC(today.getUTCFullYear() - 5, today.getUTCMonth(), 1)).toISOString().slice(0, 10);
    const { id, version, ...fields } = link;
    await own('PUT', `/api/my/links/${id}`, { ...fields, endedOn, version });
    const found = async (): Promise<number> => {
      const { body } = await send('GET', `/api/taskforce/challenges/${challenge.id}/conflicts`);
      return (body as ChallengeConflictsDto).people.flatMap(({ conflicts }) => conflicts).length; // its contract
    };
    const counts = [await found()];
    expect((await send('PUT', '/api/taskforce/conflict-rule', { years: 6, version: 1 })).body).toEqual({
      years: 6,
      version: 2,
    });
    counts.push(await found());
    expect(counts).toEqual([0, 1]);
    expect((await send('PUT', '/api/taskforce/conflict-rule', { years: 3, version: 1 })).status).toBe(409);
    expect((await send('PUT', '/api/taskforce/conflict-rule', { years: 3, version: 2 })).status).toBe(200);
  });
});
