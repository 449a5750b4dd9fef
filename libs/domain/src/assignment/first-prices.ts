import { columnsOf, type Columns } from './columns';
import type { Market } from './market';
import { floatAt, intAt } from './typed-at';

/** Rounds over all reviewers; more change little. */
const ROUNDS = 25;

/**
 * Gives prices of reviewers at which hardly anybody is asked too much or too little: one reviewer after another gets the
 * price at which just its most, or its fewest, proposals want it while the others keep theirs. That is descent by coordinates
 * on the dual of the assignment. It may stop short of the optimum, and from any prices `BestFlow` finds that; it is faster
 * from good ones. Prices are added to values: below 0 for who is wanted too much, above 0 for who must have more.
 */
export class FirstPrices {
  readonly prices: Float64Array;
  /** Of each proposal: the value, prices included, of the last that it takes and of the first that it does not take. */
  private readonly last: Float64Array;
  private readonly firstOut: Float64Array;
  private readonly columns: Columns;
  private readonly top: Float64Array;
  private readonly offers: Float64Array;

  constructor(
    private readonly market: Market,
    private readonly values: Float64Array,
  ) {
    this.prices = new Float64Array(market.max.length);
    this.last = new Float64Array(market.need.length);
    this.firstOut = new Float64Array(market.need.length);
    this.columns = columnsOf(market);
    this.top = new Float64Array(Math.max(0, ...market.need) + 1);
    const { starts } = this.columns;
    this.offers = new Float64Array(
      starts.reduce((most, start, index) => Math.max(most, (starts[index + 1] ?? start) - start), 0),
    );
    for (let proposal = 0; proposal < market.need.length; proposal += 1) this.rank(proposal);
  }

  find(): Float64Array {
    for (let round = 0; round < ROUNDS; round += 1) {
      let changes = 0;
      for (let reviewer = 0; reviewer < this.prices.length; reviewer += 1) changes += this.reprice(reviewer);
      if (changes === 0) break;
    }
    return this.prices;
  }

  /** Gives 1 when the price changed. */
  private reprice(reviewer: number): number {
    const { market, prices, values, columns } = this;
    const start = intAt(columns.starts, reviewer);
    const end = intAt(columns.starts, reviewer + 1);
    const old = floatAt(prices, reviewer);
    const offers = this.offers.subarray(0, end - start);
    for (let at = start; at < end; at += 1) {
      const edge = intAt(columns.edges, at);
      const proposal = intAt(market.proposalOf, edge);
      const value = floatAt(values, edge);
      const worth = value + old;
      const last = floatAt(this.last, proposal);
      offers[at - start] = value - (worth >= last ? floatAt(this.firstOut, proposal) : last);
    }
    offers.sort();
    const price = this.priceFor(offers, intAt(market.min, reviewer), intAt(market.max, reviewer));
    if (price === old) return 0;
    prices[reviewer] = price;
    for (let at = start; at < end; at += 1) {
      const edge = intAt(columns.edges, at);
      const proposal = intAt(market.proposalOf, edge);
      const value = floatAt(values, edge);
      const firstOut = floatAt(this.firstOut, proposal);
      if (value + old >= firstOut || value + price >= firstOut) this.rank(proposal);
    }
    return 1;
  }

  /** @param offers what each proposal would pay at most for this reviewer, from the lowest */
  private priceFor(offers: Float64Array, min: number, max: number): number {
    const wanted = offers.length - firstAbove(offers, 0);
    const count = wanted > max ? max : wanted < min ? min : null;
    if (count === null) return 0;
    const lastIn = offers[offers.length - count];
    const firstOut = offers[offers.length - count - 1];
    const paid =
      lastIn === undefined ? firstOut : firstOut === undefined ? lastIn : Math.floor((lastIn + firstOut) / 2);
    return Number.isFinite(paid ?? 0) ? -(paid ?? 0) : 0;
  }

  private rank(proposal: number): void {
    const { market, prices, top, values } = this;
    const need = intAt(market.need, proposal);
    const size = need + 1;
    top.fill(-Infinity, 0, size);
    const end = intAt(market.starts, proposal + 1);
    for (let edge = intAt(market.starts, proposal); edge < end; edge += 1) {
      const worth = floatAt(values, edge) + floatAt(prices, intAt(market.reviewerOf, edge));
      let at = need;
      if (worth <= floatAt(top, at)) continue;
      for (; at > 0 && floatAt(top, at - 1) < worth; at -= 1) top[at] = floatAt(top, at - 1);
      top[at] = worth;
    }
    this.last[proposal] = need === 0 ? Infinity : floatAt(top, need - 1);
    this.firstOut[proposal] = floatAt(top, need);
  }
}

/** Gives the place of the first that is above a bound in a rising list. */
function firstAbove(rising: Float64Array, bound: number): number {
  let low = 0;
  let high = rising.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (floatAt(rising, middle) > bound) high = middle;
    else low = middle + 1;
  }
  return low;
}
