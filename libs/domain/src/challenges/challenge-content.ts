import type { IpRegime, Locale, Region, Theme } from '../themes/themes';

/** One weighted criterion as its author wrote it; labels are for the scores 0 to 5, in that order. */
export interface CriterionContent {
  readonly titleNl: string;
  readonly titleEn: string;
  /** Percentage of the whole. */
  readonly weight: number;
  /** Score below which a proposal drops out, or null. */
  readonly knockOutMinimum: number | null;
  readonly scoreLabelsNl: readonly string[];
  readonly scoreLabelsEn: readonly string[];
}

/** Everything an owner fills in; empty text and null both mean "not yet". */
export interface ChallengeContent {
  readonly titleNl: string;
  readonly titleEn: string;
  readonly summaryNl: string;
  readonly summaryEn: string;
  readonly problemNl: string;
  readonly problemEn: string;
  readonly contextNl: string;
  readonly contextEn: string;
  readonly successNl: string;
  readonly successEn: string;
  readonly themes: readonly Theme[];
  readonly capabilities: readonly string[];
  readonly trlFrom: number | null;
  readonly trlTo: number | null;
  readonly region: Region | null;
  readonly budgetEur: number | null;
  readonly noBudgetReason: string;
  readonly ipRegime: IpRegime | null;
  readonly hoursAsked: number | null;
  readonly decider: string;
  readonly contactName: string;
  readonly contactEmail: string;
  readonly opensAt: Date | null;
  readonly closesAt: Date | null;
  readonly decisionDueAt: Date | null;
  readonly criteria: readonly CriterionContent[];
}

/** The parts of the wizard, in the order of its task list. */
export const CHALLENGE_SECTIONS = [
  'texts',
  'themes',
  'maturity',
  'budget',
  'planning',
  'criteria',
  'attachments',
] as const;
export type ChallengeSection = (typeof CHALLENGE_SECTIONS)[number];

/** The scores a criterion has, lowest first. */
export const SCORES = [0, 1, 2, 3, 4, 5] as const;

/** Words for the scores 0 to 5 that a new criterion starts with. */
export const DEFAULT_SCORE_LABELS: Readonly<Record<Locale, readonly string[]>> = {
  nl: ['Afwezig', 'Zwak', 'Matig', 'Redelijk', 'Goed', 'Sterk'],
  en: ['Absent', 'Weak', 'Fair', 'Decent', 'Good', 'Strong'],
};

/** The texts without which a challenge cannot be read; the context is extra. */
export const REQUIRED_TEXTS = ['title', 'summary', 'problem', 'success'] as const;
export type RequiredText = (typeof REQUIRED_TEXTS)[number];

/** Gives one text in one language, trimmed. */
export function textIn(content: ChallengeContent, text: RequiredText | 'context', locale: Locale): string {
  return content[`${text}${locale === 'nl' ? 'Nl' : 'En'}`].trim();
}

/** Gives the language in which most is written: Dutch when both are even. */
export function mainLanguage(content: ChallengeContent): Locale {
  return countTexts(content, 'en') > countTexts(content, 'nl') ? 'en' : 'nl';
}

/** Gives how many of the required texts there are in a language. */
export function countTexts(content: ChallengeContent, locale: Locale): number {
  return REQUIRED_TEXTS.filter((text) => textIn(content, text, locale) !== '').length;
}
