/** How rare a term is that `having` of `documents` have: `ln((N + 1) / (n + 0.5))`, never below nothing. */
export function rarity(documents: number, having: number): number {
  return Math.max(0, Math.log((documents + 1) / (having + 0.5)));
}

/** What a count weighs: a term that comes ten times weighs less than ten times as much (Salton and Buckley 1988). */
export function damped(count: number): number {
  return count <= 1 ? count : 1 + Math.log(count);
}

/**
 * Turns weighted counts into a vector of length 1, in place: sublinear tf-idf with cosine normalisation.
 * @param counts of each term
 * @param rarities of each term, in the same order
 */
export function weigh(counts: Float64Array, rarities: (at: number) => number): Float64Array {
  let squares = 0;
  for (let at = 0; at < counts.length; at += 1) {
    const weight = damped(counts[at] ?? 0) * rarities(at);
    counts[at] = weight;
    squares += weight * weight;
  }
  const length = Math.sqrt(squares);
  if (length > 0) for (let at = 0; at < counts.length; at += 1) counts[at] = (counts[at] ?? 0) / length;
  return counts;
}
