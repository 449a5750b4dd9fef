import { Injectable } from '@nestjs/common';
import {
  PROPOSAL_TRANSITIONS,
  STEP_TO_OUTCOME,
  isFinalOutcome,
  nextState,
  type FinalOutcome,
  type Locale,
  type ProposalState,
} from '@htsm/domain';
import { Database, NotFound, StepNotAllowed, ValidationFailed, type Tx, type UserActor } from '@htsm/api/core';
import { ChallengeSteps, titleFor, type SteppedChallenge } from '@htsm/api/challenges';
import type { DecisionDto } from '../dto/answers.dto';
import type { JudgedChallenge } from '../reading/judged-challenges.repository';
import { ReviewNews } from '../review-news';
import { OwnReviewFirst } from '../reviews.errors';
import { releaseFaults, roundedMeans } from './answers.mapper';
import { DecisionsRepository, type DecidingProposal } from './decisions.repository';

type DecidedProposal = DecidingProposal & { readonly outcome: FinalOutcome };

/** The decision: every proposer gets the answer in the same instant, or nobody does. */
@Injectable()
export class ReleaseAnswers {
  constructor(
    private readonly database: Database,
    private readonly steps: ChallengeSteps,
    private readonly decisions: DecisionsRepository,
    private readonly news: ReviewNews,
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
      await this.write(tx, challenge, decided);
      for (const proposal of decided) await this.tell(tx, actor, locked, proposal);
      await this.steps.advance(tx, actor, challengeId, 'decide');
      return { released: decided.length };
    });
  }

  private async write(tx: Tx, challenge: JudgedChallenge, proposals: readonly DecidedProposal[]): Promise<void> {
    for (const proposal of proposals) {
      await this.decisions.writeMeans(tx, proposal.id, roundedMeans(challenge.criteria, proposal));
    }
    const states = proposals.map((proposal) => ({ id: proposal.id, state: decidedState(proposal) }));
    await this.decisions.release(tx, challenge.id, states);
  }

  private async tell(tx: Tx, actor: UserActor, challenge: SteppedChallenge, proposal: DecidedProposal): Promise<void> {
    await this.news.events.append(tx, {
      type: 'answer.released',
      subjectType: 'proposal',
      subjectId: proposal.id,
      actorId: actor.userId,
      payload: { challengeId: challenge.id, outcome: proposal.outcome },
      visibleToOrgIds: [proposal.organisationId],
    });
    for (const to of await this.news.outbox.peopleOfOrganisation(tx, proposal.organisationId)) {
      await this.news.outbox.enqueue(tx, {
        kind: 'answer_released',
        to,
        variables: {
          name: to.name,
          challengeTitle: titleFor(challenge, to.locale),
          outcome: proposal.outcome,
          path: `/my/proposals/${proposal.id}`,
        },
        about: { type: 'proposal', id: proposal.id },
        dedupeKey: `answer-released:${proposal.id}:${to.userId ?? to.email}`,
      });
    }
  }
}

function isDecided(proposal: DecidingProposal): proposal is DecidedProposal {
  return isFinalOutcome(proposal.outcome);
}

function decidedState(proposal: DecidedProposal): ProposalState {
  const step = STEP_TO_OUTCOME[proposal.outcome];
  const state = nextState(PROPOSAL_TRANSITIONS, proposal.state, step);
  if (state === null) throw new StepNotAllowed(proposal.state, step);
  return state;
}
