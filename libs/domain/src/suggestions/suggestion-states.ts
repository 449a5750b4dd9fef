import type { StateTable } from '../states/state-table';

/** The life of one SME on the board of one challenge. */
export const SUGGESTION_STATES = [
  'suggested',
  'invited',
  'interested',
  'introduced',
  'agreed',
  'concluded',
  'declined',
  'vetoed',
] as const;
export type SuggestionState = (typeof SUGGESTION_STATES)[number];

export type SuggestionStep =
  'invite' | 'accept' | 'decline' | 'veto' | 'lift_veto' | 'introduce' | 'agree' | 'conclude';

/**
 * Which step leads where. `accept` and `decline` are the SME's, who may think again until it is introduced; the others are the
 * taskforce's. A veto is lifted only before the SME heard of anything: it goes back to `suggested`, which an invited one cannot.
 */
export const SUGGESTION_TRANSITIONS: StateTable<SuggestionState, SuggestionStep> = {
  suggested: { invite: 'invited', veto: 'vetoed' },
  invited: { accept: 'interested', decline: 'declined', veto: 'vetoed' },
  interested: { introduce: 'introduced', decline: 'declined', veto: 'vetoed' },
  introduced: { agree: 'agreed', conclude: 'concluded' },
  agreed: { conclude: 'concluded' },
  concluded: {},
  declined: { accept: 'interested' },
  vetoed: { lift_veto: 'suggested' },
};

/** The states that an SME gets to once the owner of the challenge knows it: from the introduction on. */
export const INTRODUCED_STATES = ['introduced', 'agreed', 'concluded'] as const satisfies readonly SuggestionState[];
