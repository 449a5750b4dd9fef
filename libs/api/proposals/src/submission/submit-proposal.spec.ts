import { randomUUID } from 'node:crypto';
import { ChallengeClock } from '@htsm/api/challenges';
import { makeChallenge } from '@htsm/api/challenges/testing';
import { makePerson, type TestWorld } from '@htsm/api/core/testing';
import type { SubmissionDto } from '../dto/my-proposal.dto';
import { TestProposer, createProposalsWorld, makeDraft, refusal } from '../testing/proposals-world';

const MINUTE_MS = 60_000;

describe('submitting a proposal', () => {
  let world: TestWorld;
  beforeAll(async () => {
    world = await createProposalsWorld();
  });
  afterEach(() => world.database.shiftClock(0));
  afterAll(() => world.close());

  const traces = (proposalId: string) =>
    world.database.asOwner(
      `SELECT (SELECT count(*)::int FROM proposal_receipt WHERE proposal_id = $1) AS receipts,
         (SELECT count(*)::int FROM event WHERE subject_id = $1 AND type = 'proposal.submitted') AS events,
         (SELECT count(*)::int FROM mail_outbox WHERE kind = 'proposal_received' AND variables->>'path' = '/my/proposals/' || $1::text) AS mails`,
      [proposalId],
    );

  it('gives one receipt and one mail per confirmed person, however often the button is pressed', async () => {
    const { sme, draft } = await makeDraft(world);
    const colleague = await sme.colleague();
    const unconfirmed = await makePerson(world.database, { organisationId: sme.organisationId });
    await world.database.asOwner('UPDATE app_user SET email_confirmed_at = NULL WHERE id = $1', [unconfirmed.id]);
    const key = randomUUID();
    const presses = Array.from({ length: 20 }, (_, i) =>
      (i % 2 === 0 ? sme : colleague).submit(draft, i < 10 ? key : randomUUID()),
    );
    const answers = (await Promise.all(presses)).map((answer) => [
      answer.status,
      (answer.body as SubmissionDto).receipt,
    ]);
    expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(1);
    expect(answers[0]?.[0]).toBe(200);
    expect(await traces(draft.id)).toEqual([{ receipts: 1, events: 1, mails: 2 }]);
  });

  it('gives the same receipt to the same key later on, also after closing', async () => {
    const { sme, draft } = await makeDraft(world, { closesAt: new Date(Date.now() + MINUTE_MS) });
    const key = randomUUID();
    const first = (await sme.submit(draft, key)).body as SubmissionDto;
    await world.database.shiftClock(MINUTE_MS);
    expect(((await sme.submit(draft, key)).body as SubmissionDto).receipt).toEqual(first.receipt);
    expect(refusal(await sme.submit({ id: draft.id, version: draft.version + 1 }, key))).toEqual([
      409,
      'proposal_submit_key_used',
      [],
    ]);
  });

  it('names every gap, and leaves no trace', async () => {
    const challenge = await makeChallenge(world.database);
    const sme = await TestProposer.make(world);
    const draft = await sme.complete(challenge);
    await sme.send('PATCH', `/api/my/proposals/${draft.id}`, {
      version: draft.version,
      title: ' ',
      summary: 'woord '.repeat(101),
      priceEur: null,
      fits: [{ criterionId: challenge.criterionIds[1], text: '' }],
    });
    const answer = await sme.submit(await sme.read(draft.id));
    expect(refusal(answer)).toEqual([
      422,
      'proposal_incomplete',
      [
        'title:proposal_required',
        'summary:proposal_too_many_words',
        `fits.${challenge.criterionIds[1]}:proposal_required`,
        'priceEur:proposal_required',
      ],
    ]);
    expect((answer.body as { errors: { detail: string }[] }).errors[1]?.detail).toBe(
      'Dit is 1 woorden te lang: 101 van hoogstens 100. Maak de tekst korter.',
    );
    expect(await traces(draft.id)).toEqual([{ receipts: 0, events: 0, mails: 0 }]);
  });

  it('submits only the version that was checked', async () => {
    const { sme, draft } = await makeDraft(world);
    await (
      await sme.colleague()
    ).send('PATCH', `/api/my/proposals/${draft.id}`, { version: draft.version, title: 'Anders' });
    expect(refusal(await sme.submit(draft))).toEqual([409, 'version_conflict', []]);
  });

  it('goes by the clock of the database: one minute before closing it is in time, at closing too late', async () => {
    const closesAt = new Date(Date.now() + 60 * MINUTE_MS);
    const challenge = await makeChallenge(world.database, { closesAt });
    const [early, late] = [await TestProposer.make(world), await TestProposer.make(world)];
    const drafts = [await early.complete(challenge), await late.complete(challenge)] as const;
    await world.database.shiftClock(59 * MINUTE_MS);
    expect((await early.submit(drafts[0])).status).toBe(200);
    await world.database.shiftClock(60 * MINUTE_MS);
    const answer = await late.submit(drafts[1]);
    expect(refusal(answer)).toEqual([409, 'proposal_deadline_passed', []]);
    expect((answer.body as { detail: string }).detail).toMatch(
      /^De challenge sloot op \w+ \d+ \w+ \d{4} om \d\d:\d\d \(UTC\+[12]\)\. Onze klok telt\. Uw concept blijft bewaard\.$/,
    );
    const pulled = await early.send('POST', `/api/my/proposals/${drafts[0].id}/pull-back`, {
      version: drafts[0].version + 1,
    });
    expect(refusal(pulled)).toEqual([409, 'proposal_deadline_passed', []]);
    expect(await traces(drafts[1].id)).toEqual([{ receipts: 0, events: 0, mails: 0 }]);
    expect(await world.database.asOwner('SELECT state FROM challenge WHERE id = $1', [challenge.id])).toEqual([
      { state: 'open' },
    ]);
  });

  it('starts nothing in a challenge that is over or cancelled', async () => {
    const sme = await TestProposer.make(world);
    const challenge = await makeChallenge(world.database, { closesAt: new Date(Date.now() + MINUTE_MS) });
    await world.database.shiftClock(2 * MINUTE_MS);
    const start = () => sme.send('POST', '/api/my/proposals', { challengeSlug: challenge.slug });
    expect(refusal(await start())).toEqual([409, 'proposal_deadline_passed', []]);
    await world.database.asOwner(`UPDATE challenge SET state = 'cancelled' WHERE id = $1`, [challenge.id]);
    expect(refusal(await start())).toEqual([409, 'proposal_challenge_not_open', []]);
  });
});

