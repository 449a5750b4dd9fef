import type { Market } from './market';
import { ReviewerMarks, type NumberedInstance } from './numbered-pairs';
import type { OpenPlaces } from './open-places';

/** Below this many pairs, all that may be assigned are edges from the start. */
const ALL_AT_ONCE = 100_000;
/** Otherwise a proposal begins with its best reviewers, and with some that are not listed for it, beside as many as it needs. */
const FIRST_LISTED = 30;
const FIRST_UNLISTED = 12;
/** How many that are not listed come in at a time. */
const MORE_UNLISTED = 8;

/**
 * The pairs of an instance that may be assigned: the edges of its market. Of many, only those come in that could be worth it:
 * pricing shows which do (Ahuja, Magnanti, Orlin, Network Flows, 17.5), so that nothing of the optimum is lost.
 */
export class Candidates {
  /** Whether a listed pair is in. */
  private readonly isIn: Uint8Array;
  /** Reviewers of each proposal that are in though they are not listed for it. */
  private readonly unlisted: number[][];
  private readonly marks: ReviewerMarks;
  private readonly reviewers: number;

  /** @param allAtOnce up to how many pairs all of them are in from the start */
  constructor(
    private readonly numbered: NumberedInstance,
    private readonly places: OpenPlaces,
    allAtOnce = ALL_AT_ONCE,
  ) {
    const { proposals, reviewers, defaultAffinity, k } = numbered.instance;
    this.reviewers = reviewers.length;
    this.marks = new ReviewerMarks(reviewers.length);
    const areListedIn = numbered.affinity.values.length <= allAtOnce;
    this.isIn = new Uint8Array(numbered.affinity.values.length).fill(areListedIn ? 1 : 0);
    if (!areListedIn) this.addBest(k + FIRST_LISTED);
    this.unlisted = defaultAffinity === null ? [] : Array.from(proposals, () => []);
    const most = proposals.length * reviewers.length <= allAtOnce ? reviewers.length : k + FIRST_UNLISTED;
    // each proposal begins further on in the row, so that everybody is a candidate about as often
    this.addUnlisted({ most, reviewerAt: (proposal, at) => (proposal * most + at) % this.reviewers });
  }

  /** The affinity of a pair that is not listed; −Infinity when such a pair may not be assigned. */
  get unlistedAffinity(): number {
    return this.numbered.instance.defaultAffinity ?? -Infinity;
  }

  /** Writes the edges. */
  market(): Market {
    const { affinity } = this.numbered;
    const { need, min, max } = this.places;
    const most = this.isIn.length + this.unlisted.reduce((all, { length }) => all + length, 0);
    const reviewerOf = new Int32Array(most);
    const proposalOf = new Int32Array(most);
    const affinities = new Float64Array(most);
    const starts = new Int32Array(need.length + 1);
    let edge = 0;
    const add = (proposal: number, reviewer: number, value: number): void => {
      proposalOf[edge] = proposal;
      reviewerOf[edge] = reviewer;
      affinities[edge] = value;
      edge += 1;
    };
    for (let proposal = 0; proposal < need.length; proposal += 1) {
      this.markBlocked(proposal);
      for (let at = affinity.starts[proposal] ?? 0; at < (affinity.starts[proposal + 1] ?? 0); at += 1) {
        const reviewer = affinity.reviewers[at] ?? 0;
        if (this.isIn[at] === 1 && !this.marks.has(reviewer)) add(proposal, reviewer, affinity.values[at] ?? 0);
      }
      for (const reviewer of this.unlisted[proposal] ?? []) add(proposal, reviewer, this.unlistedAffinity);
      starts[proposal + 1] = edge;
    }
    const edges = { proposalOf: proposalOf.slice(0, edge), reviewerOf: reviewerOf.slice(0, edge) };
    return { need, min, max, starts, ...edges, affinity: affinities.slice(0, edge) };
  }

  /** Lets in every pair that may be assigned; gives how many. */
  addAll(): number {
    const listed = this.isIn.reduce((all, isIn) => all + 1 - isIn, 0);
    this.isIn.fill(1);
    return listed + this.addUnlisted({ most: Infinity, reviewerAt: (_, at) => at });
  }

