import type { EuroRange, FinalOutcome, Region, SuggestionOutcome, Theme } from '@htsm/domain';

/** What both sides said so many months after they agreed. */
export type PastWord = readonly [
  months: 1 | 6 | 12,
  sme: SuggestionOutcome,
  owner: SuggestionOutcome,
  euros?: EuroRange,
];

/** An invented challenge of an earlier year, in short. */
export interface PastChallenge {
  readonly key: string;
  readonly organisation: string;
  readonly titleNl: string;
  readonly titleEn: string;
  readonly summaryNl: string;
  readonly summaryEn: string;
  /** The language that the owner wrote the rest in. */
  readonly written: 'nl' | 'en';
  readonly problem: string;
  readonly success: string;
  readonly themes: readonly Theme[];
  readonly capabilities: readonly string[];
  readonly region: Region;
  readonly budget: number;
  /** Who proposed what, the chosen one first. */
  readonly proposals: readonly (readonly [organisation: string, title: string, outcome: FinalOutcome])[];
  /** What was agreed with the chosen one, and what came of it; left out when they never came to an agreement. */
  readonly match?: { readonly agreed: string; readonly came: readonly PastWord[] };
}

/** Challenges that ran at the same time; each day is counted from the day on which the demo is made. */
export interface PastRound {
  readonly written: number;
  readonly opens: number;
  readonly closes: number;
  readonly decided: number;
  readonly matched: number;
  readonly challenges: readonly PastChallenge[];
}
