import { givenScores } from './given-scores';
import { adjustForLeniency, type Leniency } from './leniency';
import { placeIntervals, type PlaceInterval } from './rank-intervals';
import { placesBy, rankProposals, type JudgedProposal, type RankedProposal } from './ranking';
import type { WeightedCriterion } from './scoring';

/** A ranked proposal, with its score adjusted for the leniency of its reviewers beside the raw one. */
export interface PlacedProposal extends RankedProposal {
  /** Null when scores are not adjusted, or it has none. */
  readonly adjusted: number | null;
  /** The place by the adjusted scores; null as `place` is, and when scores are not adjusted. */
  readonly adjustedPlace: number | null;
}

/** A placed proposal, with how certain its places are. */
export interface FieldProposal extends PlacedProposal {
  /** Null without a place, or when it cannot be told. */
  readonly interval: PlaceInterval | null;
  readonly adjustedInterval: PlaceInterval | null;
}

/** All proposals of a challenge beside each other, in the order of `rankProposals`. */
export interface FieldRanking<Proposal extends PlacedProposal = PlacedProposal> {
  readonly proposals: readonly Proposal[];
  readonly leniency: Leniency;
}

/** Ranks the proposals raw and adjusted. */
export function rankField(criteria: readonly WeightedCriterion[], proposals: readonly JudgedProposal[]): FieldRanking {
  const ranked = rankProposals(criteria, proposals);
  const leniency = adjustForLeniency(givenScores(criteria, proposals));
  const adjusted = new Map(leniency.isAdjusted ? leniency.proposals.map((one) => [one.proposalId, one.score]) : []);
  const placed = ranked.filter(({ place }) => place !== null);
  const places = placesBy(placed.map(({ id }) => ({ id, score: adjusted.get(id) ?? null })));
  return {
    leniency,
    proposals: ranked.map((proposal) => ({
      ...proposal,
      adjusted: adjusted.get(proposal.id) ?? null,
      adjustedPlace: places.get(proposal.id) ?? null,
    })),
  };
}

/** Ranks the proposals raw and adjusted, each place with how certain it is. */
export function judgeField(
  criteria: readonly WeightedCriterion[],
  proposals: readonly JudgedProposal[],
): FieldRanking<FieldProposal> {
  const { proposals: ranked, leniency } = rankField(criteria, proposals);
  const effects = new Map(leniency.isAdjusted ? leniency.reviewers.map((one) => [one.reviewerId, one.effect]) : []);
  const placed = ranked.filter(({ place }) => place !== null);
  const intervals = intervalsOf(placed, () => 0);
  const adjustedIntervals = leniency.isAdjusted ? intervalsOf(placed, (id) => effects.get(id) ?? 0) : new Map();
  return {
    leniency,
    proposals: ranked.map((proposal) => ({
      ...proposal,
      interval: intervals.get(proposal.id) ?? null,
      adjustedInterval: adjustedIntervals.get(proposal.id) ?? null,
    })),
  };
}

function intervalsOf(
  placed: readonly RankedProposal[],
  effectOf: (reviewerId: string) => number,
): Map<string, PlaceInterval> {
  return placeIntervals(
    placed.map(({ id, reviewerScores }) => ({
      id,
      scores: reviewerScores.map(({ reviewerId, score }) => score - effectOf(reviewerId)),
    })),
  );
}
