import type { StateTable } from '../states/state-table';

/** The phases of a match after the decision. */
export const MATCH_STATES = ['planned', 'introduced', 'in_talks', 'agreed', 'ended'] as const;
export type MatchState = (typeof MATCH_STATES)[number];

export type MatchStep = 'introduce' | 'start_talks' | 'agree' | 'end' | 'resume';

/** Which step leads where; phases may be skipped, and an ended match can be taken up again. */
export const MATCH_TRANSITIONS: StateTable<MatchState, MatchStep> = {
  planned: { introduce: 'introduced', start_talks: 'in_talks', agree: 'agreed', end: 'ended' },
  introduced: { start_talks: 'in_talks', agree: 'agreed', end: 'ended' },
  in_talks: { agree: 'agreed', end: 'ended' },
  agreed: { end: 'ended', resume: 'in_talks' },
  ended: { resume: 'in_talks' },
};
