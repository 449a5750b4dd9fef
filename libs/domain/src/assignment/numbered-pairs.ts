import { InstanceFault, type AssignmentInstance, type Pair } from './assignment-instance';

/** Pairs by proposal, counted from 0: those of proposal p from `starts[p]` up to, not including, `starts[p + 1]`. */
export interface NumberedPairs {
  readonly starts: Int32Array;
  readonly reviewers: Int32Array;
  /** Which pair of the list each was. */
  readonly places: Int32Array;
}

/** Pairs with the affinity of each. */
export interface NumberedAffinities extends NumberedPairs {
  readonly values: Float64Array;
}

/** An instance with its pairs by number. */
export interface NumberedInstance {
  readonly instance: AssignmentInstance;
  readonly affinity: NumberedAffinities;
  readonly conflicts: NumberedPairs;
  readonly fixed: NumberedPairs;
}

/** Throws InstanceFault when an affinity or a fixed pair stands twice, and for a fixed pair with a conflict. */
export function numberPairs(instance: AssignmentInstance): NumberedInstance {
  const numbers = {
    proposals: new Map(instance.proposals.map(({ id }, number) => [id, number])),
    reviewers: new Map(instance.reviewers.map(({ id }, number) => [id, number])),
  };
  const affinity = byProposal(instance.affinity, numbers);
  const conflicts = byProposal(instance.conflicts, numbers);
  const fixed = byProposal(instance.fixed, numbers);
  const marks = new ReviewerMarks(instance.reviewers.length);
  for (let proposal = 0; proposal < instance.proposals.length; proposal += 1) {
    marks.clear();
    const twice = firstMarked(affinity, proposal, marks, true);
    if (twice !== null) throw fault(instance.affinity, 'affinity', twice, 'stand twice');
    marks.clear();
    firstMarked(conflicts, proposal, marks, true);
    const barred = firstMarked(fixed, proposal, marks, false);
    if (barred !== null) throw fault(instance.fixed, 'fixed', barred, 'stand in conflicts too');
    marks.clear();
    const again = firstMarked(fixed, proposal, marks, true);
    if (again !== null) throw fault(instance.fixed, 'fixed', again, 'stand twice');
  }
  const values = Float64Array.from(affinity.places, (place) => instance.affinity[place]?.[2] ?? 0);
  return { instance, affinity: { ...affinity, values }, conflicts, fixed };
}

/** Marks reviewers, and forgets all marks at once. */
export class ReviewerMarks {
  private readonly marks: Int32Array;
  private round = 1;

  constructor(reviewers: number) {
    this.marks = new Int32Array(reviewers);
  }

  clear(): void {
    this.round += 1;
  }

  add(reviewer: number): void {
    this.marks[reviewer] = this.round;
  }

  addAll({ starts, reviewers }: NumberedPairs, proposal: number): void {
    const end = starts[proposal + 1] ?? 0;
    for (let at = starts[proposal] ?? 0; at < end; at += 1) this.add(reviewers[at] ?? 0);
  }

  has(reviewer: number): boolean {
    return this.marks[reviewer] === this.round;
  }
}

/** Gives the place of the proposal's first marked reviewer; marks the others when asked. */
function firstMarked(pairs: NumberedPairs, proposal: number, marks: ReviewerMarks, doMark: boolean): number | null {
  for (let at = pairs.starts[proposal] ?? 0; at < (pairs.starts[proposal + 1] ?? 0); at += 1) {
    const reviewer = pairs.reviewers[at] ?? 0;
    if (marks.has(reviewer)) return pairs.places[at] ?? 0;
    if (doMark) marks.add(reviewer);
  }
  return null;
}

function fault(pairs: AssignmentInstance['affinity' | 'fixed'], field: string, place: number, what: string) {
  const [proposalId = '', reviewerId = ''] = pairs[place] ?? [];
  return new InstanceFault(`${field}[${place}]: ${proposalId} and ${reviewerId} ${what}.`);
}

interface Numbers {
  readonly proposals: ReadonlyMap<string, number>;
  readonly reviewers: ReadonlyMap<string, number>;
}

function byProposal(
  pairs: readonly (Pair | readonly [string, string, number])[],
  { proposals, reviewers }: Numbers,
): NumberedPairs {
  const starts = new Int32Array(proposals.size + 1);
  const ofPair = new Int32Array(pairs.length);
  for (let place = 0; place < pairs.length; place += 1) {
    const proposal = proposals.get(pairs[place]?.[0] ?? '') ?? 0;
    ofPair[place] = proposal;
    starts[proposal + 1] = (starts[proposal + 1] ?? 0) + 1;
  }
  for (let proposal = 0; proposal < proposals.size; proposal += 1)
    starts[proposal + 1] = (starts[proposal + 1] ?? 0) + (starts[proposal] ?? 0);
  const free = starts.slice();
  const grouped = new Int32Array(pairs.length);
  const places = new Int32Array(pairs.length);
  for (let place = 0; place < pairs.length; place += 1) {
    const proposal = ofPair[place] ?? 0;
    const at = free[proposal] ?? 0;
    free[proposal] = at + 1;
    grouped[at] = reviewers.get(pairs[place]?.[1] ?? '') ?? 0;
    places[at] = place;
  }
  return { starts, reviewers: grouped, places };
}
