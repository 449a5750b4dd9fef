/** Why an SME does not come along. */
export const DECLINE_REASONS = ['no_time', 'not_our_work', 'too_small', 'terms', 'conflict', 'other'] as const;
export type DeclineReason = (typeof DECLINE_REASONS)[number];

/** What came of an introduction. */
export const SUGGESTION_OUTCOMES = ['order', 'pilot', 'research', 'talks', 'nothing'] as const;
export type SuggestionOutcome = (typeof SUGGESTION_OUTCOMES)[number];

/** Days after which one reminder may be asked for, the first is proposed. */
export const REMINDER_DAYS = { first: 5, min: 2, max: 30 } as const;
