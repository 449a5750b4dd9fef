import type { Market } from './market';
import { MinHeap } from './min-heap';
import { floatAt, intAt } from './typed-at';

const NONE = -1;

/**
 * Finds the assignment of the highest value: a flow of the least cost from the proposals through the reviewers to a sink.
 * It begins with every proposal taking what is best at the present prices, which breaks loads and nothing else, and then moves
 * what is too much to where there is too little: shortest paths with potentials from all that have too much (Dijkstra), then
 * as many paths as are free at those prices, and again (the primal-dual method: Ahuja, Magnanti, Orlin, Network Flows, 9.8).
 * Prices stay for the next call, so a change of few values costs little.
 *
 * Nodes: the reviewers, then the sink, then the proposals. Values are whole numbers; see `toValues`.
 */
export class BestFlow {
  /** 1 for every edge that is assigned. */
  readonly taken: Uint8Array;
  /** The potential of every node; an edge is worth its value plus the price of its reviewer. */
  private readonly price: Float64Array;
  /** What a reviewer has too much, or, below zero, too little; the sink last. All 0 once solved. */
  private readonly excess: Int32Array;
  private values: Float64Array = new Float64Array(0);
  private readonly sink: number;
  /** How many proposals of each reviewer reach the sink. */
  private readonly load: Int32Array;
  /** The assigned edges of each reviewer, as a chain. */
  private readonly first: Int32Array;
  private readonly next: Int32Array;
  private readonly before: Int32Array;
  private readonly heap = new MinHeap();
  private readonly distance: Float64Array;
  private readonly settled: Int32Array;
  private readonly cursor: Int32Array;
  private readonly isDead: Uint8Array;
  private readonly isOnPath: Uint8Array;
  private readonly path: Int32Array;
  /** The edge by which a node of the path was reached. */
  private readonly by: Int32Array;

  constructor(private readonly market: Market) {
    const edges = market.reviewerOf.length;
    this.sink = market.max.length;
    const nodes = this.sink + 1 + market.need.length;
    this.taken = new Uint8Array(edges);
    this.next = new Int32Array(edges);
    this.before = new Int32Array(edges);
    this.price = new Float64Array(nodes);
    this.excess = new Int32Array(this.sink + 1);
    this.load = new Int32Array(this.sink);
    this.first = new Int32Array(this.sink);
    this.distance = new Float64Array(nodes);
    this.settled = new Int32Array(nodes);
    this.cursor = new Int32Array(nodes);
    this.isDead = new Uint8Array(nodes);
    this.isOnPath = new Uint8Array(nodes);
    this.path = new Int32Array(nodes);
    this.by = new Int32Array(nodes);
  }

  /** The price of each reviewer: below that of the sink for who is wanted too much. Set them before the first call. */
  get prices(): Float64Array {
    return this.price.subarray(0, this.sink);
  }

  /** What the last reviewer that a proposal takes is worth to it, price included; Infinity when it takes none. */
  leastWorth(proposal: number): number {
    return floatAt(this.price, this.sink + 1 + proposal);
  }

  /**
   * Gives whether every place is filled within every load; then `taken` is the best assignment for these values. Every
   * proposal has at least as many edges as places.
   */
  solve(values: Float64Array): boolean {
    this.values = values;
    this.choose();
    this.fillLoads();
    while (this.label()) this.pushAll();
    return this.excess.every((excess) => excess === 0);
  }

  /** Every proposal takes its best edges at the present prices. */
  private choose(): void {
    const { market, taken } = this;
    taken.fill(0);
    this.first.fill(NONE);
    this.excess.fill(0);
    for (let proposal = 0; proposal < market.need.length; proposal += 1) {
      const best = this.bestEdges(proposal, intAt(market.need, proposal));
      for (const edge of best.edges) {
        taken[edge] = 1;
        this.link(edge);
        const reviewer = intAt(market.reviewerOf, edge);
        this.excess[reviewer] = intAt(this.excess, reviewer) + 1;
      }
      this.price[this.sink + 1 + proposal] = best.least;
    }
  }

