import { constraints, type SubscriptionDto } from '@htsm/contracts';
import { type Constraints, type Lang, type Problem } from '@htsm/web/core';

/** What a subscriber chooses; empty lists mean everything. */
export type Choices = Pick<SubscriptionDto, 'themes' | 'regions' | 'frequency' | 'locale'>;

/** Where a new subscriber starts: everything, once a week, in the language of the page. */
export function firstChoices(locale: Lang): Choices {
  return { themes: [], regions: [], frequency: 'weekly', locale };
}

/** Takes only the choices out of a subscription. */
export function choicesOf({ themes, regions, frequency, locale }: SubscriptionDto): Choices {
  return { themes, regions, frequency, locale };
}

/** The limits of a form with choices: unlike most lists, these may stay empty. */
export function choiceConstraints(schema: 'SubscribeDto' | 'ManageSubscriptionDto'): Constraints {
  const limits: Constraints = constraints[schema];
  return { ...limits, themes: {}, regions: {}, version: {}, token: {} };
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
