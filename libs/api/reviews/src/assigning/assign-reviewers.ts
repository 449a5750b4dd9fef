import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import {
  Database,
  StepNotAllowed,
  ValidationFailed,
  type FieldFault,
  type MailRecipient,
  type Tx,
  type UserActor,
} from '@htsm/api/core';
import { ChallengeSteps, titleFor, type SteppedChallenge } from '@htsm/api/challenges';
import type { AssignReviewersDto, AssignedDto } from '../dto/assignments.dto';
import { ReviewNews } from '../review-news';
import { AssignmentsRepository, type PartyRow } from './assignments.repository';

/** Gives several proposals to several reviewers at once; each reviewer gets one mail about the batch. */
@Injectable()
export class AssignReviewers {
  constructor(
    private readonly database: Database,
    private readonly steps: ChallengeSteps,
    private readonly assignments: AssignmentsRepository,
    private readonly news: ReviewNews,
  ) {}

  /** Throws ValidationFailed for people outside the panel, parties, foreign proposals and dates in the past. */
  run(actor: UserActor, challengeId: string, input: AssignReviewersDto): Promise<AssignedDto> {
    return this.database.as(actor, async (tx) => {
      const challenge = await this.steps.lock(tx, challengeId);
      if (challenge.state !== 'evaluating') throw new StepNotAllowed(challenge.state, 'assign');
      const people = await this.assignments.panelMembers(tx, challengeId, input.reviewerIds);
      const faults = await this.faults(tx, challengeId, input, people);
      if (faults.length > 0) throw new ValidationFailed(faults);
      const created = await this.assignments.create(tx, { ...input, challengeId, assignedBy: actor.userId });
      const batch = randomUUID();
      for (const [reviewerId, pairs] of Map.groupBy(created, (pair) => pair.reviewerId)) {
        const to = people.find((person) => person.userId === reviewerId);
        if (to !== undefined)
          await this.tell(tx, { challenge, to, batch, proposals: pairs.length, dueAt: input.dueAt });
        await this.news.events.append(tx, {
          type: 'review.assigned',
          subjectType: 'challenge',
          subjectId: challengeId,
          actorId: actor.userId,
          payload: { reviewerId, proposalIds: pairs.map((pair) => pair.proposalId), dueAt: input.dueAt },
        });
      }
      return { created: created.length };
    });
  }

  private async faults(
    tx: Tx,
    challengeId: string,
    input: AssignReviewersDto,
    people: readonly MailRecipient[],
  ): Promise<FieldFault[]> {
    const known = await this.assignments.knownProposals(tx, challengeId, input.proposalIds);
    const parties = await this.assignments.parties(tx, challengeId, input.reviewerIds);
    const isPast = new Date(input.dueAt) <= (await tx.now());
    const strangers = input.reviewerIds.flatMap((id, index) =>
      people.some((person) => person.userId === id) ? [] : [{ path: `reviewerIds.${index}`, code: 'not_on_panel' }],
    );
    const foreign = input.proposalIds.flatMap((id, index) =>
      known.has(id) ? [] : [{ path: `proposalIds.${index}`, code: 'id' }],
    );
    const members = parties.map((party) => ({
      path: `reviewerIds.${input.reviewerIds.indexOf(party.reviewerId)}`,
      code: 'reviewer_is_party',
      params: { name: party.reviewerName, organisation: party.organisationName },
    }));
    const bound = await this.bound(tx, { challengeId, input, people, parties });
    return [
      ...foreign,
      ...strangers,
      ...members,
      ...bound,
      ...(isPast ? [{ path: 'dueAt', code: 'past_instant' }] : []),
    ];
  }

  /** What binds the people to whoever takes part in the proposals, each with its evidence; members of parties are named as such. */
  private async bound(
    tx: Tx,
    {
      challengeId,
      input,
      people,
      parties,
    }: {
      challengeId: string;
      input: AssignReviewersDto;
      people: readonly MailRecipient[];
      parties: readonly PartyRow[];
    },
  ): Promise<FieldFault[]> {
    const found = await this.assignments.conflictsIn(tx, challengeId);
    const counting = found.filter(
      ({ reviewerId, waivedUntil, proposalIds }) =>
        waivedUntil === null &&
        input.reviewerIds.includes(reviewerId) &&
        !parties.some((party) => party.reviewerId === reviewerId) &&
        proposalIds.some((id) => input.proposalIds.includes(id)),
    );
    return counting.map(({ reviewerId, kind, organisationName, through }) => ({
      path: `reviewerIds.${input.reviewerIds.indexOf(reviewerId)}`,
      code: `conflict_${kind}`,
      params: {
        name: people.find(({ userId }) => userId === reviewerId)?.name ?? '',
        organisation: organisationName,
        through,
      },
    }));
  }

  private async tell(
    tx: Tx,
    news: { challenge: SteppedChallenge; to: MailRecipient; batch: string; proposals: number; dueAt: string },
  ): Promise<void> {
    const { challenge, to, batch, proposals, dueAt } = news;
    const challengeTitle = titleFor(challenge, to.locale);
    await this.news.outbox.enqueue(tx, {
      kind: 'review_assigned',
      to,
      variables: {
        name: to.name,
        challengeTitle,
        proposals,
        dueAt: new Date(dueAt).toISOString(),
        path: '/my/reviews',
      },
      about: { type: 'review', id: challenge.id },
      dedupeKey: `review-assigned:${batch}:${to.userId ?? to.email}`,
    });
  }
}
