import type { BestFlow } from './best-flow';
import { WorstLifter } from './lift-worst';
import { LARGEST, type Market } from './market';

/** How often proposals that are badly off get more to pay with, at most. */
const ROUNDS = 40;
/** How much more, for a sum that is as far below the target as the mean sum is from nothing. */
const RAISE = 8;
/** How fast one that is well off loses it again. */
const FALL = 0.02;
/** The part of the total that fairness may cost. */
const MOST_LOST = 0.004;
/** How near the target is near enough, as a part of it. */
const NEAR = 0.001;

/** An assignment as its edges, with the sum of each proposal. */
export interface FairAssignment {
  readonly taken: Uint8Array;
  readonly sums: Float64Array;
  readonly floor: number;
  readonly total: number;
}

/**
 * Gives an assignment whose worst-off proposal comes as near the target as is found, for at most 0.4 % of the total. The values
 * of proposals below the target count for more and more (subgradient steps on the dual prices of their sums), each time the
 * best flow is found again, and the worst-off are lifted by moves; the first that reaches the target with the least loss wins.
 * @param flow solved for these values
 */
export function fairAssignment(
  market: Market,
  flow: BestFlow,
  values: Float64Array,
  { fixedSums, target }: { fixedSums: Float64Array; target: number },
): FairAssignment {
  const worth = new Float64Array(fixedSums.length);
  const weighed = new Float64Array(values.length);
  const enough = target - NEAR * Math.abs(target);
  const first = lifted(market, flow, fixedSums, target);
  const least = first.best.total - MOST_LOST * Math.abs(first.best.total);
  let best = pick(first.best, first.lifted, { enough, least });
  let { sums } = first.best;
  for (let round = 0; round < ROUNDS && best.floor < enough; round += 1) {
    raise(worth, sums, target);
    weigh(weighed, values, (edge) => 1 + (worth[market.proposalOf[edge] ?? 0] ?? 0));
    flow.solve(weighed);
    const next = lifted(market, flow, fixedSums, target);
    sums = next.best.sums;
    best = pick(pick(best, next.best, { enough, least }), next.lifted, { enough, least });
  }
  return best;
}

/** Multiplies whole values into whole values; where they would grow too large to be added exactly, all become smaller. */
function weigh(weighed: Float64Array, values: Float64Array, factor: (edge: number) => number): void {
  let largest = 0;
  for (let edge = 0; edge < values.length; edge += 1) {
    weighed[edge] = (values[edge] ?? 0) * factor(edge);
    largest = Math.max(largest, Math.abs(weighed[edge] ?? 0));
  }
  const scale = Math.min(1, LARGEST / largest);
  for (let edge = 0; edge < values.length; edge += 1) weighed[edge] = Math.round((weighed[edge] ?? 0) * scale);
}

function raise(worth: Float64Array, sums: Float64Array, target: number): void {
  const unit = sums.reduce((all, sum) => all + Math.abs(sum), 0) / sums.length || 1;
  for (let proposal = 0; proposal < worth.length; proposal += 1) {
    const missing = (target - (sums[proposal] ?? 0)) / unit;
    worth[proposal] = Math.max(0, (worth[proposal] ?? 0) + RAISE * Math.max(missing, -FALL));
  }
}

function lifted(market: Market, flow: BestFlow, fixedSums: Float64Array, target: number) {
  const lifter = new WorstLifter(market, flow.taken, fixedSums);
  const best = snapshot(lifter);
  lifter.lift(target);
  return { best, lifted: snapshot(lifter) };
}

function snapshot(lifter: WorstLifter): FairAssignment {
  return { taken: lifter.taken.slice(), sums: lifter.sums.slice(), floor: lifter.floor, total: lifter.total };
}

/** The one that costs not too much; of two such the fairer, and of two that are fair enough the better. */
function pick(
  one: FairAssignment,
  other: FairAssignment,
  { enough, least }: { enough: number; least: number },
): FairAssignment {
  if (other.total < least) return one;
  if (one.floor >= enough && other.floor >= enough) return other.total > one.total ? other : one;
  return other.floor > one.floor ? other : one;
}