  private bestEdges(proposal: number, need: number): { edges: number[]; least: number } {
    const { market, price, values } = this;
    const edges: number[] = [];
    const worths: number[] = [];
    const end = intAt(market.starts, proposal + 1);
    for (let edge = intAt(market.starts, proposal); edge < end; edge += 1) {
      const worth = floatAt(values, edge) + floatAt(price, intAt(market.reviewerOf, edge));
      let at = edges.length;
      if (at === need && (at === 0 || worth <= (worths[at - 1] ?? 0))) continue;
      if (at < need) at = edges.push(edge) - 1;
      else at -= 1;
      for (; at > 0 && (worths[at - 1] ?? 0) < worth; at -= 1) {
        worths[at] = worths[at - 1] ?? 0;
        edges[at] = edges[at - 1] ?? 0;
      }
      worths[at] = worth;
      edges[at] = edge;
    }
    return { edges, least: worths.at(-1) ?? Infinity };
  }

  /** Lets through as much of each reviewer as loads and prices allow; the rest is too much or too little. */
  private fillLoads(): void {
    const { market, excess, load, price, sink } = this;
    const through = floatAt(price, sink);
    let total = 0;
    let units = 0;
    for (let reviewer = 0; reviewer < sink; reviewer += 1) {
      const min = intAt(market.min, reviewer);
      const max = intAt(market.max, reviewer);
      const has = intAt(excess, reviewer);
      const own = floatAt(price, reviewer);
      const passed = own > through ? min : own < through ? max : Math.min(max, Math.max(min, has));
      load[reviewer] = passed;
      excess[reviewer] = has - passed;
      total += passed;
      units += has;
    }
    excess[sink] = total - units;
  }

  /** Finds the distances from all that have too much up to the nearest that has too little; false when there is none. */
  private label(): boolean {
    const { distance, excess, heap, price, settled, sink } = this;
    distance.fill(Infinity);
    heap.clear();
    for (let node = 0; node <= sink; node += 1) if (intAt(excess, node) > 0) this.reach(node, 0);
    let count = 0;
    while (heap.size > 0) {
      const far = heap.nearest;
      const node = heap.pop();
      if (far > floatAt(distance, node)) continue;
      if (node <= sink && intAt(excess, node) < 0) {
        for (let index = 0; index < count; index += 1) {
          const near = intAt(settled, index);
          price[near] = floatAt(price, near) + floatAt(distance, near) - far;
        }
        return true;
      }
      settled[count] = node;
      count += 1;
      if (node > sink) this.lookFromProposal(node, far);
      else if (node === sink) this.lookFromSink(far);
      else this.lookFromReviewer(node, far);
    }
    return false;
  }

  private reach(node: number, far: number): void {
    if (far >= floatAt(this.distance, node)) return;
    this.distance[node] = far;
    this.heap.push(node, far);
  }

  private lookFromReviewer(reviewer: number, far: number): void {
    const { market, next, price, sink, values } = this;
    const start = far + floatAt(price, reviewer);
    if (intAt(this.load, reviewer) < intAt(market.max, reviewer)) this.reach(sink, start - floatAt(price, sink));
    for (let edge = this.first[reviewer] ?? NONE; edge !== NONE; edge = next[edge] ?? NONE) {
      const proposal = sink + 1 + intAt(market.proposalOf, edge);
      this.reach(proposal, start + floatAt(values, edge) - floatAt(price, proposal));
    }
  }

  private lookFromSink(far: number): void {
    const { load, market, price, sink } = this;
    const start = far + floatAt(price, sink);
    for (let reviewer = 0; reviewer < sink; reviewer += 1)
      if (intAt(load, reviewer) > intAt(market.min, reviewer)) this.reach(reviewer, start - floatAt(price, reviewer));
  }

  private lookFromProposal(node: number, far: number): void {
    const { distance, heap, market, price, sink, taken, values } = this;
    const start = far + floatAt(price, node);
    const end = intAt(market.starts, node - sink);
    for (let edge = intAt(market.starts, node - sink - 1); edge < end; edge += 1) {
      const reviewer = intAt(market.reviewerOf, edge);
      const found = start - floatAt(values, edge) - floatAt(price, reviewer);
      if (found >= floatAt(distance, reviewer) || taken[edge] === 1) continue;
      distance[reviewer] = found;
      heap.push(reviewer, found);
    }
  }

  /** Moves along paths that cost nothing at these prices until none is found. */
  private pushAll(): void {
    const { cursor, excess, market, sink } = this;
    this.isDead.fill(0);
    cursor.set(this.first);
    cursor[sink] = 0;
    cursor.set(market.starts.subarray(0, market.need.length), sink + 1);
    for (let source = 0; source <= sink; source += 1)
      while (intAt(excess, source) > 0) if (!this.pushOne(source)) break;
  }

