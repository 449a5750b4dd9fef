import type { GapLine, GapReader, TeamParty } from './gap-lines';
import { MOST_GAP_ITEMS, smallestCovers, type Covers, type Filler } from './smallest-covers';

/** Somebody who could join a team. */
export interface TeamCandidate extends TeamParty {
  /** How well it fits the challenge, in millionths; 0 when it is not among those that fit. */
  readonly score: number;
}

/** Somebody who covers something that a team does not, or only weakly. */
export interface GapFiller extends Filler {
  /** Places of the lines, in their order. */
  readonly lines: readonly number[];
}

/** Who closes the gap of a team. */
export interface ClosedGap extends Covers<GapFiller> {
  /** Everybody who covers something of it: who covers most first, then who fits best. */
  readonly fillers: readonly GapFiller[];
  /** Places of the lines that nobody covers. */
  readonly nobody: readonly number[];
}

/**
 * Gives the smallest sets of candidates that cover every line that the team does not cover, as far as anybody does.
 * @param most sets to give
 */
export function closeGap(
  gap: GapReader,
  lines: readonly GapLine[],
  candidates: readonly TeamCandidate[],
  most: number,
): ClosedGap {
  const open = lines.flatMap(({ state }, at) => (state === 'covered' ? [] : [at])).slice(0, MOST_GAP_ITEMS);
  const fillers = candidates
    .map((candidate) => toFiller(candidate, gap, open))
    .filter(({ covers }) => covers !== 0)
    .sort((a, b) => b.lines.length - a.lines.length || b.score - a.score || (a.id < b.id ? -1 : 1));
  const reachable = fillers.reduce((mask, { covers }) => mask | covers, 0);
  const nobody = open.filter((_line, bit) => (reachable & (1 << bit)) === 0);
  const covers = reachable === 0 ? { sets: [], isMore: false } : smallestCovers(fillers, reachable, most);
  return { ...covers, fillers, nobody };
}

function toFiller(candidate: TeamCandidate, gap: GapReader, open: readonly number[]): GapFiller {
  const reasons = gap.read(candidate);
  const lines = open.filter((at) => reasons[at]?.state === 'covered');
  const covers = lines.reduce((mask, at) => mask | (1 << open.indexOf(at)), 0);
  return { id: candidate.id, score: candidate.score, covers, lines };
}
