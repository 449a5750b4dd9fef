import { fieldMedians, judgeProposal, roundScore } from '@htsm/domain';
import type { JudgingBasis } from './decision-records';
import type { AnswerFigures } from './decisions.repository';

/** Gives what the proposer of each proposal reads beside the reasons: own scores, how far reviewers lay apart, and the middle of the field. */
export function answerFigures({ criteria, proposals }: JudgingBasis): AnswerFigures[] {
  const judged = proposals.map((proposal) => judgeProposal(criteria, proposal));
  const field = fieldMedians(criteria, judged);
  return judged.map((proposal, index) => {
    const scores = proposals[index]?.reviews.flatMap((review) => review.scores) ?? [];
    return {
      proposalId: proposal.id,
      mean: rounded(proposal.mean),
      fieldMedian: rounded(field.mean),
      fieldSize: field.size,
      reviewCount: proposal.reviewCount,
      expectedReviews: proposals[index]?.expectedReviews ?? 0,
      criteria: proposal.criteria.map(({ criterionId, mean }) => {
        const given = scores
          .filter((score) => score.criterionId === criterionId && !score.isNotApplicable)
          .flatMap(({ score }) => (score === null ? [] : [score]));
        return {
          criterionId,
          mean: rounded(mean),
          lowest: given.length === 0 ? null : Math.min(...given),
          highest: given.length === 0 ? null : Math.max(...given),
          fieldMedian: rounded(field.criteria.get(criterionId) ?? null),
        };
      }),
    };
  });
}

function rounded(score: number | null): number | null {
  return score === null ? null : roundScore(score);
}
