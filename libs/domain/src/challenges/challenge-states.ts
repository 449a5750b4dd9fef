import type { StateTable } from '../states/state-table';

/** The life of a challenge, in the order in which it is lived. */
export const CHALLENGE_STATES = [
  'draft',
  'in_moderation',
  'changes_requested',
  'scheduled',
  'open',
  'evaluating',
  'decided',
  'closed',
  'cancelled',
] as const;
export type ChallengeState = (typeof CHALLENGE_STATES)[number];

export type ChallengeStep =
  'submit_for_moderation' | 'request_changes' | 'approve' | 'open' | 'stop_accepting' | 'decide' | 'close' | 'cancel';

/** Which step leads where. Opening and `stop_accepting` are taken by the clock, never by a request. */
export const CHALLENGE_TRANSITIONS: StateTable<ChallengeState, ChallengeStep> = {
  draft: { submit_for_moderation: 'in_moderation' },
  in_moderation: { request_changes: 'changes_requested', approve: 'scheduled', cancel: 'cancelled' },
  changes_requested: { submit_for_moderation: 'in_moderation', cancel: 'cancelled' },
  scheduled: { open: 'open', cancel: 'cancelled' },
  open: { stop_accepting: 'evaluating', cancel: 'cancelled' },
  evaluating: { decide: 'decided', cancel: 'cancelled' },
  decided: { close: 'closed', cancel: 'cancelled' },
  closed: {},
  cancelled: {},
};

/** The states in which everyone, signed in or not, may read the challenge. */
export const PUBLIC_CHALLENGE_STATES = ['open', 'evaluating', 'decided', 'closed', 'cancelled'] as const;

/** The states in which proposals are unsealed: closed for proposing, and not cancelled. */
export const UNSEALED_CHALLENGE_STATES: readonly ChallengeState[] = ['evaluating', 'decided', 'closed'];

/** The states in which the owner may change the text. */
export const EDITABLE_CHALLENGE_STATES: readonly ChallengeState[] = ['draft', 'changes_requested'];

/** The states from which the owner may still take the challenge back; afterwards only the taskforce can. */
export const OWNER_CANCELLABLE_STATES: readonly ChallengeState[] = ['in_moderation', 'changes_requested', 'scheduled'];

/** Whether somebody may cancel a challenge that is in `state`. */
export function canCancelChallenge(state: ChallengeState, who: 'owner' | 'taskforce'): boolean {
  const isPossible = 'cancel' in CHALLENGE_TRANSITIONS[state];
  return isPossible && (who === 'taskforce' || OWNER_CANCELLABLE_STATES.includes(state));
}

/** Gives the state as it is by the clock: open ends at the closing instant, also before the worker has noticed. */
export function stateAt(state: ChallengeState, closesAt: Date | null, now: Date): ChallengeState {
  return state === 'open' && closesAt !== null && closesAt <= now ? 'evaluating' : state;
}