  /**
   * Lets in pairs that a proposal would gain by, and gives how many.
   * @param prices of the reviewers; higher is better for who takes them
   * @param isGain whether a proposal gains by a reviewer of this affinity at this price
   */
  addGains(prices: Float64Array, isGain: (proposal: number, affinity: number, price: number) => boolean): number {
    const cheapest = Int32Array.from(prices, (_, reviewer) => reviewer);
    cheapest.sort((a, b) => (prices[b] ?? 0) - (prices[a] ?? 0));
    const best = prices[cheapest[0] ?? 0] ?? 0;
    const { unlistedAffinity } = this;
    return (
      this.addListed((proposal, affinity, reviewer) => isGain(proposal, affinity, prices[reviewer] ?? 0)) +
      this.addUnlisted({
        most: MORE_UNLISTED,
        reviewerAt: (_, at) => cheapest[at] ?? 0,
        isWanted: (proposal, reviewer) => isGain(proposal, unlistedAffinity, prices[reviewer] ?? 0),
        isWorthALook: (proposal) => isGain(proposal, unlistedAffinity, best),
      })
    );
  }

  /** Whoever has a conflict with the proposal or is fixed to it is marked. */
  private markBlocked(proposal: number): void {
    this.marks.clear();
    this.marks.addAll(this.numbered.conflicts, proposal);
    this.marks.addAll(this.numbered.fixed, proposal);
  }

  /** Lets in the best listed pairs of each proposal, so many of those that may be assigned. */
  private addBest(most: number): void {
    const { starts, reviewers, values } = this.numbered.affinity;
    for (let proposal = 0; proposal + 1 < starts.length; proposal += 1) {
      this.markBlocked(proposal);
      const begin = starts[proposal] ?? 0;
      const end = starts[proposal + 1] ?? 0;
      const open = new Float64Array(end - begin);
      for (let at = begin; at < end; at += 1)
        open[at - begin] = this.marks.has(reviewers[at] ?? 0) ? -Infinity : (values[at] ?? 0);
      const least = open.slice().sort()[Math.max(0, open.length - most)] ?? 0;
      for (let at = begin; at < end; at += 1) if ((open[at - begin] ?? 0) >= least) this.isIn[at] = 1;
    }
  }

  private addListed(isWanted: (proposal: number, affinity: number, reviewer: number) => boolean): number {
    const { starts, reviewers, values } = this.numbered.affinity;
    let added = 0;
    for (let proposal = 0; proposal + 1 < starts.length; proposal += 1) {
      this.markBlocked(proposal);
      for (let at = starts[proposal] ?? 0; at < (starts[proposal + 1] ?? 0); at += 1) {
        const reviewer = reviewers[at] ?? 0;
        if (this.isIn[at] === 1 || this.marks.has(reviewer)) continue;
        if (!isWanted(proposal, values[at] ?? 0, reviewer)) continue;
        this.isIn[at] = 1;
        added += 1;
      }
    }
    return added;
  }

  private addUnlisted({ most, reviewerAt, isWanted, isWorthALook }: Wanted): number {
    let added = 0;
    for (const [proposal, have] of this.unlisted.entries()) {
      if (isWorthALook?.(proposal) === false) continue;
      this.markBlocked(proposal);
      this.marks.addAll(this.numbered.affinity, proposal);
      for (const reviewer of have) this.marks.add(reviewer);
      const until = have.length + most;
      for (let at = 0; at < this.reviewers && have.length < until; at += 1) {
        const reviewer = reviewerAt(proposal, at);
        if (this.marks.has(reviewer) || isWanted?.(proposal, reviewer) === false) continue;
        have.push(reviewer);
        added += 1;
      }
    }
    return added;
  }
}

/** Which pairs come in: at most so many of a proposal, looking at reviewers in an order. */
interface Wanted {
  readonly most: number;
  readonly reviewerAt: (proposal: number, at: number) => number;
  readonly isWanted?: (proposal: number, reviewer: number) => boolean;
  readonly isWorthALook?: (proposal: number) => boolean;
}
