/** One value of a chart. */
export interface ChartValue {
  readonly label: string;
  /** Null when it is not told. */
  readonly value: number | null;
  /** What is written with it; the number itself when left out, or that it is small. */
  readonly text?: string;
}

/** The largest value, at least 1, so that a share of it is always a number. */
export function largestOf(values: readonly ChartValue[]): number {
  return Math.max(1, ...values.map(({ value }) => value ?? 0));
}
