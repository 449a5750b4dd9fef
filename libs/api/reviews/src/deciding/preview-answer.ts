import { Injectable } from '@nestjs/common';
import { Database, NotFound, StepNotAllowed, type UserActor } from '@htsm/api/core';
import type { AnswerPreviewDto } from '../dto/answers.dto';
import { OwnReviewFirst } from '../reviews.errors';
import { answerFigures } from './answer-figures';
import { toPreviewedAnswer } from './answers.mapper';
import { DecisionRecords, parseBasis } from './decision-records';
import { DecisionsRepository } from './decisions.repository';

/** Shows an answer before it is released. */
@Injectable()
export class PreviewAnswer {
  constructor(
    private readonly database: Database,
    private readonly decisions: DecisionsRepository,
    private readonly records: DecisionRecords,
  ) {}

  /**
   * Gives the answer as its proposer would read it if it were released now, in what most of them read. Whoever may not see the
   * whole judgement reads no middle of the field. Throws OwnReviewFirst before one's own review is in.
   */
  run(actor: UserActor, proposalId: string): Promise<AnswerPreviewDto> {
    return this.database.as(actor, async (tx) => {
      const row = await this.decisions.outcomeOf(tx, proposalId);
      if (row === null) throw new NotFound();
      if (row.isHiddenFromMe) throw new OwnReviewFirst();
      if (row.challengeState !== 'evaluating') throw new StepNotAllowed(row.challengeState, 'write');
      const proposal = (await this.decisions.proposals(tx, row.challengeId)).find(({ id }) => id === proposalId);
      const challenge = proposal && (await this.decisions.challenge(tx, row.challengeId, proposal.language));
      if (!proposal || !challenge) throw new NotFound();
      const basis = (await this.decisions.mayNotDecide(tx, challenge.id))
        ? { criteria: challenge.criteria, proposals: [proposal] }
        : parseBasis(await this.records.readBasis(tx, challenge.id));
      const figures = answerFigures(basis).find((one) => one.proposalId === proposalId);
      if (figures === undefined) throw new NotFound();
      return {
        language: proposal.language,
        answer: toPreviewedAnswer(challenge, proposal, figures),
        now: challenge.now,
      };
    });
  }
}