  private pushOne(source: number): boolean {
    const { excess, isDead, isOnPath, path, sink } = this;
    let length = 1;
    path[0] = source;
    isOnPath[source] = 1;
    while (length > 0) {
      const node = intAt(path, length - 1);
      if (node <= sink && intAt(excess, node) < 0) {
        this.move(length);
        return true;
      }
      const step = node > sink ? this.stepFromProposal(node) : this.stepFromReviewer(node);
      if (step === NONE) {
        isDead[node] = 1;
        isOnPath[node] = 0;
        length -= 1;
      } else {
        path[length] = step;
        isOnPath[step] = 1;
        length += 1;
      }
    }
    return false;
  }

  private isOpen(node: number): boolean {
    return this.isDead[node] === 0 && this.isOnPath[node] === 0;
  }

  private stepFromProposal(node: number): number {
    const { cursor, market, price, sink, taken, values } = this;
    const own = floatAt(price, node);
    const end = intAt(market.starts, node - sink);
    for (let edge = intAt(cursor, node); edge < end; edge += 1) {
      const reviewer = intAt(market.reviewerOf, edge);
      if (taken[edge] === 1 || own - floatAt(values, edge) !== price[reviewer] || !this.isOpen(reviewer)) continue;
      cursor[node] = edge;
      this.by[reviewer] = edge;
      return reviewer;
    }
    cursor[node] = end;
    return NONE;
  }

  private stepFromReviewer(node: number): number {
    const { cursor, load, market, next, price, sink, values } = this;
    if (node === sink) return this.stepFromSink();
    const own = floatAt(price, node);
    if (intAt(load, node) < intAt(market.max, node) && own === price[sink] && this.isOpen(sink)) return sink;
    for (let edge = cursor[node] ?? NONE; edge !== NONE; edge = next[edge] ?? NONE) {
      const proposal = sink + 1 + intAt(market.proposalOf, edge);
      if (own + floatAt(values, edge) !== price[proposal] || !this.isOpen(proposal)) continue;
      cursor[node] = edge;
      this.by[proposal] = edge;
      return proposal;
    }
    cursor[node] = NONE;
    return NONE;
  }

  private stepFromSink(): number {
    const { cursor, load, market, price, sink } = this;
    for (let reviewer = intAt(cursor, sink); reviewer < sink; reviewer += 1) {
      const hasMore = intAt(load, reviewer) > intAt(market.min, reviewer);
      if (!hasMore || price[reviewer] !== price[sink] || !this.isOpen(reviewer)) continue;
      cursor[sink] = reviewer;
      return reviewer;
    }
    cursor[sink] = sink;
    return NONE;
  }

  /** Moves one unit along the path. */
  private move(length: number): void {
    const { by, excess, isOnPath, load, path, sink, taken } = this;
    for (let at = 1; at < length; at += 1) {
      const from = intAt(path, at - 1);
      const to = intAt(path, at);
      const edge = intAt(by, to);
      if (to === sink) load[from] = intAt(load, from) + 1;
      else if (from === sink) load[to] = intAt(load, to) - 1;
      else if (to > sink) {
        taken[edge] = 0;
        this.unlink(edge, from);
      } else {
        taken[edge] = 1;
        this.link(edge);
      }
    }
    for (let at = 0; at < length; at += 1) isOnPath[intAt(path, at)] = 0;
    const source = intAt(path, 0);
    const target = intAt(path, length - 1);
    excess[source] = intAt(excess, source) - 1;
    excess[target] = intAt(excess, target) + 1;
  }

  private link(edge: number): void {
    const { before, first, market, next } = this;
    const reviewer = intAt(market.reviewerOf, edge);
    const second = first[reviewer] ?? NONE;
    next[edge] = second;
    before[edge] = NONE;
    if (second !== NONE) before[second] = edge;
    first[reviewer] = edge;
  }

  private unlink(edge: number, reviewer: number): void {
    const { before, cursor, first, next } = this;
    const after = next[edge] ?? NONE;
    const ahead = before[edge] ?? NONE;
    if (cursor[reviewer] === edge) cursor[reviewer] = after;
    if (ahead === NONE) first[reviewer] = after;
    else next[ahead] = after;
    if (after !== NONE) before[after] = ahead;
  }
}
