/**
 * An assignment in numbers: proposals and reviewers are counted from 0, and every pair that may be assigned is an edge. The
 * edges of proposal p are those from `starts[p]` up to, not including, `starts[p + 1]`.
 */
export interface Market {
  /** Places to fill, by proposal. */
  readonly need: Int32Array;
  /** Fewest and most proposals, by reviewer. */
  readonly min: Int32Array;
  readonly max: Int32Array;
  readonly starts: Int32Array;
  /** The proposal and the reviewer of an edge. */
  readonly proposalOf: Int32Array;
  readonly reviewerOf: Int32Array;
  /** The affinity of an edge, as given. */
  readonly affinity: Float64Array;
}

/** How many digits behind the point count, at most; affinities of up to nine decimals are exact. */
const DIGITS = 9;
/** Values stay below this, so that sums along any path are whole numbers that a double holds exactly. */
export const LARGEST = 1e12;

/** Gives the power of ten that turns these affinities into whole numbers that can be added without rounding. */
export function scaleOf(affinities: Float64Array): number {
  let largest = 0;
  for (const affinity of affinities) largest = Math.max(largest, Math.abs(affinity));
  const digits = largest === 0 ? DIGITS : Math.floor(Math.log10(LARGEST / largest));
  return 10 ** Math.min(DIGITS, digits);
}

/** Gives the affinities as whole numbers. */
export function toValues(affinities: Float64Array, scale: number): Float64Array {
  const values = new Float64Array(affinities.length);
  for (let edge = 0; edge < values.length; edge += 1) values[edge] = Math.round((affinities[edge] ?? 0) * scale);
  return values;
}
