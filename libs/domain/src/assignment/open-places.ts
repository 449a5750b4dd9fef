import { InstanceFault } from './assignment-instance';
import type { NumberedInstance } from './numbered-pairs';
import { floatAt, intAt } from './typed-at';

/** What is left to assign beside the fixed pairs. */
export interface OpenPlaces {
  /** By proposal. */
  readonly need: Int32Array;
  /** By reviewer. */
  readonly min: Int32Array;
  readonly max: Int32Array;
  /** The affinities of the fixed pairs, by proposal; 0 for a pair that has none. */
  readonly fixedSums: Float64Array;
}

/** Counts the fixed pairs off places and loads. Throws InstanceFault when they exceed `k` or a load. */
export function openPlaces({ instance, affinity, fixed }: NumberedInstance): OpenPlaces {
  const { k, proposals, reviewers } = instance;
  const need = new Int32Array(proposals.length).fill(k);
  const min = Int32Array.from(reviewers, ({ minLoad }) => minLoad);
  const max = Int32Array.from(reviewers, ({ maxLoad }) => Math.min(maxLoad, proposals.length));
  const fixedSums = new Float64Array(proposals.length);
  for (let proposal = 0; proposal < proposals.length; proposal += 1) {
    const values = new Map<number, number>();
    const end = intAt(fixed.starts, proposal + 1);
    if (end > intAt(fixed.starts, proposal))
      for (let at = intAt(affinity.starts, proposal); at < intAt(affinity.starts, proposal + 1); at += 1)
        values.set(intAt(affinity.reviewers, at), floatAt(affinity.values, at));
    for (let at = intAt(fixed.starts, proposal); at < end; at += 1) {
      const reviewer = intAt(fixed.reviewers, at);
      need[proposal] = intAt(need, proposal) - 1;
      min[reviewer] = Math.max(0, intAt(min, reviewer) - 1);
      max[reviewer] = intAt(max, reviewer) - 1;
      fixedSums[proposal] = floatAt(fixedSums, proposal) + (values.get(reviewer) ?? instance.defaultAffinity ?? 0);
    }
  }
  refuseTooMany(proposals, need, `reviewers, and k is ${k}`);
  refuseTooMany(reviewers, max, 'proposals than its maxLoad allows');
  return { need, min, max, fixedSums };
}

function refuseTooMany(entries: readonly { id: string }[], left: Int32Array, what: string): void {
  const over = left.findIndex((count) => count < 0);
  if (over !== -1) throw new InstanceFault(`fixed gives ${entries[over]?.id ?? ''} more ${what}.`);
}
