import type { Highs, HighsCallbackMap, Model } from 'highs';
import {
  appraise,
  meetingKey,
  MOVED_COST,
  openPairs,
  pairingModel,
  pairKey,
  placePairs,
  timetableModel,
  type OpenPair,
  type SlottedMeeting,
  type Timetable,
  type TimetableModel,
  type TimetableProblem,
} from '@htsm/domain/meetings';

/** How well and how long to look. */
export interface SolveLimits {
  /** The gap that is good enough, as a part of the total; 0 asks for the proven best. */
  readonly gap: number;
  readonly seconds: number;
  /** Hears, now and then, the gap that is proven so far. */
  readonly onProgress?: (gap: number) => void;
}

/** Columns of the first round; a smaller model is solved whole. */
const FIRST_COLUMNS = 12_000;
/** What the solver says of a solution that keeps to every row. */
const FEASIBLE = 2;

/**
 * Gives the best timetable. Who meets whom, without times, is a small linear program: its optimum bounds every timetable, it
 * mostly gives pairs that all find a time, and its reduced costs tell which other pairs matter when they do not. Pinned
 * meetings that clash are the caller's to refuse. Blocks its thread.
 */
export function solveTimetable(highs: Highs, problem: TimetableProblem, limits: SolveLimits): Timetable {
  const pairs = openPairs(problem);
  if (pairs.length === 0) return { meetings: [], gap: 0, ...figures(problem, []) };
  const pairing = solvePairing(highs, problem, pairs);
  const meetings = placePairs(problem, pairing.pairs);
  const start: Solved = { meetings, value: appraise(problem, meetings).value, bound: pairing.bound };
  // less than half a move: a moved meeting must always be worth its cost
  const allowed = Math.min(Math.max(limits.gap * pairing.total, 1e-7), MOVED_COST / 2);
  limits.onProgress?.((pairing.bound - start.value) / pairing.total);
  const search = new Search(highs, problem, {
    allowed,
    endsAt: Date.now() + limits.seconds * 1_000,
    onProgress: (difference) => limits.onProgress?.(difference / pairing.total),
  });
  const found = search.widen(start, (columns) => mostPromising(pairs, pairing.costs, columns), pairs.length);
  const sums = figures(problem, found.meetings);
  const gap = Math.max(0, found.bound - found.value) / Math.max(sums.total, 1);
  return { meetings: [...found.meetings].sort(inOrder), gap: gap < 1e-9 ? 0 : gap, ...sums };
}

function figures(problem: TimetableProblem, meetings: readonly SlottedMeeting[]) {
  const { total, missing, moved } = appraise(problem, meetings);
  return { total, missing, moved };
}

interface SearchLimits {
  /** How far below the bound is good enough, in scores. */
  readonly allowed: number;
  readonly endsAt: number;
  readonly onProgress: (difference: number) => void;
}

/** Improves a timetable until it is good enough or time is up. */
class Search {
  constructor(
    private readonly highs: Highs,
    private readonly problem: TimetableProblem,
    private readonly limits: SearchLimits,
  ) {}

  /** Takes in more and more pairs. What is best for some pairs bounds nothing for all of them; the pairing does. */
  widen(start: Solved, choose: (columns: number) => readonly OpenPair[], all: number): Solved {
    let best = start;
    for (let columns = FIRST_COLUMNS; !this.isEnough(best); columns *= 2) {
      const pairs = choose(columns);
      const solved = this.solve(pairs, best);
      const bound = pairs.length === all ? Math.min(best.bound, solved?.bound ?? best.bound) : best.bound;
      best = { ...(solved !== null && solved.value > best.value ? solved : best), bound };
      if (pairs.length === all) break;
    }
    return best;
  }

  private isEnough({ value, bound }: Solved): boolean {
    return bound - value <= this.limits.allowed || Date.now() >= this.limits.endsAt;
  }

