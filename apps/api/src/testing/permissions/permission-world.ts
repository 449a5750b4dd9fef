import { makeChallenge } from '@htsm/api/challenges/testing';
import { randomUUID } from 'node:crypto';
import type { TestWorld } from '@htsm/api/core/testing';
import { OBJECT_STATES } from '@htsm/domain/permissions';
import { createWholeApi } from '../../testing-app';
import { makeCast, makePlaces, type Cast } from './cast';
import { makeCalls } from './make-calls';
import { makeMeetings } from './make-meetings';
import { makePanels } from './make-panels';
import { ThingMaker } from './make-things';
import { plantSecrets, readersOf } from './secrets';
import type { Facts, Person, Thing } from './things';

/** The whole API with somebody in every role, something in every state, and a secret in every confidential field. */
export interface PermissionWorld {
  readonly test: TestWorld;
  readonly cast: Cast;
  readonly people: readonly Person[];
  readonly things: readonly Thing[];
  readonly facts: Facts;
}

/** Starts it; close `test` afterwards. */
export async function createPermissionWorld(): Promise<PermissionWorld> {
  const test = await createWholeApi();
  const places = await makePlaces(test);
  const cast = await makeCast(test, places);
  const maker = new ThingMaker(test, places, cast);
  for (const state of ['draft', 'in_moderation', 'changes_requested', 'scheduled', 'cancelled_unopened']) {
    await maker.challenge(state);
  }
  await openForProposals(maker);
  await beingJudged(maker);
  await decided(maker);
  await board(maker);
  await meetings(maker, test);
  await calls(maker, test);
  await maker.accounts();
  maker.things.push(...(await panels(maker, test)));
  const { things, proposals, assignments, suggestions, owners } = maker;
  const world = {
    test,
    cast,
    people: Object.values(cast),
    things,
    facts: {
      proposals,
      assignments,
      suggestions,
      owners,
      ties: await bind(test, cast.taskforceTied.id, places.proposer.id),
    },
  };
  await plantSecrets(test, world);
  await writeLog(world);
  return world;
}

/** What a reviewer of the challenge being judged declared, and waivers for the proposal of the proposer. */
function panels({ proposals, places, cast }: ThingMaker, { database }: TestWorld): Promise<readonly Thing[]> {
  const proposal = proposals.find((one) => one.organisationId === places.proposer.id && one.state === 'under_review');
  if (proposal === undefined) throw new Error('It was made just before');
  return makePanels(database, { reviewerId: cast.idle.id ?? '', signerId: cast.taskforce.id ?? '', proposal });
}

/** Has a member of the panel declare a link with an organisation. */
async function bind(
  { database }: TestWorld,
  userId: string | undefined,
  organisationId: string,
): Promise<Facts['ties']> {
  await database.asOwner(
    `INSERT INTO reviewer_link (user_id, kind, organisation_name, kvk_number) SELECT $1, 'client', 'Klant', kvk_number FROM organisation WHERE id = $2`,
    [userId, organisationId],
  );
  return new Map([[userId ?? '', organisationId]]);
}

/** Two open challenges and a cancelled one: each SME has a draft for one, and has submitted for another. */
async function openForProposals(maker: ThingMaker): Promise<void> {
  const { proposer, rival } = maker.places;
  const [first, second, cancelled] = [
    await maker.challenge('open'),
    await maker.challenge('open'),
    await maker.challenge('cancelled'),
  ];
  await maker.proposal(first, proposer.id, 'submitted');
  await maker.proposal(first, rival.id, 'draft');
  await maker.proposal(second, proposer.id, 'draft');
  await maker.proposal(second, rival.id, 'submitted');
  await maker.proposal(cancelled, proposer.id, 'submitted');
}

/** A challenge being judged, with a reviewer in every state of the task. */
async function beingJudged(maker: ThingMaker): Promise<void> {
  const { cast, places } = maker;
  const challenge = await maker.challenge('evaluating');
  const ours = await maker.proposal(challenge, places.proposer.id, 'under_review');
  const theirs = await maker.proposal(challenge, places.rival.id, 'under_review');
  const third = await maker.proposal(challenge, places.institute.id, 'shortlisted');
  await maker.task(ours, cast.undeclared.id, 'assigned');
  await maker.task(ours, cast.reading.id, 'accepted');
  await maker.task(ours, cast.finished.id, 'submitted');
  await maker.task(ours, cast.conflicted.id, 'conflicted');
  await maker.task(ours, cast.leftPanel.id, 'accepted');
  await maker.task(ours, cast.reviewingRival.id, 'accepted');
  await maker.task(ours, cast.taskforceReading.id, 'accepted');
  await maker.task(ours, cast.taskforceConflicted.id, 'conflicted');
  await maker.task(theirs, cast.finished.id, 'submitted');
  await maker.task(theirs, cast.conflicted.id, 'accepted');
  await maker.task(third, cast.reading.id, 'submitted');
  for (const proposal of [ours, theirs, third]) await maker.answer(proposal, false);
}

