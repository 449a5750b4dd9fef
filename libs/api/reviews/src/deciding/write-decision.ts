import { Injectable } from '@nestjs/common';
import { PROPOSAL_TRANSITIONS, STEP_TO_OUTCOME, nextState, type FinalOutcome, type ProposalState } from '@htsm/domain';
import { StepNotAllowed, type Tx, type UserActor } from '@htsm/api/core';
import { titleFor, type SteppedChallenge } from '@htsm/api/challenges';
import { ReviewNews } from '../review-news';
import { answerFigures } from './answer-figures';
import { DecisionRecords, parseBasis } from './decision-records';
import { DecisionsRepository, type DecidingProposal } from './decisions.repository';

/** A proposal whose outcome can be told. */
export type DecidedProposal = DecidingProposal & { readonly outcome: FinalOutcome };

/** What a decision leaves behind, within its transaction: answers with their figures, the record, and the news. */
@Injectable()
export class WriteDecision {
  constructor(
    private readonly decisions: DecisionsRepository,
    private readonly records: DecisionRecords,
    private readonly news: ReviewNews,
  ) {}

  /** Releases the answers with the figures of that moment, and keeps what those were calculated from. */
  async write(tx: Tx, actor: UserActor, challengeId: string, proposals: readonly DecidedProposal[]): Promise<void> {
    const basis = await this.records.readBasis(tx, challengeId);
    for (const figures of answerFigures(parseBasis(basis))) await this.decisions.writeFigures(tx, figures);
    const states = proposals.map((proposal) => ({ id: proposal.id, state: decidedState(proposal) }));
    await this.decisions.release(tx, challengeId, states);
    await this.records.keep(tx, actor, challengeId, basis);
  }

  /** Logs the answer to a proposal, and mails it to the people of the proposer. */
  async tell(tx: Tx, actor: UserActor, challenge: SteppedChallenge, proposal: DecidedProposal): Promise<void> {
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

function decidedState(proposal: DecidedProposal): ProposalState {
  const step = STEP_TO_OUTCOME[proposal.outcome];
  const state = nextState(PROPOSAL_TRANSITIONS, proposal.state, step);
  if (state === null) throw new StepNotAllowed(proposal.state, step);
  return state;
}
