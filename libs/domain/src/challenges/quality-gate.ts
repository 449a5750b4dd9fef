import type { Locale } from '../themes/themes';
import {
  countTexts,
  mainLanguage,
  REQUIRED_TEXTS,
  SCORES,
  textIn,
  type ChallengeContent,
  type ChallengeSection,
  type RequiredText,
} from './challenge-content';

/** What stops a challenge from going to moderation. */
export type BlockingCode =
  | `${RequiredText}_missing`
  | 'themes_missing'
  | 'themes_too_many'
  | 'trl_from_missing'
  | 'trl_to_missing'
  | 'trl_order'
  | 'region_missing'
  | 'budget_missing'
  | 'ip_missing'
  | 'hours_missing'
  | 'decider_missing'
  | 'contact_name_missing'
  | 'contact_email_missing'
  | 'closing_missing'
  | 'closing_before_opening'
  | 'closing_passed'
  | 'decision_before_closing'
  | 'criteria_too_few'
  | 'criteria_too_many'
  | 'weights_sum'
  | 'weight_zero'
  | 'criterion_title_missing'
  | 'score_labels_missing';

/** What makes challenges fail, but is the owner's choice. */
export type AdviceCode =
  | 'closing_soon'
  | 'success_without_figures'
  | 'other_language_missing'
  | 'other_language_incomplete'
  | 'summary_long'
  | 'context_missing'
  | 'capabilities_missing'
  | 'trl_far'
  | 'hours_many'
  | 'decision_due_missing'
  | 'criteria_many'
  | 'weight_dominant'
  | 'exclusive_without_budget';

/** One thing to mend: where (`path` as in the edit request) and what; the sentence is in the catalogues. */
export interface Finding {
  readonly code: BlockingCode | AdviceCode;
  readonly section: ChallengeSection;
  readonly path: string;
  readonly params?: Readonly<Record<string, number>>;
}

/** Result of the gate; both lists follow the order of the wizard. */
export interface QualityReport {
  readonly blocking: Finding[];
  readonly advice: Finding[];
}

export const MIN_CRITERIA = 2;
export const MAX_CRITERIA = 10;
export const MAX_THEMES = 4;
const ADVISED_OPEN_DAYS = 14;
const ADVISED_SUMMARY_WORDS = 60;
const ADVISED_HOURS = 40;
const ADVISED_CRITERIA = 6;
const ADVISED_TRL_STEPS = 4;
const DOMINANT_WEIGHT = 60;
const DAY_MS = 86_400_000;

/** Checks what makes challenges fail. Moderation needs an empty `blocking`; `now` is the server's instant. */
export function checkChallenge(content: ChallengeContent, now: Date): QualityReport {
  const language = mainLanguage(content);
  return {
    blocking: [
      ...missingTexts(content, language),
      ...themeFaults(content),
      ...maturityFaults(content),
      ...budgetFaults(content),
      ...planningFaults(content, now),
      ...criteriaFaults(content, language),
    ],
    advice: [
      ...textAdvice(content, language),
      ...scopeAdvice(content),
      ...planningAdvice(content, now),
      ...criteriaAdvice(content),
    ],
  };
}

function when(condition: boolean, finding: Finding): Finding[] {
  return condition ? [finding] : [];
}

function suffix(locale: Locale): 'Nl' | 'En' {
  return locale === 'nl' ? 'Nl' : 'En';
}

function missingTexts(content: ChallengeContent, language: Locale): Finding[] {
  return REQUIRED_TEXTS.filter((text) => textIn(content, text, language) === '').map((text) => ({
    code: `${text}_missing` as const,
    section: 'texts',
    path: `${text}${suffix(language)}`,
  }));
}

function themeFaults(content: ChallengeContent): Finding[] {
  return [
    ...when(content.themes.length === 0, { code: 'themes_missing', section: 'themes', path: 'themes' }),
    ...when(content.themes.length > MAX_THEMES, {
      code: 'themes_too_many',
      section: 'themes',
      path: 'themes',
      params: { max: MAX_THEMES },
    }),
  ];
}

function maturityFaults(content: ChallengeContent): Finding[] {
  const { trlFrom, trlTo } = content;
  return [
    ...when(trlFrom === null, { code: 'trl_from_missing', section: 'maturity', path: 'trlFrom' }),
    ...when(trlTo === null, { code: 'trl_to_missing', section: 'maturity', path: 'trlTo' }),
    ...when(trlFrom !== null && trlTo !== null && trlFrom > trlTo, {
      code: 'trl_order',
      section: 'maturity',
      path: 'trlTo',
    }),
    ...when(content.region === null, { code: 'region_missing', section: 'maturity', path: 'region' }),
  ];
}

function budgetFaults(content: ChallengeContent): Finding[] {
  return [
    ...when(content.budgetEur === null && content.noBudgetReason.trim() === '', {
      code: 'budget_missing',
      section: 'budget',
      path: 'budgetEur',
    }),
    ...when(content.ipRegime === null, { code: 'ip_missing', section: 'budget', path: 'ipRegime' }),
  ];
}

function planningFaults(content: ChallengeContent, now: Date): Finding[] {
  const { opensAt, closesAt, decisionDueAt } = content;
  const planning = (code: BlockingCode, path: string): Finding => ({ code, section: 'planning', path });
  return [
    ...when(closesAt === null, planning('closing_missing', 'closesAt')),
    ...when(closesAt !== null && closesAt <= now, planning('closing_passed', 'closesAt')),
    ...when(
      closesAt !== null && closesAt > now && opensAt !== null && closesAt <= opensAt,
      planning('closing_before_opening', 'closesAt'),
    ),
    ...when(
      decisionDueAt !== null && closesAt !== null && decisionDueAt <= closesAt,
      planning('decision_before_closing', 'decisionDueAt'),
    ),
    ...when(content.decider.trim() === '', planning('decider_missing', 'decider')),
    ...when(content.contactName.trim() === '', planning('contact_name_missing', 'contactName')),
    ...when(content.contactEmail.trim() === '', planning('contact_email_missing', 'contactEmail')),
    ...when(content.hoursAsked === null, planning('hours_missing', 'hoursAsked')),
  ];
}

