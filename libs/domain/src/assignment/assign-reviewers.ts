import type { Highs } from 'highs';
import type { AssignmentInstance, AssignmentOutcome, Pair } from './assignment-instance';
import { BestFlow } from './best-flow';
import { Candidates } from './candidates';
import { fairAssignment, type FairAssignment } from './fair-assignment';
import { FirstPrices } from './first-prices';
import { floorBound } from './floor-bound';
import { findPartial } from './partial-assignment';
import { WorstLifter } from './lift-worst';
import { scaleOf, toValues, type Market } from './market';
import { numberPairs, type NumberedInstance } from './numbered-pairs';
import { openPlaces, type OpenPlaces } from './open-places';

/** How far below what it cannot exceed a floor may be before that bound is looked at more closely, as a part of it. */
const CLOSE = 0.02;
/** How long to look for the bound, at most. */
const BOUND_SECONDS = 30;

/** What the assignment needs beside the instance. */
export interface AssignmentTools {
  /** Loads the solver of linear programs; only asked for where the fair floor is not near its simple bound. */
  readonly loadSolver: () => Promise<Highs>;
  /** Up to how many pairs all of them are looked at from the start; see `Candidates`. */
  readonly allAtOnce?: number;
}

/** An instance being solved. */
interface Work {
  readonly numbered: NumberedInstance;
  readonly places: OpenPlaces;
  readonly candidates: Candidates;
}

/** What is found for a market. */
interface Found {
  readonly market: Market;
  readonly flow: BestFlow;
  readonly values: Float64Array;
}

/**
 * Assigns reviewers to proposals: the highest total, or, in mode `fair`, nearly so with the worst-off proposal as well off as can
 * be. Fixed pairs stay. The same instance gives the same assignment. See docs/adr/0023-assigning-reviewers.md.
 *
 * Throws InstanceFault for an instance that contradicts itself.
 */
export async function assignReviewers(
  instance: AssignmentInstance,
  tools: AssignmentTools,
): Promise<AssignmentOutcome> {
  const startedAt = performance.now();
  const numbered = numberPairs(instance);
  const places = openPlaces(numbered);
  const work = { numbered, places, candidates: new Candidates(numbered, places, tools.allAtOnce) };
  const found = findBest(work);
  const elapsed = (): number => Math.round(performance.now() - startedAt);
  const toOutcome = (market: Market, best: FairAssignment, floorBound: number): AssignmentOutcome => ({
    result: { ...toResult(work, market, best), floorBound, solveMs: elapsed(), unfilled: [] },
    shortage: null,
  });
  if (found === null) {
    const { market, taken, unfilled, shortage } = findPartial(numbered, work.candidates);
    const partial = appraise(market, taken, places);
    const { result } = toOutcome(market, partial, partial.floor);
    return {
      result: { ...result, unfilled: unfilled.map((proposal) => instance.proposals[proposal]?.id ?? '') },
      shortage,
    };
  }
  const most = highestFloor(found.market, places);
  if (instance.mode === 'sum') return toOutcome(found.market, appraise(found.market, found.flow.taken, places), most);
  const fair = await findFair(found, places, { most, tools });
  return toOutcome(found.market, fair.best, fair.bound);
}

/** Gives the best assignment, or null when not every rule can be kept. */
function findBest({ candidates }: Work): Found | null {
  let prices: Float64Array | null = null;
  for (;;) {
    const market = candidates.market();
    const scale = scaleOf(market.affinity);
    const values = toValues(market.affinity, scale);
    const flow = new BestFlow(market);
    const isOpen = market.need.every(
      (need, index) => (market.starts[index + 1] ?? 0) - (market.starts[index] ?? 0) >= need,
    );
    flow.prices.set(prices ?? new FirstPrices(market, values).find());
    if (!isOpen || !flow.solve(values)) {
      if (candidates.addAll() === 0) return null;
      prices = null;
      continue;
    }
    const isGain = (proposal: number, affinity: number, price: number): boolean =>
      Math.round(affinity * scale) + price > flow.leastWorth(proposal);
    if (candidates.addGains(flow.prices, isGain) === 0) return { market, flow, values };
    prices = flow.prices.slice();
  }
}

async function findFair(
  { market, flow, values }: Found,
  { fixedSums }: OpenPlaces,
  { most, tools }: { most: number; tools: AssignmentTools },
): Promise<{ best: FairAssignment; bound: number }> {
  const best = fairAssignment(market, flow, values, { fixedSums, target: most });
  if (best.floor >= most - CLOSE * Math.abs(most)) return { best, bound: most };
  const solver = await tools.loadSolver();
  const bound = floorBound(solver, market, { fixedSums, most, seconds: BOUND_SECONDS }) ?? most;
  if (bound === most || best.floor >= bound - CLOSE * Math.abs(bound)) return { best, bound };
  flow.solve(values);
  const nearer = fairAssignment(market, flow, values, { fixedSums, target: bound });
  return { best: nearer.floor > best.floor ? nearer : best, bound };
}

/** The lowest, over the proposals, of the sum of its own best reviewers: no floor exceeds that. 0 without proposals. */
function highestFloor({ starts, need, affinity }: Market, { fixedSums }: OpenPlaces): number {
  const sums = fixedSums.map((fixed, proposal) => {
    const own = affinity.slice(starts[proposal] ?? 0, starts[proposal + 1] ?? 0).sort();
    return own.subarray(own.length - (need[proposal] ?? 0)).reduce((sum, one) => sum + one, fixed);
  });
  return sums.length === 0 ? 0 : sums.reduce((least, sum) => Math.min(least, sum));
}

function appraise(market: Market, taken: Uint8Array, { fixedSums }: OpenPlaces): FairAssignment {
  const lifter = new WorstLifter(market, taken, fixedSums);
  return { taken, sums: lifter.sums, floor: lifter.floor, total: lifter.total };
}

function toResult({ numbered }: Work, market: Market, { taken, floor, total }: FairAssignment) {
  const { proposals, reviewers } = numbered.instance;
  const chosen: (readonly [proposal: number, reviewer: number])[] = [];
  for (let proposal = 0; proposal < proposals.length; proposal += 1)
    for (let at = numbered.fixed.starts[proposal] ?? 0; at < (numbered.fixed.starts[proposal + 1] ?? 0); at += 1)
      chosen.push([proposal, numbered.fixed.reviewers[at] ?? 0]);
  for (let edge = 0; edge < taken.length; edge += 1)
    if (taken[edge] === 1) chosen.push([market.proposalOf[edge] ?? 0, market.reviewerOf[edge] ?? 0]);
  chosen.sort((a, b) => a[0] - b[0] || a[1] - b[1]);
  const assignments = chosen.map(([proposal, reviewer]): Pair => [
    proposals[proposal]?.id ?? '',
    reviewers[reviewer]?.id ?? '',
  ]);
  return { assignments, total, floor };
}
