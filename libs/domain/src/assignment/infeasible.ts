import type { AssignmentInstance } from './assignment-instance';
import { BestFlow } from './best-flow';
import type { Candidates } from './candidates';
import { columnsOf } from './columns';
import type { Market } from './market';
import type { NumberedInstance } from './numbered-pairs';

/** The most that can be assigned when not every rule can be kept, and which rule stands in the way. */
export interface Shortage {
  readonly market: Market;
  readonly taken: Uint8Array;
  /** The proposal of each place that nobody could take. */
  readonly unfilled: readonly number[];
  /** One sentence that begins with the rule to relax. */
  readonly message: string;
}

/** Names of a few, and how many more. */
const NAMED = 5;

/**
 * Fills as many places as can be, the best of those ways, without minimal loads: an extra reviewer takes what nobody can, for
 * less than any gain could make good. Every pair that may be assigned is a candidate.
 */
export function findShortage({ instance }: NumberedInstance, candidates: Candidates): Shortage {
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
  return { market: real, taken, unfilled, message: explain(instance, { market: real, taken, unfilled }) };
}

function explain(
  { proposals, reviewers }: AssignmentInstance,
  { market, taken, unfilled }: Pick<Shortage, 'market' | 'taken' | 'unfilled'>,
): string {
  const places = market.need.reduce((all, need) => all + need, 0);
  if (unfilled.length === 0) {
    const least = market.min.reduce((all, min) => all + min, 0);
    if (least > places) return `minLoad: reviewers are to have ${least} reviews at least, and ${places} are needed.`;
    return 'minLoad: the reviewers cannot all have as many reviews as they are to have at least, beside the conflicts.';
  }
  const few = unfilled.find((proposal) => candidatesOf(market, proposal) < (market.need[proposal] ?? 0));
  if (few !== undefined) {
    const counts = `${candidatesOf(market, few)} reviewers and needs ${market.need[few] ?? 0}`;
    return `k: ${proposals[few]?.id ?? ''} may have ${counts}, without breaking a conflict.`;
  }
  const { short, scarce } = bottleneck(market, taken, unfilled);
  const most = scarce.reduce((all, reviewer) => all + (market.max[reviewer] ?? 0), 0);
  const who = names(scarce.map((reviewer) => reviewers[reviewer]?.id ?? ''));
  const what = names(short.map((proposal) => proposals[proposal]?.id ?? ''));
  return `maxLoad: ${who} may take ${most} reviews in all, and ${what} need ${most + unfilled.length} that only they can give.`;
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

function names(ids: readonly string[]): string {
  const first = ids.slice(0, ids.length <= NAMED + 1 ? ids.length : NAMED);
  const rest = ids.length - first.length;
  const parts = rest > 0 ? [...first, `${rest} more`] : first;
  return parts.length < 2 ? parts.join('') : `${parts.slice(0, -1).join(', ')} and ${parts.at(-1) ?? ''}`;
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
  const places = real.need.reduce((all, need) => all + need, 0);
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
  const places = need.reduce((all, count) => all + count, 0);
  return Float64Array.from(affinity, (one, edge) =>
    reviewerOf[edge] === nobody ? -2_000_000 * (places + 1) : Math.round((one / largest) * 1_000_000),
  );
}
