import { Injectable } from '@nestjs/common';
import type { Locale } from '@htsm/domain';
import { Database, NotFound, type FileToSend, type Tx, type UserActor } from '@htsm/api/core';
import type { QueuedChallengeDto, ReviewQueueDto } from '../dto/review-queue.dto';
import type { ReviewDeskDto } from '../dto/review-desk.dto';
import {
  JudgedChallengesRepository,
  toJudgedChallenge,
  type JudgedChallenge,
} from '../reading/judged-challenges.repository';
import { AssignedProposals } from './assigned-proposals';
import { roundedWeightedScore, toFellowReviews, toOwnReview } from './review.mapper';
import { ReviewsRepository, type OwnAssignment, type QueueRow } from './reviews.repository';

/** What a reviewer reads: the queue and the desk. */
@Injectable()
export class ReviewDesk {
  constructor(
    private readonly database: Database,
    private readonly reviews: ReviewsRepository,
    private readonly challenges: JudgedChallengesRepository,
    private readonly proposals: AssignedProposals,
  ) {}

  /** Gives all tasks of the reviewer; empty when there are none. */
  readQueue(actor: UserActor, locale: Locale): Promise<ReviewQueueDto> {
    return this.database.as(actor, async (tx) => {
      const rows = await this.reviews.queue(tx, actor.userId, locale);
      const now = await tx.now();
      const challenges = [...Map.groupBy(rows, (row) => row.challengeId).values()].map(queuedChallenge);
      return { challenges: challenges.sort(byUrgency), now: now.toISOString() };
    });
  }

  /** Gives one task; throws NotFound when it is not the reviewer's, or they declared a conflict. */
  readDesk(actor: UserActor, assignmentId: string, locale: Locale): Promise<ReviewDeskDto> {
    return this.database.as(actor, async (tx) => {
      const { assignment, challenge } = await this.findTask(tx, actor, { assignmentId, locale });
      return this.deskOf(tx, { actor, assignment, challenge, locale });
    });
  }

  /** Gives all tasks in the challenge of one, by number; throws NotFound as for that one. */
  readDesksBeside(actor: UserActor, assignmentId: string, locale: Locale): Promise<ReviewDeskDto[]> {
    return this.database.as(actor, async (tx) => {
      const { challenge } = await this.findTask(tx, actor, { assignmentId, locale });
      const desks: ReviewDeskDto[] = [];
      for (const id of await this.reviews.ownTasksIn(tx, actor.userId, challenge.id)) {
        const assignment = await this.reviews.ownAssignment(tx, actor.userId, id);
        if (assignment !== null) desks.push(await this.deskOf(tx, { actor, assignment, challenge, locale }));
      }
      return desks;
    });
  }

  /** Gives a file of the assigned proposal; throws NotFound before the declaration and after a conflict. */
  findFile(actor: UserActor, assignmentId: string, attachmentId: string): Promise<FileToSend> {
    return this.database.as(actor, async (tx) => {
      const assignment = await this.reviews.ownAssignment(tx, actor.userId, assignmentId);
      if (assignment === null || assignment.state === 'assigned') throw new NotFound();
      return this.proposals.file(tx, assignment, { attachmentId, locale: actor.locale });
    });
  }

  private async findTask(
    tx: Tx,
    actor: UserActor,
    { assignmentId, locale }: { assignmentId: string; locale: Locale },
  ): Promise<{ assignment: OwnAssignment; challenge: JudgedChallenge }> {
    const assignment = await this.reviews.ownAssignment(tx, actor.userId, assignmentId);
    const challenge = assignment === null ? null : await this.challenges.find(tx, assignment.challengeId, locale);
    if (assignment === null || challenge === null) throw new NotFound();
    return { assignment, challenge };
  }

  private async deskOf(tx: Tx, task: OpenedTask): Promise<ReviewDeskDto> {
    const { assignment, challenge } = task;
    return assignment.state === 'assigned' ? undeclaredDesk(assignment, challenge) : this.openDesk(tx, task);
  }

  private async openDesk(tx: Tx, { actor, assignment, challenge, locale }: OpenedTask): Promise<ReviewDeskDto> {
    const proposal = await this.proposals.find(tx, assignment, locale);
    const reviews = await this.reviews.reviewsOf(tx, assignment.proposalId);
    const own = reviews.find((review) => review.reviewerId === actor.userId);
    const others = reviews.filter((review) => review.reviewerId !== actor.userId && review.state === 'submitted');
    return {
      ...undeclaredDesk(assignment, challenge),
      card: null,
      proposal,
      criteria: challenge.criteria,
      review: own === undefined ? null : toOwnReview(challenge.criteria, own),
      others: toFellowReviews(challenge.criteria, others),
    };
  }
}

/** A task whose reviewer declared to have no conflict. */
interface OpenedTask {
  readonly actor: UserActor;
  readonly assignment: OwnAssignment;
  readonly challenge: JudgedChallenge;
  readonly locale: Locale;
}

function undeclaredDesk(assignment: OwnAssignment, challenge: JudgedChallenge): ReviewDeskDto {
  return {
    assignmentId: assignment.id,
    state: assignment.state,
    number: assignment.number,
    dueAt: assignment.dueAt,
    isBlind: assignment.isBlind,
    challenge: toJudgedChallenge(challenge),
    card: { proposerName: assignment.proposerName, proposerCity: assignment.proposerCity },
    proposal: null,
    criteria: [],
    review: null,
    others: [],
    now: challenge.now,
  };
}

function queuedChallenge(rows: readonly QueueRow[]): QueuedChallengeDto {
  const [first] = rows;
  if (first === undefined) throw new Error('A group holds at least one row');
  const items = rows.map((row) => ({
    assignmentId: row.assignmentId,
    number: row.number,
    state: row.state,
    isDraft: row.state === 'accepted' && row.scores.some(isTouched),
    isAnchor: row.isAnchor,
    dueAt: row.dueAt,
    ownScore: row.state === 'submitted' ? roundedWeightedScore(row.criteria, row.scores) : null,
  }));
  const open = items.filter((item) => item.state !== 'submitted');
  return {
    id: first.challengeId,
    slug: first.slug,
    title: first.title,
    ownerName: first.ownerName,
    state: first.challengeState,
    dueAt: open.map((item) => item.dueAt).sort()[0] ?? null,
    total: items.length,
    submitted: items.length - open.length,
    drafts: items.filter((item) => item.isDraft).length,
    items,
  };
}

function isTouched(score: QueueRow['scores'][number]): boolean {
  return score.score !== null || score.isNotApplicable || score.reason !== '';
}

/** What is due first comes first; what is done or decided comes last. */
function byUrgency(a: QueuedChallengeDto, b: QueuedChallengeDto): number {
  const key = (challenge: QueuedChallengeDto): string =>
    challenge.state === 'evaluating' && challenge.dueAt !== null ? challenge.dueAt : 'later';
  return key(a).localeCompare(key(b)) || a.id.localeCompare(b.id);
}
