import { columnsOf, type Columns } from './columns';
import type { Market } from './market';
import { floatAt, intAt } from './typed-at';

/** A proposal gives up `lost` for `won`; when that reviewer is full, another proposal gives up `freed` for `instead`. */
interface Move {
  readonly lost: number;
  readonly won: number;
  readonly freed: number | null;
  readonly instead: number | null;
  /** The lower of the sums after it. */
  readonly worst: number;
  /** By how much the total rises. */
  readonly gain: number;
}

/**
 * Lifts the proposal with the lowest sum, again and again: it swaps a reviewer for a free one, or for one of another proposal
 * that takes the one given up, or a free one, in return. No move leaves anybody as low as the proposal was that it lifts.
 */
export class WorstLifter {
  /** 1 for every edge that is assigned. */
  readonly taken: Uint8Array;
  /** The sum of each proposal. */
  readonly sums: Float64Array;
  private readonly load: Int32Array;
  private readonly columns: Columns;
  /** The edge of each proposal to the reviewer that is looked at, if `edgeRound` says that it is of now. */
  private readonly edgeTo: Int32Array;
  private readonly edgeRound: Int32Array;
  private round = 0;
  /** Less is no gain but rounding, which could go round in circles. */
  private readonly least: number;

  /** @param fixedSums what each proposal has beside the edges */
  constructor(
    private readonly market: Market,
    taken: Uint8Array,
    fixedSums: Float64Array,
  ) {
    this.taken = taken.slice();
    this.sums = fixedSums.slice();
    this.load = new Int32Array(market.max.length);
    this.columns = columnsOf(market);
    this.edgeTo = new Int32Array(fixedSums.length);
    this.edgeRound = new Int32Array(fixedSums.length);
    this.least = 1e-9 * market.affinity.reduce((most, one) => Math.max(most, Math.abs(one)), 0);
    for (let edge = 0; edge < taken.length; edge += 1) if (taken[edge] === 1) this.change(edge, 1);
  }

  /** The lowest sum. */
  get floor(): number {
    return floatAt(this.sums, this.worstProposal());
  }

  get total(): number {
    return this.sums.reduce((all, sum) => all + sum, 0);
  }

  /** Lifts until nobody is below the target, or the worst-off cannot be lifted. */
  lift(target: number): void {
    for (;;) {
      const worst = this.worstProposal();
      if (floatAt(this.sums, worst) >= target) return;
      const move = this.bestMove(worst, target);
      if (move === null) return;
      this.change(move.lost, 0);
      this.change(move.won, 1);
      if (move.freed !== null) this.change(move.freed, 0);
      if (move.instead !== null) this.change(move.instead, 1);
    }
  }

  private worstProposal(): number {
    let worst = 0;
    for (let proposal = 1; proposal < this.sums.length; proposal += 1)
      if (floatAt(this.sums, proposal) < floatAt(this.sums, worst)) worst = proposal;
    return worst;
  }

  private change(edge: number, to: 0 | 1): void {
    const by = to === 1 ? 1 : -1;
    const { proposalOf, reviewerOf, affinity } = this.market;
    const proposal = intAt(proposalOf, edge);
    const reviewer = intAt(reviewerOf, edge);
    this.taken[edge] = to;
    this.sums[proposal] = floatAt(this.sums, proposal) + by * floatAt(affinity, edge);
    this.load[reviewer] = intAt(this.load, reviewer) + by;
  }

  private bestMove(proposal: number, target: number): Move | null {
    const { starts, affinity } = this.market;
    let best: Move | null = null;
    const begin = intAt(starts, proposal);
    const end = intAt(starts, proposal + 1);
    for (let lost = begin; lost < end; lost += 1) {
      if (this.taken[lost] === 0) continue;
      this.lookAt(intAt(this.market.reviewerOf, lost));
      for (let won = begin; won < end; won += 1) {
        if (this.taken[won] === 1 || floatAt(affinity, won) <= floatAt(affinity, lost) + this.least) continue;
        best = better(best, this.moveBetween(proposal, lost, won), target);
      }
    }
    return best;
  }

  /** Notes which proposals could take this reviewer. */
  private lookAt(reviewer: number): void {
    this.round += 1;
    for (let at = intAt(this.columns.starts, reviewer); at < intAt(this.columns.starts, reviewer + 1); at += 1) {
      const edge = intAt(this.columns.edges, at);
      const proposal = intAt(this.market.proposalOf, edge);
      this.edgeTo[proposal] = edge;
      this.edgeRound[proposal] = this.round;
    }
  }

  private moveBetween(proposal: number, lost: number, won: number): Move | null {
    const { affinity, max, min, reviewerOf } = this.market;
    const was = floatAt(this.sums, proposal);
    const gain = floatAt(affinity, won) - floatAt(affinity, lost);
    const lifted = was + gain;
    const left = intAt(reviewerOf, lost);
    const wanted = intAt(reviewerOf, won);
    const mayLeave = intAt(this.load, left) > intAt(min, left);
    if (mayLeave && intAt(this.load, wanted) < intAt(max, wanted))
      return { lost, won, freed: null, instead: null, worst: lifted, gain };
    let best: Move | null = null;
    for (let at = intAt(this.columns.starts, wanted); at < intAt(this.columns.starts, wanted + 1); at += 1) {
      const freed = intAt(this.columns.edges, at);
      if (this.taken[freed] === 0) continue;
      const instead = this.replacement(freed, { was, mayLeave });
      if (instead === null) continue;
      const change = floatAt(affinity, instead) - floatAt(affinity, freed);
      const other = floatAt(this.sums, intAt(this.market.proposalOf, freed)) + change;
      const move = { lost, won, freed, instead, worst: Math.min(lifted, other), gain: gain + change };
      best = better(best, move, lifted);
    }
    return best;
  }

  /** What the other proposal takes for what it gives up: the reviewer given up for it, or one who is free. */
  private replacement(freed: number, { was, mayLeave }: { was: number; mayLeave: boolean }): number | null {
    const { affinity, max, proposalOf, reviewerOf, starts } = this.market;
    const other = intAt(proposalOf, freed);
    const least = was - floatAt(this.sums, other) + floatAt(affinity, freed) + this.least;
    let best: number | null = null;
    const swap = this.edgeRound[other] === this.round ? intAt(this.edgeTo, other) : null;
    if (swap !== null && this.taken[swap] === 0 && floatAt(affinity, swap) > least) best = swap;
    if (!mayLeave) return best;
    for (let edge = intAt(starts, other); edge < intAt(starts, other + 1); edge += 1) {
      const value = floatAt(affinity, edge);
      if (value <= (best === null ? least : floatAt(affinity, best)) || this.taken[edge] === 1) continue;
      const reviewer = intAt(reviewerOf, edge);
      if (intAt(this.load, reviewer) < intAt(max, reviewer)) best = edge;
    }
    return best;
  }
}

/** The move that leaves the worst-off of the two higher, as far as the target; of such, the one that costs least. */
function better(one: Move | null, other: Move | null, target: number): Move | null {
  if (one === null || other === null) return one ?? other;
  const [first, second] = [Math.min(one.worst, target), Math.min(other.worst, target)];
  if (first !== second) return first > second ? one : other;
  return other.gain > one.gain ? other : one;
}
