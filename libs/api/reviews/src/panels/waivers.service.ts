import { Injectable } from '@nestjs/common';
import { canBeWaived, type Locale } from '@htsm/domain';
import {
  Database,
  EventLog,
  NotFound,
  StepNotAllowed,
  ValidationFailed,
  type FieldFault,
  type UserActor,
} from '@htsm/api/core';
import type { SignWaiverDto, WaiverDto } from '../dto/conflicts.dto';
import { JudgedChallengesRepository } from '../reading/judged-challenges.repository';
import { JudgingStake } from '../reviews.errors';
import { ConflictsRepository, type FoundConflict } from './conflicts.repository';

/**
 * The taskforce signs that what binds somebody to an organisation does not count in a challenge, until a moment. It covers the
 * facts that are known when it is signed; what turns up later counts.
 */
@Injectable()
export class Waivers {
  constructor(
    private readonly database: Database,
    private readonly challenges: JudgedChallengesRepository,
    private readonly conflicts: ConflictsRepository,
    private readonly events: EventLog,
  ) {}

  /** Throws JudgingStake for whoever has one, ValidationFailed when nothing binds them, when they belong to the organisation now, or for a moment that is past. */
  sign(actor: UserActor, challengeId: string, input: SignWaiverDto, locale: Locale): Promise<WaiverDto> {
    return this.database.as(actor, async (tx) => {
      if ((await this.challenges.find(tx, challengeId, locale)) === null) throw new NotFound();
      if (!(await this.conflicts.hasNoStake(tx, challengeId))) throw new JudgingStake();
      const found = (await this.conflicts.inChallenge(tx, challengeId)).filter(
        ({ reviewerId, organisationId }) => reviewerId === input.reviewerId && organisationId === input.organisationId,
      );
      const faults = faultsOf(found, new Date(input.endsAt) <= (await tx.now()));
      if (faults.length > 0) throw new ValidationFailed(faults);
      const facts = [...new Set(found.map(({ fact }) => fact))];
      const id = await this.conflicts.sign(tx, { ...input, challengeId, facts, signedBy: actor.userId });
      await this.events.append(tx, {
        type: 'conflict.waived',
        subjectType: 'challenge',
        subjectId: challengeId,
        actorId: actor.userId,
        reason: input.reason,
        payload: { ...about(input, found), endsAt: input.endsAt },
      });
      const signed = (await this.conflicts.waivers(tx, challengeId)).find((waiver) => waiver.id === id);
      if (signed === undefined) throw new Error('Whoever signs a waiver sees it');
      return signed;
    });
  }

  /** The conflict counts again at once. Throws NotFound for one that the actor has a stake in, StepNotAllowed after its end. */
  end(actor: UserActor, waiverId: string): Promise<void> {
    return this.database.as(actor, async (tx) => {
      const waiver = await this.conflicts.waiver(tx, waiverId);
      if (waiver === null) throw new NotFound();
      if (!waiver.isRunning) throw new StepNotAllowed('ended', 'end');
      await this.conflicts.end(tx, waiver.id);
      await this.events.append(tx, {
        type: 'conflict.waiver_ended',
        subjectType: 'challenge',
        subjectId: waiver.challengeId,
        actorId: actor.userId,
        payload: about(waiver, [waiver]),
      });
    });
  }
}

function faultsOf(found: readonly FoundConflict[], isPast: boolean): FieldFault[] {
  const faults: FieldFault[] = [];
  if (found.length === 0) faults.push({ path: 'organisationId', code: 'no_conflict' });
  if (!found.every(canBeWaived)) faults.push({ path: 'organisationId', code: 'party_not_waivable' });
  if (isPast) faults.push({ path: 'endsAt', code: 'past_instant' });
  return faults;
}

/** Whom a line of the log is about; it names proposals, so that it stays from those who may not know of them. */
function about(
  { reviewerId, organisationId }: { reviewerId: string; organisationId: string },
  found: readonly { role?: string; proposalIds: readonly string[] }[],
): Record<string, unknown> {
  const proposalIds = found.filter(({ role }) => role !== 'owner').flatMap((one) => one.proposalIds);
  return { reviewerId, organisationId, proposalIds: [...new Set(proposalIds)] };
}
