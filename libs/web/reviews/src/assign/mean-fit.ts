import { type CandidateReviewerDto, type ReviewerFitDto } from '@htsm/contracts';

/** Gives the mean score of the chosen proposals, in millionths; null when none is chosen. */
export function meanFit({ proposals }: ReviewerFitDto, chosen: ReadonlySet<string>): number | null {
  const scores = proposals.filter(({ proposalId }) => chosen.has(proposalId)).map(({ score }) => score);
  return scores.length === 0 ? null : scores.reduce((sum, score) => sum + score, 0) / scores.length;
}

/** Puts the reviewers whose knowledge fits the chosen proposals best first; the others keep their order. */
export function bestFirst(
  reviewers: readonly CandidateReviewerDto[],
  fits: ReadonlyMap<string, ReviewerFitDto>,
  chosen: ReadonlySet<string>,
): CandidateReviewerDto[] {
  const scoreOf = ({ id }: CandidateReviewerDto): number => {
    const fit = fits.get(id);
    return fit === undefined ? -1 : (meanFit(fit, chosen) ?? -1);
  };
  return reviewers.toSorted((a, b) => scoreOf(b) - scoreOf(a));
}
