/** Each further document counts this much of the one before it. */
const DECAY = 0.7;
/** Somebody with fewer documents is compared as if the missing ones fitted nothing. */
const FEWEST_DOCUMENTS = 2;
/** What the factors of so many documents add up to. */
const WHOLE = Array.from({ length: 200 }, (_, documents) => geometric(Math.max(documents, FEWEST_DOCUMENTS)));
/** The likeness at which about two thirds of the text part are reached; texts that fit well have 0.15 to 0.35. */
const HALFWAY = 0.15;

/**
 * Gives how much each document adds to the likeness of somebody with a text: the best counts whole, each further one 0.7 of
 * the one before, so that several fitting documents are worth more than one and a hundred unfitting ones cost nothing more.
 * @param cosines of each document with the text, 0..1
 * @returns shares in the order given; their sum is the likeness, 0..1
 */
export function documentShares(cosines: readonly number[]): number[] {
  const order = cosines.map((_, index) => index).sort((a, b) => (cosines[b] ?? 0) - (cosines[a] ?? 0) || a - b);
  const whole = WHOLE[Math.min(cosines.length, WHOLE.length - 1)] ?? 1;
  const shares = cosines.map(() => 0);
  for (const [rank, index] of order.entries()) shares[index] = ((cosines[index] ?? 0) * DECAY ** rank) / whole;
  return shares;
}

/** Gives the sum of the shares, without telling them apart: what finding among many needs. Sorts the cosines in place. */
export function likenessOf(cosines: Float64Array): number {
  if (cosines.length > 1) cosines.sort();
  let likeness = 0;
  for (const cosine of cosines) likeness = likeness * DECAY + cosine; // the worst first, so that the best ends up whole
  return likeness / (WHOLE[Math.min(cosines.length, WHOLE.length - 1)] ?? 1);
}

/** Gives the part of the text in the score, 0..1, for a likeness: the better two texts fit, the less a little more matters. */
export function textPart(likeness: number): number {
  return 1 - Math.exp(-likeness / HALFWAY);
}

function geometric(terms: number): number {
  return (1 - DECAY ** terms) / (1 - DECAY);
}
