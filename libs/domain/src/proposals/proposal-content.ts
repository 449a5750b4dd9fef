/** What an organisation writes in a proposal; empty text and null both mean "not yet". */
export interface ProposalContent {
  readonly title: string;
  readonly summary: string;
  readonly approach: string;
  readonly planning: string;
  /** Price in whole euros, without VAT; 0 is an answer. */
  readonly priceEur: number | null;
  /** What fits which criterion; criteria without a text may be missing. */
  readonly fits: readonly CriterionFit[];
}

/** How the proposal meets one criterion. */
export interface CriterionFit {
  readonly criterionId: string;
  readonly text: string;
}

/** The most characters that are kept, also when they are too many to submit: nobody loses text to a limit. */
export const PROPOSAL_LENGTHS = {
  title: 200,
  summary: 5_000,
  approach: 30_000,
  planning: 15_000,
  fit: 10_000,
} as const;

/** The most words with which a proposal can be submitted. */
export const PROPOSAL_WORDS = { title: 16, summary: 100, approach: 800, planning: 400, fit: 250 } as const;

/** The highest price that can be asked, in euros. */
export const MAX_PRICE_EUR = 100_000_000;

/** Counts words: runs of characters between white space. */
export function countWords(text: string): number {
  return text.trim() === '' ? 0 : text.trim().split(/\s+/u).length;
}
