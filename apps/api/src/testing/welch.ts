/** What is kept of a row of measurements: Welford's running mean and sum of squares. */
export interface Sample {
  readonly size: number;
  readonly mean: number;
  readonly variance: number;
}

/** Gives size, mean and unbiased variance of the values; needs at least two. */
export function sampleOf(values: readonly number[]): Sample {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  const squares = values.reduce((sum, value) => sum + (value - mean) ** 2, 0);
  return { size: values.length, mean, variance: squares / (values.length - 1) };
}

/**
 * Welch's t of two samples of unequal variance (B. L. Welch, Biometrika 34, 1947): how many standard errors their means
 * lie apart. Tests for timing leaks take |t| above 4.5 as a difference.
 */
export function welchT(left: Sample, right: Sample): number {
  return (left.mean - right.mean) / Math.sqrt(left.variance / left.size + right.variance / right.size);
}

/** One kind of request; gives once its answer is there. */
export type Ask = () => Promise<unknown>;

/**
 * Measures two kinds of requests, in pairs of random order, so that whatever slows the machine slows both. Gives the
 * milliseconds of each; `width` pairs run at a time, for answers that mostly wait.
 */
export async function measurePairs(
  [left, right]: readonly [Ask, Ask],
  { pairs, width = 1 }: { readonly pairs: number; readonly width?: number },
): Promise<[number[], number[]]> {
  const times: [number[], number[]] = [[], []];
  const worker = async (): Promise<void> => {
    for (let round = 0; round < pairs / width; round += 1) {
      const order = Math.random() < 0.5 ? ([0, 1] as const) : ([1, 0] as const);
      for (const side of order) times[side].push(await timed(side === 0 ? left : right));
    }
  };
  await Promise.all(Array.from({ length: width }, worker));
  return times;
}

async function timed(ask: Ask): Promise<number> {
  const begin = process.hrtime.bigint();
  await ask();
  return Number(process.hrtime.bigint() - begin) / 1e6;
}
