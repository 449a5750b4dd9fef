import type { AssignmentInstance, Shortage } from './assignment-instance';
import { BestFlow } from './best-flow';
import type { Candidates } from './candidates';
import { columnsOf } from './columns';
import type { Market } from './market';
import type { NumberedInstance } from './numbered-pairs';

/** The most that can be assigned when not every rule can be kept, and which stands in the way. */
export interface PartialAssignment {
  readonly market: Market;
  readonly taken: Uint8Array;
  /** The proposal of each place that nobody could take. */
  readonly unfilled: readonly number[];
  readonly shortage: Shortage;
}

/**
 * Fills as many places as can be, the best of those ways, without minimal loads: an extra reviewer takes what nobody can, for
 * less than any gain could make good. Every pair that may be assigned is a candidate.
 */
export function findPartial({ instance }: NumberedInstance, candidates: Candidates): PartialAssignment {
  const real = candidates.market();
  const nobody = real.max.length;
  const market = withNobody(real);
  const values = coarseValues(market, nobody);
  const flow = new BestFlow(market);
  flow.solve(values);
  const unfilled: number[] = [];
  const taken = new Uint8Array(real.reviewerOf.length);
  let own = 0;
  for (let edge = 0; edge < market.reviewerOf.length; edge += 1) {
    const isReal = market.reviewerOf[edge] !== nobody;
    if (flow.taken[edge] === 1 && isReal) taken[own] = 1;
    if (flow.taken[edge] === 1 && !isReal) unfilled.push(market.proposalOf[edge] ?? 0);
    if (isReal) own += 1;
  }
  return { market: real, taken, unfilled, shortage: findShortage(instance, { market: real, taken, unfilled }) };
}

function findShortage(
  { proposals, reviewers }: AssignmentInstance,
  { market, taken, unfilled }: Omit<PartialAssignment, 'shortage'>,
): Shortage {
  const places = sumOf(market.need);
  const idsOf = (entries: readonly { id: string }[], numbers: readonly number[]): string[] =>
    numbers.map((number) => entries[number]?.id ?? '');
  if (unfilled.length === 0) {
    const needed = sumOf(market.min);
    return { rule: 'minLoad', proposalIds: [], reviewerIds: [], available: places, needed };
  }
  const few = unfilled.find((proposal) => candidatesOf(market, proposal) < (market.need[proposal] ?? 0));
  if (few !== undefined) {
    const counts = { available: candidatesOf(market, few), needed: market.need[few] ?? 0 };
    return { rule: 'k', proposalIds: idsOf(proposals, [few]), reviewerIds: [], ...counts };
  }
  const { short, scarce } = bottleneck(market, taken, unfilled);
  const available = scarce.reduce((all, reviewer) => all + (market.max[reviewer] ?? 0), 0);
  return {
    rule: 'maxLoad',
    proposalIds: idsOf(proposals, short),
    reviewerIds: idsOf(reviewers, scarce),
    available,
    needed: available + unfilled.length,
  };
}

function sumOf(counts: Int32Array): number {
  return counts.reduce((all, count) => all + count, 0);
}

function candidatesOf({ starts }: Market, proposal: number): number {
  return (starts[proposal + 1] ?? 0) - (starts[proposal] ?? 0);
}

/** The proposals whose places only full reviewers could fill, and those reviewers: what Hall's theorem says must exist. */
function bottleneck(market: Market, taken: Uint8Array, unfilled: readonly number[]) {
  const columns = columnsOf(market);
  const short = new Set(unfilled);
  const scarce = new Set<number>();
  // a set gives what is added while it is walked
  for (const proposal of short)
    for (let edge = market.starts[proposal] ?? 0; edge < (market.starts[proposal + 1] ?? 0); edge += 1) {
      const reviewer = market.reviewerOf[edge] ?? 0;
      if (taken[edge] === 1 || scarce.has(reviewer)) continue;
      scarce.add(reviewer);
      for (let at = columns.starts[reviewer] ?? 0; at < (columns.starts[reviewer + 1] ?? 0); at += 1) {
        const other = columns.edges[at] ?? 0;
        if (taken[other] === 1) short.add(market.proposalOf[other] ?? 0);
      }
    }
  return { short: [...short].sort((a, b) => a - b), scarce: [...scarce].sort((a, b) => a - b) };
}

function withNobody(real: Market): Market {
  const proposalOf: number[] = [];
  const reviewerOf: number[] = [];
  const affinity: number[] = [];
  const starts = new Int32Array(real.need.length + 1);
  for (let proposal = 0; proposal < real.need.length; proposal += 1) {
    for (let edge = real.starts[proposal] ?? 0; edge < (real.starts[proposal + 1] ?? 0); edge += 1) {
      proposalOf.push(proposal);
      reviewerOf.push(real.reviewerOf[edge] ?? 0);
      affinity.push(real.affinity[edge] ?? 0);
    }
    for (let place = 0; place < (real.need[proposal] ?? 0); place += 1) {
      proposalOf.push(proposal);
      reviewerOf.push(real.max.length);
      affinity.push(0);
    }
    starts[proposal + 1] = reviewerOf.length;
  }
  const places = sumOf(real.need);
  return {
    need: real.need,
    min: new Int32Array(real.max.length + 1),
    max: Int32Array.from([...real.max, places]),
    starts,
    proposalOf: Int32Array.from(proposalOf),
    reviewerOf: Int32Array.from(reviewerOf),
    affinity: Float64Array.from(affinity),
  };
}

/** Affinities as whole numbers of up to a million; an empty place costs more than all others could gain by it. */
function coarseValues({ affinity, reviewerOf, need }: Market, nobody: number): Float64Array {
  const largest = affinity.reduce((most, one) => Math.max(most, Math.abs(one)), 0) || 1;
  const places = sumOf(need);
  return Float64Array.from(affinity, (one, edge) =>
    reviewerOf[edge] === nobody ? -2_000_000 * (places + 1) : Math.round((one / largest) * 1_000_000),
  );
}
