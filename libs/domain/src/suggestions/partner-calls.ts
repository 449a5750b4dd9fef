import type { StateTable } from '../states/state-table';

/** The life of a call for partners; it also ends by the clock, without another state. */
export const PARTNER_CALL_STATES = ['open', 'ended', 'withdrawn'] as const;
export type PartnerCallState = (typeof PARTNER_CALL_STATES)[number];
/** `end` is of who placed it, `withdraw` of the taskforce. */
export const PARTNER_CALL_TRANSITIONS: StateTable<PartnerCallState, 'end' | 'withdraw'> = {
  open: { end: 'ended', withdraw: 'withdrawn' },
  ended: {},
  withdrawn: {},
};

/** What became of an answer to a call. */
export const PARTNER_ANSWER_STATES = ['waiting', 'accepted', 'declined'] as const;
export type PartnerAnswerState = (typeof PARTNER_ANSWER_STATES)[number];
/** Both are of who placed the call, and final. */
export const PARTNER_ANSWER_TRANSITIONS: StateTable<PartnerAnswerState, 'accept' | 'decline'> = {
  waiting: { accept: 'accepted', decline: 'declined' },
  accepted: {},
  declined: {},
};

/** How much a call and an answer hold, in characters. */
export const PARTNER_CALL_LIMITS = { words: 600, capabilities: 12, capability: 60, reason: 500 } as const;
