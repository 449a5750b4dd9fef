import { makeChallenge } from '@htsm/api/challenges/testing';
import { makeOrganisation, makePerson, type TestWorld } from '@htsm/api/core/testing';
import { TestProposer, countStatements, createProposalsWorld, makeDraft, refusal } from './testing/proposals-world';

const HOUR_MS = 3_600_000;

describe('the life of a proposal', () => {
  let world: TestWorld;
  beforeAll(async () => {
    world = await createProposalsWorld();
  });
  afterEach(() => world.database.shiftClock(0));
  afterAll(() => world.close());

  it('starts empty, once per organisation and challenge', async () => {
    const challenge = await makeChallenge(world.database, { titleNl: 'Wissels', titleEn: '' });
    const sme = await TestProposer.make(world, { name: 'Terpstaal' });
    const first = await sme.send('POST', '/api/my/proposals', { challengeSlug: challenge.slug });
    const draft = await sme.start(challenge);
    expect([first.status, (await (await sme.colleague()).start(challenge)).id]).toEqual([201, draft.id]);
    expect(draft).toEqual({
      id: draft.id,
      version: 1,
      state: 'draft',
      organisationId: sme.organisationId,
      organisationName: 'Terpstaal',
      title: '',
      summary: '',
      approach: '',
      planning: '',
      priceEur: null,
      fits: challenge.criterionIds.map((criterionId) => ({ criterionId, text: '' })),
      criteria: challenge.criterionIds.map((id, i) => ({
        id,
        titleNl: `Criterium ${i + 1}`,
        titleEn: `Criterion ${i + 1}`,
        weight: [40, 35, 25][i],
        knockOutMinimum: i === 0 ? 2 : null,
      })),
      challenge: expect.objectContaining({
        slug: challenge.slug,
        state: 'open',
        titleNl: 'Wissels',
        titleEn: 'Wissels',
      }),
      attachments: [],
      receipts: [],
      gaps: [
        'title',
        'summary',
        'approach',
        ...challenge.criterionIds.map((id) => `fits.${id}`),
        'planning',
        'priceEur',
      ].map((path) => ({
        path,
        code: 'required',
        wordsOver: 0,
      })),
      actions: { canEdit: true, canSubmit: true, canPullBack: false, canWithdraw: true },
      submittedAt: null,
      savedAt: expect.any(String),
      now: expect.any(String),
    });
  });

  it('is not for companies, owners and strangers', async () => {
    const challenge = await makeChallenge(world.database);
    const scheduled = await makeChallenge(world.database, { state: 'scheduled' });
    const company = await makeOrganisation(world.database, { kind: 'company' });
    const director = await world.signInAs((await makePerson(world.database, { organisationId: company.id })).id);
    const sme = await TestProposer.make(world);
    const own = await makeChallenge(world.database, { organisationId: sme.organisationId, createdBy: sme.userId });
    const post = (cookie: string | undefined, slug: string) =>
      world.request('POST', '/api/my/proposals', {
        body: { challengeSlug: slug },
        ...(cookie === undefined ? {} : { cookie }),
      });
    expect(refusal(await post(undefined, challenge.slug))).toEqual([401, 'not_signed_in', []]);
    expect(refusal(await post(director, challenge.slug))).toEqual([403, 'not_allowed', []]);
    expect(refusal(await post(sme.cookie, scheduled.slug))).toEqual([404, 'not_found', []]);
    expect(refusal(await post(sme.cookie, own.slug))).toEqual([403, 'proposal_not_for_organisation', []]);
    const rival = await TestProposer.make(world);
    const draft = await rival.start(challenge);
    expect(refusal(await sme.send('GET', `/api/my/proposals/${draft.id}`))).toEqual([404, 'not_found', []]);
    expect(refusal(await sme.submit(draft))).toEqual([404, 'not_found', []]);
  });

  it('saves field by field and shows both texts when two people change it', async () => {
    const { sme, draft, challenge } = await makeDraft(world);
    const saved = await sme.send('PATCH', `/api/my/proposals/${draft.id}`, {
      version: draft.version,
      title: 'Mijn titel ',
    });
    expect(saved.body).toEqual({
      version: draft.version + 1,
      savedAt: expect.any(String),
      gapCount: 0,
      now: expect.any(String),
    });
    const late = await sme.send('PATCH', `/api/my/proposals/${draft.id}`, {
      version: draft.version,
      title: 'Andere titel',
    });
    expect(refusal(late)).toEqual([409, 'version_conflict', []]);
    expect((late.body as { current: unknown }).current).toEqual({
      ...draft,
      version: draft.version + 1,
      title: 'Mijn titel ',
      savedAt: expect.any(String),
      now: expect.any(String),
    });
    const strange = [{ criterionId: (await makeChallenge(world.database)).criterionIds[0], text: 'x' }];
    const wrong = await sme.send('PATCH', `/api/my/proposals/${draft.id}`, {
      version: draft.version + 1,
      fits: strange,
    });
    expect(refusal(wrong)).toEqual([422, 'validation_failed', ['fits.0.criterionId:id']]);
    expect((await sme.read(draft.id)).fits).toEqual(
      challenge.criterionIds.map((criterionId) => ({ criterionId, text: 'Dat past.' })),
    );
  });

  it('is submitted, pulled back, changed, submitted again and withdrawn, with a receipt each time', async () => {
    const { sme, draft } = await makeDraft(world);
    const first = (await sme.submit(draft)).body as { receipt: { number: string } };
    const submitted = await sme.read(draft.id);
    expect([submitted.state, submitted.actions]).toEqual([
      'submitted',
      { canEdit: false, canSubmit: false, canPullBack: true, canWithdraw: true },
    ]);
    expect(
      refusal(await sme.send('PATCH', `/api/my/proposals/${draft.id}`, { version: submitted.version, title: 'x' })),
    ).toEqual([409, 'proposal_not_a_draft', []]);
    const back = await sme.send('POST', `/api/my/proposals/${draft.id}/pull-back`, { version: submitted.version });
    expect([back.status, (back.body as { state: string }).state]).toEqual([200, 'draft']);
    const second = (await sme.submit(await sme.read(draft.id))).body as { receipt: { number: string } };
    const again = await sme.read(draft.id);
    expect(again.receipts.map((receipt) => [receipt.number, receipt.isCurrent])).toEqual([
      [second.receipt.number, true],
      [first.receipt.number, false],
    ]);
    const gone = await sme.send('POST', `/api/my/proposals/${draft.id}/withdrawal`, { version: again.version });
    expect((gone.body as { state: string }).state).toBe('withdrawn');
    const events = await world.database.asOwner('SELECT type, is_sealed FROM event WHERE subject_id = $1 ORDER BY id', [
      draft.id,
    ]);
    expect(events).toEqual(
      ['started', 'submitted', 'pulled_back', 'submitted', 'withdrawn'].map((step) => ({
        type: `proposal.${step}`,
        is_sealed: true,
      })),
    );
    const mails = await world.database.asOwner(
      'SELECT kind FROM mail_outbox WHERE to_user_id = $1 ORDER BY created_at, id',
      [sme.userId],
    );
    expect(mails.map((mail) => (mail as { kind: string }).kind)).toEqual([
      'proposal_received',
      'proposal_pulled_back',
      'proposal_received',
      'proposal_withdrawn',
    ]);
  });

  it('tells the taskforce of a proposal that leaves after closing, and of none before', async () => {
    const taskforce = await makePerson(world.database, { bodies: ['taskforce'] });
    const mails = () =>
      world.database.asOwner(
        `SELECT variables->>'organisationName' AS name, variables->>'path' AS path FROM mail_outbox WHERE to_user_id = $1`,
        [taskforce.id],
      );
    const early = await makeDraft(world);
    await early.sme.send('POST', `/api/my/proposals/${early.draft.id}/withdrawal`, { version: early.draft.version });
    expect(await mails()).toEqual([]);
    const { sme, draft, challenge } = await makeDraft(world);
    await world.database.asOwner(`UPDATE proposal SET state = 'under_review' WHERE id = $1`, [draft.id]);
    const left = await sme.send('POST', `/api/my/proposals/${draft.id}/withdrawal`, { version: draft.version });
    expect([left.status, (left.body as { state: string }).state]).toEqual([200, 'withdrawn']);
    expect(await mails()).toEqual([
      { name: draft.organisationName, path: `/taskforce/challenges/${challenge.id}/ranking` },
    ]);
  });

  it('starts anew after it was withdrawn', async () => {
    const { sme, draft, challenge } = await makeDraft(world);
    await sme.send('POST', `/api/my/proposals/${draft.id}/withdrawal`, { version: draft.version });
    const fresh = await sme.start(challenge);
    expect([fresh.id === draft.id, fresh.title]).toEqual([false, '']);
  });

  it('keeps a draft editable after closing, but takes it no more', async () => {
    const { sme, draft } = await makeDraft(world, { closesAt: new Date(Date.now() + HOUR_MS) });
    await world.database.shiftClock(HOUR_MS);
    const saved = await sme.send('PATCH', `/api/my/proposals/${draft.id}`, {
      version: draft.version,
      title: 'Nog een woord',
    });
    expect(saved.status).toBe(200);
    expect((await sme.read(draft.id)).actions).toEqual({
      canEdit: true,
      canSubmit: false,
      canPullBack: false,
      canWithdraw: true,
    });
  });

  it('lists the own proposals only, in pages, in one statement for each page', async () => {
    const sme = await TestProposer.make(world);
    const colleague = await sme.colleague();
    const { draft: rival } = await makeDraft(world);
    const ids: string[] = [];
    for (let i = 0; i < 52; i += 1) ids.unshift((await colleague.start(await makeChallenge(world.database))).id);
    const first = (await sme.send('GET', '/api/my/proposals')).body as {
      items: { id: string; gapCount: number }[];
      next: string;
    };
    const second = (await sme.send('GET', `/api/my/proposals?cursor=${first.next}`)).body as {
      items: { id: string }[];
      next: null;
    };
    expect([...first.items, ...second.items].map((item) => item.id)).toEqual(ids);
    // session, begin, list, commit
    expect(await countStatements(world, () => sme.send('GET', '/api/my/proposals'))).toBe(4);
    expect([first.items[0]?.gapCount, second.next, ids.includes(rival.id)]).toEqual([8, null, false]);
  });
});