function criteriaFaults(content: ChallengeContent, language: Locale): Finding[] {
  const { criteria } = content;
  const about = (code: BlockingCode, path: string, params?: Record<string, number>): Finding => ({
    code,
    section: 'criteria',
    path,
    ...(params === undefined ? {} : { params }),
  });
  const sum = criteria.reduce((total, criterion) => total + criterion.weight, 0);
  return [
    ...when(criteria.length < MIN_CRITERIA, about('criteria_too_few', 'criteria', { min: MIN_CRITERIA })),
    ...when(criteria.length > MAX_CRITERIA, about('criteria_too_many', 'criteria', { max: MAX_CRITERIA })),
    ...when(criteria.length > 0 && sum !== 100, about('weights_sum', 'criteria', { sum })),
    ...criteria.flatMap((criterion, index) => {
      const labels = criterion[`scoreLabels${suffix(language)}`];
      const hasLabels = labels.length === SCORES.length && labels.every((label) => label.trim() !== '');
      return [
        ...when(
          criterion[`title${suffix(language)}`].trim() === '',
          about('criterion_title_missing', `criteria.${index}.title${suffix(language)}`, { number: index + 1 }),
        ),
        ...when(criterion.weight === 0, about('weight_zero', `criteria.${index}.weight`, { number: index + 1 })),
        ...when(
          !hasLabels,
          about('score_labels_missing', `criteria.${index}.scoreLabels${suffix(language)}`, { number: index + 1 }),
        ),
      ];
    }),
  ];
}

function textAdvice(content: ChallengeContent, language: Locale): Finding[] {
  const other: Locale = language === 'nl' ? 'en' : 'nl';
  const written = countTexts(content, other);
  const isTranslated =
    written === REQUIRED_TEXTS.length && content.criteria.every((c) => c[`title${suffix(other)}`].trim() !== '');
  const success = textIn(content, 'success', language);
  const words = textIn(content, 'summary', language).split(/\s+/).filter(Boolean).length;
  const at = (code: AdviceCode, path: string, params?: Record<string, number>): Finding => ({
    code,
    section: 'texts',
    path,
    ...(params === undefined ? {} : { params }),
  });
  return [
    ...when(written === 0, at('other_language_missing', `title${suffix(other)}`)),
    ...when(written > 0 && !isTranslated, at('other_language_incomplete', `title${suffix(other)}`)),
    ...when(
      words > ADVISED_SUMMARY_WORDS,
      at('summary_long', `summary${suffix(language)}`, { words, max: ADVISED_SUMMARY_WORDS }),
    ),
    ...when(textIn(content, 'context', language) === '', at('context_missing', `context${suffix(language)}`)),
    ...when(success !== '' && !/\d/.test(success), at('success_without_figures', `success${suffix(language)}`)),
  ];
}

function scopeAdvice(content: ChallengeContent): Finding[] {
  const { trlFrom, trlTo } = content;
  const steps = trlFrom !== null && trlTo !== null ? trlTo - trlFrom : 0;
  return [
    ...when(content.capabilities.length === 0, {
      code: 'capabilities_missing',
      section: 'themes',
      path: 'capabilities',
    }),
    ...when(steps > ADVISED_TRL_STEPS, { code: 'trl_far', section: 'maturity', path: 'trlTo', params: { steps } }),
    ...when(content.ipRegime === 'exclusive' && content.budgetEur === null, {
      code: 'exclusive_without_budget',
      section: 'budget',
      path: 'ipRegime',
    }),
  ];
}

function planningAdvice(content: ChallengeContent, now: Date): Finding[] {
  const { closesAt, opensAt, hoursAsked } = content;
  const opens = opensAt !== null && opensAt > now ? opensAt : now;
  const openMs = closesAt === null ? null : closesAt.getTime() - opens.getTime();
  return [
    ...when(openMs !== null && openMs > 0 && openMs < ADVISED_OPEN_DAYS * DAY_MS, {
      code: 'closing_soon',
      section: 'planning',
      path: 'closesAt',
      params: { days: Math.floor((openMs ?? 0) / DAY_MS), min: ADVISED_OPEN_DAYS },
    }),
    ...when(content.decisionDueAt === null, {
      code: 'decision_due_missing',
      section: 'planning',
      path: 'decisionDueAt',
    }),
    ...when(hoursAsked !== null && hoursAsked > ADVISED_HOURS, {
      code: 'hours_many',
      section: 'planning',
      path: 'hoursAsked',
      params: { max: ADVISED_HOURS },
    }),
  ];
}

function criteriaAdvice(content: ChallengeContent): Finding[] {
  const { criteria } = content;
  const dominant = criteria.findIndex((criterion) => criterion.weight > DOMINANT_WEIGHT);
  return [
    ...when(criteria.length > ADVISED_CRITERIA, {
      code: 'criteria_many',
      section: 'criteria',
      path: 'criteria',
      params: { max: ADVISED_CRITERIA },
    }),
    ...when(dominant >= 0, {
      code: 'weight_dominant',
      section: 'criteria',
      path: `criteria.${dominant}.weight`,
      params: { number: dominant + 1, max: DOMINANT_WEIGHT },
    }),
  ];
}