describe('the clock', () => {
  it('sends submitted proposals to review at closing, and leaves drafts alone and unseen', async () => {
    const world = await createProposalsWorld('worker');
    const people = await createPeople(world);
    await world.database.shiftClock(30 * 24 * 60 * MINUTE_MS);
    await world.app.get(ChallengeClock).tick();
    const states = await world.database.asOwner('SELECT organisation_id, state FROM proposal ORDER BY state');
    const events = await world.database.asOwner(
      `SELECT subject_id, actor_id, is_sealed FROM event WHERE type = 'proposal.review_started'`,
    );
    await world.close();
    expect(states).toEqual([
      { organisation_id: people.late, state: 'draft' },
      { organisation_id: people.inTime, state: 'under_review' },
    ]);
    expect(events).toEqual([{ subject_id: people.submitted, actor_id: null, is_sealed: false }]);
  });
});

async function createPeople(world: TestWorld): Promise<{ inTime: string; late: string; submitted: string }> {
  const challenge = await makeChallenge(world.database);
  const [inTime, late] = [await TestProposer.make(world), await TestProposer.make(world)];
  const { proposal } = await inTime.propose(challenge);
  await late.complete(challenge);
  return { inTime: inTime.organisationId, late: late.organisationId, submitted: proposal.id };
}
