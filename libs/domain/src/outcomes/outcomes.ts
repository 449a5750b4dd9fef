import type { SuggestionOutcome } from '../suggestions/suggestion-words';

/** Months after an agreement at which both sides are asked what came of it. */
export const CHECK_IN_MONTHS = [1, 6, 12, 24] as const;
/** Days after which a side that did not answer is reminded, once. */
export const CHECK_IN_REMINDER_DAYS = 14;

/** The sides that are asked. */
export const CHECK_IN_SIDES = ['sme', 'owner'] as const;
export type CheckInSide = (typeof CHECK_IN_SIDES)[number];
/** Whose word a line of the ledger is. */
export const OUTCOME_SIDES = [...CHECK_IN_SIDES, 'taskforce'] as const;
export type OutcomeSide = (typeof OUTCOME_SIDES)[number];

/** What it is worth, from little to much; each ends where the next begins. */
export const EURO_RANGES = ['to_10k', 'to_50k', 'to_250k', 'to_1m', 'over_1m'] as const;
export type EuroRange = (typeof EURO_RANGES)[number];

/** What one side says of one moment. */
export interface OutcomeWord {
  readonly kind: SuggestionOutcome;
  /** Null when it did not say. */
  readonly euros: EuroRange | null;
}

/** What the two sides differ about; empty when they agree or one of them did not answer. */
export type Difference = 'kind' | 'euros';

/** Compares the words of both sides about the same moment. A worth that only one of them names is no difference. */
export function differencesBetween(sme: OutcomeWord | null, owner: OutcomeWord | null): Difference[] {
  if (sme === null || owner === null) return [];
  const isOtherWorth = sme.euros !== null && owner.euros !== null && sme.euros !== owner.euros;
  return [...(sme.kind === owner.kind ? [] : (['kind'] as const)), ...(isOtherWorth ? (['euros'] as const) : [])];
}
