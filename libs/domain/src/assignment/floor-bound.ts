import type { Highs, Model } from 'highs';
import type { Market } from './market';

/** Floors closer than this count as equal. */
const NEAR = 1e-7;

/**
 * Gives the highest floor of any assignment, also of one of parts of reviewers: a linear program with a row for every place
 * and load. Rows for the sums of proposals come in only as they are broken, which few are. Null when time is up.
 * @param fixedSums what each proposal has beside the edges
 * @param most what the floor cannot exceed anyway
 */
export function floorBound(
  highs: Highs,
  market: Market,
  { fixedSums, most, seconds }: { fixedSums: Float64Array; most: number; seconds: number },
): number | null {
  const edges = market.reviewerOf.length;
  const endsAt = Date.now() + seconds * 1_000;
  const model = highs.createModel(toModel(highs, market, most));
  try {
    model.options.set({ output_flag: false, random_seed: 0 });
    const isAdded = new Uint8Array(fixedSums.length);
    for (;;) {
      const left = (endsAt - Date.now()) / 1_000;
      if (left <= 0) return null;
      model.options.set({ time_limit: model.getRunTime() + left });
      model.run();
      if (model.getModelStatus() !== highs.constants.modelStatus.optimal) return null;
      const { colValue } = model.getSolution();
      const floor = colValue[edges] ?? 0;
      const sums = sumsOf(market, colValue, fixedSums);
      const low = [...sums.keys()].filter((proposal) => (sums[proposal] ?? 0) < floor - NEAR);
      if (low.length === 0) return floor;
      for (const proposal of low) {
        if (isAdded[proposal] === 1) continue;
        isAdded[proposal] = 1;
        addSumRow(model, market, { proposal, fixed: fixedSums[proposal] ?? 0 });
      }
    }
  } finally {
    model.dispose();
  }
}

/** Every edge is a column of 0..1, and the floor is one more; rows are the proposals, then the reviewers. */
function toModel(highs: Highs, market: Market, most: number) {
  const edges = market.reviewerOf.length;
  const proposals = market.need.length;
  const numRows = proposals + market.max.length;
  const starts = Int32Array.from({ length: edges + 2 }, (_, column) => 2 * Math.min(column, edges));
  const indices = new Int32Array(2 * edges);
  for (let edge = 0; edge < edges; edge += 1) {
    indices[2 * edge] = market.proposalOf[edge] ?? 0;
    indices[2 * edge + 1] = proposals + (market.reviewerOf[edge] ?? 0);
  }
  return {
    numCols: edges + 1,
    numRows,
    sense: highs.constants.objectiveSense.maximize,
    colCost: only(edges, 1, 0),
    colLower: only(edges, -Infinity, 0),
    colUpper: only(edges, most, 1),
    rowLower: Float64Array.from([...market.need, ...market.min]),
    rowUpper: Float64Array.from([...market.need, ...market.max]),
    matrix: {
      format: 'csc' as const,
      numRows,
      numCols: edges + 1,
      starts,
      indices,
      values: new Float64Array(2 * edges).fill(1),
    },
  };
}

/** A value for the column of the floor, and another for all the edges. */
function only(edges: number, ofFloor: number, ofEdges: number): Float64Array {
  const values = new Float64Array(edges + 1).fill(ofEdges);
  values[edges] = ofFloor;
  return values;
}

function addSumRow(model: Model, market: Market, { proposal, fixed }: { proposal: number; fixed: number }): void {
  const begin = market.starts[proposal] ?? 0;
  const end = market.starts[proposal + 1] ?? 0;
  const indices = Int32Array.from({ length: end - begin + 1 }, (_, at) => begin + at);
  const values = new Float64Array(end - begin + 1);
  values.set(market.affinity.subarray(begin, end));
  indices[end - begin] = market.reviewerOf.length;
  values[end - begin] = -1;
  model.addRow(-fixed, Infinity, { indices, values });
}

function sumsOf(market: Market, shares: Float64Array, fixedSums: Float64Array): Float64Array {
  const sums = fixedSums.slice();
  for (let edge = 0; edge < market.reviewerOf.length; edge += 1) {
    const proposal = market.proposalOf[edge] ?? 0;
    sums[proposal] = (sums[proposal] ?? 0) + (market.affinity[edge] ?? 0) * (shares[edge] ?? 0);
  }
  return sums;
}
