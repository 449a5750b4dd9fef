import { Injectable } from '@nestjs/common';
import { isFinalOutcome, type Locale } from '@htsm/domain';
import { Database, NotFound, StepNotAllowed, ValidationFailed, type UserActor } from '@htsm/api/core';
import { ChallengeSteps } from '@htsm/api/challenges';
import type { DecisionDto } from '../dto/answers.dto';
import { OwnReviewFirst } from '../reviews.errors';
import { releaseFaults } from './answers.mapper';
import { DecisionsRepository, type DecidingProposal } from './decisions.repository';
import { WriteDecision, type DecidedProposal } from './write-decision';

/** The decision: every proposer gets the answer in the same instant, or nobody does. */
@Injectable()
export class ReleaseAnswers {
  constructor(
    private readonly database: Database,
    private readonly steps: ChallengeSteps,
    private readonly decisions: DecisionsRepository,
    private readonly answers: WriteDecision,
  ) {}

  /**
   * Releases all answers and decides the challenge, in one transaction. Throws ValidationFailed naming every missing
   * outcome and reason, and OwnReviewFirst when the person may not see all of it.
   */
  run(actor: UserActor, challengeId: string, locale: Locale): Promise<DecisionDto> {
    return this.database.as(actor, async (tx) => {
      const locked = await this.steps.lock(tx, challengeId);
      if (locked.state !== 'evaluating') throw new StepNotAllowed(locked.state, 'decide');
      if (await this.decisions.mayNotDecide(tx, challengeId)) throw new OwnReviewFirst();
      await this.decisions.lockProposals(tx, challengeId);
      const challenge = await this.decisions.challenge(tx, challengeId, locale);
      if (challenge === null) throw new NotFound();
      const proposals = await this.decisions.proposals(tx, challengeId);
      const faults = releaseFaults(challenge.criteria, proposals);
      if (faults.length > 0) throw new ValidationFailed(faults);
      const decided = proposals.filter(isDecided);
      await this.answers.write(tx, actor, challenge.id, decided);
      for (const proposal of decided) await this.answers.tell(tx, actor, locked, proposal);
      await this.steps.advance(tx, actor, challengeId, 'decide');
      return { released: decided.length };
    });
  }
}

function isDecided(proposal: DecidingProposal): proposal is DecidedProposal {
  return isFinalOutcome(proposal.outcome);
}