  private solve(pairs: readonly OpenPair[], start: Solved): Solved | null {
    const { highs, limits } = this;
    const model = timetableModel(this.problem, pairs);
    return withModel(highs, model, 'whole', (whole) => {
      const seconds = Math.max(1, (limits.endsAt - Date.now()) / 1_000);
      whole.options.set({ mip_rel_gap: 0, mip_abs_gap: limits.allowed, time_limit: seconds });
      whole.setSolution(sparse(model, start.meetings));
      whole.run(callbacks(highs, start.bound, limits));
      if (Number(whole.info.get('primal_solution_status')) !== FEASIBLE) return null;
      const { colValue } = whole.getSolution();
      const meetings = model.meetings.filter((_, index) => (colValue[index] ?? 0) > 0.5);
      const bound = Number(whole.info.get('mip_dual_bound'));
      return { meetings, value: appraise(this.problem, meetings).value, bound };
    });
  }
}

/** Gives the pairs that the pairing takes or nearly takes, of as many columns as given. */
function mostPromising(pairs: readonly OpenPair[], costs: Float64Array, most: number): readonly OpenPair[] {
  const ranked = pairs.map((pair, index) => ({ pair, cost: costs[index] ?? 0 })).sort((a, b) => b.cost - a.cost);
  let columns = 0;
  const first = ranked.filter(({ pair }) => (columns += pair.slots.length) <= most);
  return first.length === pairs.length ? pairs : first.map(({ pair }) => pair);
}

interface Solved {
  readonly meetings: readonly SlottedMeeting[];
  readonly value: number;
  /** What no timetable exceeds. */
  readonly bound: number;
}

function solvePairing(highs: Highs, problem: TimetableProblem, pairs: readonly OpenPair[]) {
  return withModel(highs, pairingModel(problem, pairs), 'linear', (linear) => {
    linear.run();
    const { colValue, colDual } = linear.getSolution();
    const taken = pairs.filter((_, index) => (colValue[index] ?? 0) > 0.5);
    const total = Math.max(
      1,
      taken.reduce((sum, { score }) => sum + score, 0),
    );
    return { bound: linear.getObjectiveValue(), pairs: taken, total, costs: colDual };
  });
}

/** Tells how it goes, and stops when the incumbent is good enough against the bound that was known before. */
function callbacks(highs: Highs, bound: number, { allowed, onProgress }: SearchLimits): HighsCallbackMap {
  const { mipLogging, mipInterrupt } = highs.constants.callbackType;
  return {
    [mipLogging]({ data: { mip_primal_bound: value, mip_dual_bound: proven } }) {
      if (value !== undefined && proven !== undefined && Number.isFinite(value))
        onProgress(Math.max(0, Math.min(proven, bound) - value));
      return undefined;
    },
    [mipInterrupt](event) {
      const value = event.data.mip_primal_bound;
      if (value !== undefined && Number.isFinite(value) && bound - value <= allowed) event.interrupt();
      return undefined;
    },
  };
}

function sparse(model: TimetableModel, start: readonly SlottedMeeting[]) {
  const wanted = new Set(start.map(meetingKey));
  const indices = model.meetings.flatMap((meeting, index) => (wanted.has(meetingKey(meeting)) ? [index] : []));
  return { indices, values: indices.map(() => 1) };
}

function withModel<Result>(
  highs: Highs,
  model: TimetableModel,
  kind: 'linear' | 'whole',
  work: (model: Model) => Result,
): Result {
  const { cost, lower, upper, rowLower, rowUpper, starts, indices, meetings } = model;
  const { continuous, integer } = highs.constants.variableType;
  const solver = highs.createModel({
    numCols: cost.length,
    numRows: rowLower.length,
    sense: highs.constants.objectiveSense.maximize,
    colCost: cost,
    colLower: lower,
    colUpper: upper,
    rowLower,
    rowUpper,
    matrix: {
      format: 'csc',
      numRows: rowLower.length,
      numCols: cost.length,
      starts,
      indices,
      values: new Float64Array(indices.length).fill(1),
    },
    ...(kind === 'linear'
      ? {}
      : { integrality: Int32Array.from(cost, (_, index) => (index < meetings.length ? integer : continuous)) }),
  });
  try {
    solver.options.set({ output_flag: false, random_seed: 0 });
    return work(solver);
  } finally {
    solver.dispose();
  }
}

function inOrder(a: SlottedMeeting, b: SlottedMeeting): number {
  if (a.slot !== b.slot) return a.slot - b.slot;
  return pairKey(a) < pairKey(b) ? -1 : 1;
}
