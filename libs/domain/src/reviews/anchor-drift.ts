import { mean } from './scoring';

/** How one reviewer judged the anchor. */
export interface AnchorScore {
  readonly reviewerId: string;
  /** The weighted score, 0 to 5. */
  readonly score: number;
  /** The score minus the mean of the other reviewers; null for who is the only one. */
  readonly drift: number | null;
}

/**
 * Gives how far each reviewer lies from the others on the proposal that all of them judge, the widest first. The own score is
 * left out of what it is compared with: in a panel of three it would hide a third of the difference.
 */
export function anchorDrift(scores: readonly { readonly reviewerId: string; readonly score: number }[]): AnchorScore[] {
  return scores
    .map(({ reviewerId, score }) => {
      const others = mean(scores.filter((one) => one.reviewerId !== reviewerId).map((one) => one.score));
      return { reviewerId, score, drift: others === null ? null : score - others };
    })
    .toSorted((one, other) => Math.abs(other.drift ?? 0) - Math.abs(one.drift ?? 0));
}
