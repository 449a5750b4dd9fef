/** What the whole score is made of; together 1. By judgement, until outcomes say otherwise (docs/matching.md). */
export const PART_WEIGHTS = { text: 0.6, themes: 0.2, requirements: 0.12, evidence: 0.08 } as const;
/** The parts of a score that have a name. */
export type ScorePart = keyof typeof PART_WEIGHTS;

/** Scores are whole millionths, so that what is shown adds up to the last digit. */
export const MILLION = 1_000_000;

/** Gives a share of a part in millionths of the score. @param share 0..1 */
export function millionths(part: ScorePart, share: number): number {
  return Math.round(PART_WEIGHTS[part] * share * MILLION);
}

/**
 * Divides whole millionths over shares so that they add up exactly, by largest remainder; equal remainders go to the earlier.
 * @param shares not below 0; all of them 0 gives everything to the first
 */
export function divide(total: number, shares: readonly number[]): number[] {
  const whole = shares.reduce((sum, share) => sum + share, 0);
  const exact = shares.map((share, index) => (whole === 0 ? (index === 0 ? total : 0) : (total * share) / whole));
  const parts = exact.map(Math.floor);
  const rest = total - parts.reduce((sum, part) => sum + part, 0);
  const order = exact.map((_, index) => index).sort((a, b) => remainder(exact[b]) - remainder(exact[a]) || a - b);
  for (const index of order.slice(0, rest)) parts[index] = (parts[index] ?? 0) + 1;
  return parts;
}

function remainder(number = 0): number {
  return number - Math.floor(number);
}
