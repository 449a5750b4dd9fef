/** Somebody who judges, and how many proposals they judge, those of `fixed` included. */
export interface InstanceReviewer {
  readonly id: string;
  readonly minLoad: number;
  readonly maxLoad: number;
}

/** A proposal and a reviewer, by id. */
export type Pair = readonly [proposalId: string, reviewerId: string];

/** Everything that an assignment of reviewers to proposals must keep to. Ids stand once; pairs name ids that are there. */
export interface AssignmentInstance {
  /** Reviewers for each proposal. */
  readonly k: number;
  /** `sum`: the highest total. `fair`: nearly so, with the worst-off proposal as well off as can be. */
  readonly mode: 'sum' | 'fair';
  /** The affinity of pairs that are not listed; null when such a pair may not be assigned. */
  readonly defaultAffinity: number | null;
  readonly proposals: readonly { readonly id: string }[];
  readonly reviewers: readonly InstanceReviewer[];
  /** How well a reviewer suits a proposal; higher is better, and it may be below zero. */
  readonly affinity: readonly (readonly [proposalId: string, reviewerId: string, affinity: number])[];
  /** Pairs that may not be assigned, whatever their affinity. */
  readonly conflicts: readonly Pair[];
  /** Pairs that are assigned already, and stay. */
  readonly fixed: readonly Pair[];
}

/** Who judges what, and how good that is; affinities are summed over fixed pairs too. */
export interface AssignmentResult {
  /** By proposal and reviewer in the order of the instance. */
  readonly assignments: readonly Pair[];
  /** The sum of the affinities. */
  readonly total: number;
  /** The sum of the worst-off proposal; 0 without proposals. */
  readonly floor: number;
  /** What no assignment, not even one of parts of reviewers, exceeds as `floor`. */
  readonly floorBound: number;
  readonly solveMs: number;
  /** The proposal of each place that nobody could take; empty when every rule is kept. */
  readonly unfilled: readonly string[];
}

/** An instance that is not what it should be; the message is one sentence that begins with the field. */
export class InstanceFault extends Error {}

/** Why not every rule can be kept: what there is too little of, and the rule to relax. */
export interface Shortage {
  /** `k`: one proposal has too few who may judge it. `maxLoad`: the reviewers are full. `minLoad`: somebody has too few. */
  readonly rule: 'k' | 'maxLoad' | 'minLoad';
  /** The proposals that compete for those reviewers; empty for `minLoad`. */
  readonly proposalIds: readonly string[];
  /** The reviewers whom alone those proposals can still have; empty for `k` and `minLoad`. */
  readonly reviewerIds: readonly string[];
  /** Reviews that there can be, and that are needed: of one proposal for `k`, of these reviewers for `maxLoad`, of all for `minLoad`. */
  readonly available: number;
  readonly needed: number;
}

/** The assignment; beside a shortage the most that can be assigned without breaking a conflict or a maximal load. */
export interface AssignmentOutcome {
  readonly result: AssignmentResult;
  readonly shortage: Shortage | null;
}
