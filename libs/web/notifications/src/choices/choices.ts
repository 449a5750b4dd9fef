import { constraints, type InterestDto, type QuietDaysDto, type SubscriptionDto } from '@htsm/contracts';
import { type Constraints, type Lang, type Problem } from '@htsm/web/core';

/** What a subscriber wants to hear of; empty lists and words mean everything. */
export interface Interest {
  /** Left out for a new one. */
  readonly id?: string;
  readonly name: string;
  readonly themes: InterestDto['themes'];
  readonly regions: InterestDto['regions'];
  readonly words: string;
  readonly organisationId: string | null;
  /** Null when no organisation was chosen. */
  readonly organisationName: string | null;
  readonly followsProfile: boolean;
  readonly frequency: InterestDto['frequency'];
  /** 1 (Monday) to 7, as the control has it. */
  readonly weekday: string;
}

/** What holds for all interests together. */
export interface MailSettings {
  readonly locale: Lang;
  readonly quietDays: readonly ('weekends' | 'holidays')[];
  /** Quiet days in a row; both empty for none. */
  readonly quietFrom: string;
  readonly quietUntil: string;
}

/** Where a new interest starts: everything, every Monday. */
export const FIRST_INTEREST: Interest = {
  name: '',
  themes: [],
  regions: [],
  words: '',
  organisationId: null,
  organisationName: null,
  followsProfile: false,
  frequency: 'weekly',
  weekday: '1',
};

/** An interest as a form holds it. */
export function toForm(interest: InterestDto): Interest {
  return { ...interest, weekday: String(interest.weekday) };
}

/** An interest as the API takes it, whichever it is. */
export function choicesOf(interest: Interest) {
  const { name, themes, regions, words, organisationId, followsProfile, frequency, weekday } = interest;
  return { name, themes, regions, words, organisationId, followsProfile, frequency, weekday: Number(weekday) };
}

/** An interest as the API keeps it; a new one has no id. */
export function toRequest(interest: Interest) {
  return interest.id === undefined ? choicesOf(interest) : { id: interest.id, ...choicesOf(interest) };
}

/** The settings of a subscription as a form holds them; of the rows of quiet days it shows the last. */
export function settingsOf(subscription: Pick<SubscriptionDto, 'locale' | 'quiet'> | null, locale: Lang): MailSettings {
  const quiet = subscription?.quiet;
  const dates = quiet?.dates.at(-1);
  return {
    locale: subscription?.locale ?? locale,
    quietDays: (['weekends', 'holidays'] as const).filter((days) => quiet?.[days] === true),
    quietFrom: dates?.from ?? '',
    quietUntil: dates?.until ?? '',
  };
}

/** The quiet days of a form as the API takes them. */
export function quietOf({ quietDays, quietFrom, quietUntil }: MailSettings): QuietDaysDto {
  return {
    weekends: quietDays.includes('weekends'),
    holidays: quietDays.includes('holidays'),
    dates: quietFrom === '' ? [] : [{ from: quietFrom, until: quietUntil === '' ? quietFrom : quietUntil }],
  };
}

/** The limits of a form with an interest: unlike most lists, these may stay empty. */
export function interestConstraints(schema: 'SubscribeDto' | 'KeptInterestDto'): Constraints {
  const limits: Constraints = constraints[schema];
  return { ...limits, themes: {}, regions: {}, weekday: {}, followsProfile: {}, organisationId: {} };
}

/**
 * Gives the version that stands now when a change was refused because of it: the choices stay in the form, and pressing
 * again saves them over the others. Undefined for every other refusal.
 */
export function newerVersion(problem: Problem | null): number | undefined {
  const current: unknown = problem?.code === 'version_conflict' ? problem.body['current'] : undefined;
  if (typeof current !== 'object' || current === null || !('version' in current)) return undefined;
  return typeof current.version === 'number' ? current.version : undefined;
}
