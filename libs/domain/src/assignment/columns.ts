import type { Market } from './market';

/** The edges of each reviewer: those of reviewer r from `starts[r]` up to, not including, `starts[r + 1]`. */
export interface Columns {
  readonly starts: Int32Array;
  readonly edges: Int32Array;
}

export function columnsOf({ reviewerOf, max }: Market): Columns {
  const starts = new Int32Array(max.length + 1);
  for (const reviewer of reviewerOf) starts[reviewer + 1] = (starts[reviewer + 1] ?? 0) + 1;
  for (let reviewer = 0; reviewer < max.length; reviewer += 1)
    starts[reviewer + 1] = (starts[reviewer + 1] ?? 0) + (starts[reviewer] ?? 0);
  const free = starts.slice();
  const edges = new Int32Array(reviewerOf.length);
  for (let edge = 0; edge < reviewerOf.length; edge += 1) {
    const reviewer = reviewerOf[edge] ?? 0;
    const at = free[reviewer] ?? 0;
    edges[at] = edge;
    free[reviewer] = at + 1;
  }
  return { starts, edges };
}
