import { AssignReviewers, DeclareConflict, WriteReview } from '@htsm/api/reviews';
import { proposals } from '../content/proposals/all-proposals';
import { reviews, rounds, type DemoRound } from '../content/reviews/rounds';
import type { DemoReview, Moment } from '../content/types';
import type { Scene } from '../scene';
import { proposalName, type Stage } from '../stage';

type ScoreInput = Parameters<WriteReview['saveDraft']>[2]['scores'][number];

/** Who judges what, and what they find. */
export function reviewScenes(stage: Stage): Scene[] {
  return [
    ...rounds.map((round) => ({
      at: stage.at(round.assigned),
      name: `assign ${round.challenge}`,
      play: () => assign(stage, round),
    })),
    ...reviews.flatMap((review) => judging(stage, review)),
  ];
}

async function assign(stage: Stage, round: DemoRound): Promise<void> {
  const submitted = proposals.filter((one) => one.challenge === round.challenge && one.submitted !== undefined);
  const proposalIds = submitted.map((proposal) => stage.proposals.get(proposalName(proposal)).id);
  const { id } = stage.challenges.get(round.challenge);
  const byDue = Map.groupBy(round.reviewers, ({ due }) => stage.at(due).toISOString());
  for (const [dueAt, reviewers] of byDue) {
    const reviewerIds = reviewers.map(({ reviewer }) => stage.actors.get(reviewer).userId);
    await stage.service(AssignReviewers).run(stage.actors.get('marijke'), id, { proposalIds, reviewerIds, dueAt });
  }
}

function judging(stage: Stage, review: DemoReview): Scene[] {
  const name = `${proposalName(review)} by ${review.reviewer}`;
  const scene = (moment: Moment | undefined, verb: string, play: () => Promise<unknown>): Scene[] =>
    moment === undefined ? [] : [{ at: stage.at(moment), name: `${verb} ${name}`, play }];
  return [
    ...scene(review.answered, 'answer for', () => answer(stage, review)),
    ...scene(review.submitted, 'submit review of', () => submit(stage, review)),
  ];
}

/** Declares whether there is a conflict, and saves what is scored so far. */
async function answer(stage: Stage, review: DemoReview): Promise<void> {
  const actor = stage.actors.get(review.reviewer);
  const { id } = await assignment(stage, review);
  const { conflict, scores, remark, confidence } = review;
  const declaration = conflict === undefined ? { hasConflict: false } : { hasConflict: true, reason: conflict };
  await stage.service(DeclareConflict).run(actor, id, declaration);
  if (scores === undefined) return;
  const said = { ...(remark === undefined ? {} : { remark }), ...(confidence === undefined ? {} : { confidence }) };
  const input = { version: 1, scores: scoresOf(stage, review), ...said };
  await stage.service(WriteReview).saveDraft(actor, id, input);
}

async function submit(stage: Stage, review: DemoReview): Promise<void> {
  const { id, version } = await assignment(stage, review);
  await stage.service(WriteReview).submit(stage.actors.get(review.reviewer), id, { version });
}

function scoresOf(stage: Stage, review: DemoReview): ScoreInput[] {
  const { criterionIds } = stage.challenges.get(review.challenge);
  return (review.scores ?? []).map(([score, reason], index) => ({
    criterionId: criterionIds[index] ?? '',
    score: score === 'na' ? null : score,
    isNotApplicable: score === 'na',
    reason,
  }));
}

/** Finds the reviewer's task, with the version of what is written; 0 before anything is. */
async function assignment(stage: Stage, review: DemoReview): Promise<{ id: string; version: number }> {
  const { id: proposalId } = stage.proposals.get(proposalName(review));
  const [row] = await stage.owner.query<{ id: string; version: number }[]>(
    `SELECT a.id, coalesce(r.version, 0) AS version FROM review_assignment a LEFT JOIN review r ON r.assignment_id = a.id
     WHERE a.proposal_id = $1 AND a.reviewer_id = $2`,
    [proposalId, stage.actors.get(review.reviewer).userId],
  );
  if (row === undefined) throw new Error(`${review.reviewer} was never asked for ${proposalName(review)}`);
  return row;
}
