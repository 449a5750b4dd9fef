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
import { ChallengeSteps } from '@htsm/api/challenges';
import type { AssignReviewersDto, AssignedDto } from '../dto/assignments.dto';
import { AssignmentsRepository, type PartyRow } from './assignments.repository';
import { GiveTasks } from './give-tasks';

/** Gives several proposals to several reviewers at once; each reviewer gets one mail about the batch. */
@Injectable()
export class AssignReviewers {
  constructor(
    private readonly database: Database,
    private readonly steps: ChallengeSteps,
    private readonly assignments: AssignmentsRepository,
    private readonly tasks: GiveTasks,
  ) {}

  /** Throws ValidationFailed for people outside the panel, parties, foreign proposals and dates in the past. */
  run(actor: UserActor, challengeId: string, input: AssignReviewersDto): Promise<AssignedDto> {
    return this.database.as(actor, async (tx) => {
      const challenge = await this.steps.lock(tx, challengeId);
      if (challenge.state !== 'evaluating') throw new StepNotAllowed(challenge.state, 'assign');
      const people = await this.assignments.panelMembers(tx, challengeId, input.reviewerIds);
      const faults = await this.faults(tx, challengeId, input, people);
      if (faults.length > 0) throw new ValidationFailed(faults);
      const pairs = input.proposalIds.flatMap((proposalId) =>
        input.reviewerIds.map((reviewerId) => ({ proposalId, reviewerId })),
      );
      return { created: await this.tasks.give(tx, { actor, challenge, people, pairs, dueAt: input.dueAt }) };
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
}