/** Decided and closed challenges, with every outcome, and what came of it. */
async function decided(maker: ThingMaker): Promise<void> {
  const { cast, places } = maker;
  const challenge = await maker.challenge('decided');
  const won = await maker.proposal(challenge, places.proposer.id, 'awarded');
  const lost = await maker.proposal(challenge, places.rival.id, 'declined');
  const kept = await maker.proposal(challenge, places.institute.id, 'reserve');
  for (const proposal of [won, lost, kept]) {
    await maker.task(proposal, cast.finished.id, 'submitted');
    await maker.answer(proposal, true);
  }
  await maker.task(won, cast.taskforceConflicted.id, 'conflicted');
  await maker.task(won, cast.conflicted.id, 'conflicted');
  await maker.match(won);
  const closed = await maker.challenge('closed');
  await maker.proposal(closed, places.proposer.id, 'withdrawn');
  const winner = await maker.proposal(closed, places.rival.id, 'awarded');
  await maker.question(winner);
  const asking = await maker.proposal(closed, places.institute.id, 'reserve');
  await maker.question(asking);
}

/** A board with an SME in every state; the institute does not show its name to owners. */
async function board(maker: ThingMaker): Promise<void> {
  const { proposer, rival, institute } = maker.places;
  const hidden = new Set(['invited_unnamed', 'interested_unnamed']);
  for (const [index, state] of OBJECT_STATES.suggestion.entries()) {
    const sme = hidden.has(state) ? institute : index % 2 === 0 ? proposer : rival;
    await maker.suggestion(await maker.challenge('open'), sme.id, state);
  }
}

/** Calls for partners of the proposer, answered by another company. */
async function calls(maker: ThingMaker, test: TestWorld): Promise<void> {
  const { cast, places } = maker;
  const who = {
    callerId: places.proposer.id,
    by: cast.proposer.id ?? '',
    answererId: places.otherCompany.id,
    answeredBy: cast.otherCompany.id ?? '',
  };
  // not among the challenges of the test: who has an open call places no second one
  const newChallenge = async (): Promise<{ id: string }> => {
    const made = await makeChallenge(test.database, {
      organisationId: places.owner.id,
      createdBy: cast.owner.id ?? '',
    });
    maker.owners.set(made.id, places.owner.id);
    return made;
  };
  maker.things.push(...(await makeCalls(test, newChallenge, who)));
}

/** Matchmaking events at which the proposer meets the owner. */
async function meetings(maker: ThingMaker, test: TestWorld): Promise<void> {
  const challenge = await maker.challenge('open');
  const who = { ownerId: maker.places.owner.id, smeId: maker.places.proposer.id, by: maker.cast.taskforce.id ?? '' };
  maker.things.push(...(await makeMeetings(test, { ...who, challengeId: challenge.id })));
}

/** Lines in the audit log, each with a secret reason: about proposals and about tasks, sealed where they would be. */
async function writeLog(world: PermissionWorld): Promise<void> {
  const about = world.things.filter(({ kind }) => kind === 'proposal' || kind === 'assignment');
  for (const { kind, id, proposalId = '', challengeId = '' } of about) {
    const { state } = world.things.find((thing) => thing.id === proposalId) ?? { state: 'draft' };
    const isSealed = ['draft', 'submitted', 'withdrawn'].includes(state);
    const line: Thing = {
      kind: 'audit_line',
      state: isSealed ? 'sealed' : 'open',
      id: randomUUID(),
      proposalId,
      challengeId,
      params: {},
    };
    await world.test.database.asOwner(
      `INSERT INTO event (type, subject_type, subject_id, reason, payload, is_sealed) VALUES ($1, $2, $3, $4, $5, $6)`,
      [
        `${kind}.tested`,
        kind === 'proposal' ? 'proposal' : 'review_assignment',
        id,
        world.test.canaries.plant(`audit line about ${kind} in ${state}`, readersOf(world, line, 'audit_line.all')),
        JSON.stringify(kind === 'proposal' ? { challengeId } : { challengeId, proposalId }),
        isSealed,
      ],
    );
  }
}
