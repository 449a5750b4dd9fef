import type { RankedProposal } from './ranking';
import { median } from './scoring';

/** Below this number of judged proposals a median could tell one competitor's score, so there is none. */
export const LEAST_FOR_MEDIAN = 5;

/** The middle of all judged proposals of a challenge; figures are not rounded. */
export interface FieldMedians {
  /** Number of proposals with a score, those knocked out included. */
  readonly size: number;
  /** Of the weighted means; null below `LEAST_FOR_MEDIAN`. */
  readonly mean: number | null;
  /** Of the means of each criterion, by its id; null where fewer than `LEAST_FOR_MEDIAN` proposals have one. */
  readonly criteria: ReadonlyMap<string, number | null>;
}

/** Gives the medians that proposers read beside their own scores. */
export function fieldMedians(
  criteria: readonly { readonly id: string }[],
  proposals: readonly Pick<RankedProposal, 'mean' | 'criteria'>[],
): FieldMedians {
  const means = known(proposals.map((proposal) => proposal.mean));
  return {
    size: means.length,
    mean: ofEnough(means),
    criteria: new Map(
      criteria.map(({ id }) => [
        id,
        ofEnough(
          known(proposals.map((proposal) => proposal.criteria.find((one) => one.criterionId === id)?.mean ?? null)),
        ),
      ]),
    ),
  };
}

function known(values: readonly (number | null)[]): number[] {
  return values.filter((value) => value !== null);
}

function ofEnough(values: readonly number[]): number | null {
  return values.length < LEAST_FOR_MEDIAN ? null : median(values);
}
