import { constraints, type SubscriptionDto } from '@htsm/contracts';
import { type Constraints, type Lang } from '@htsm/web/core';

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
export function choiceConstraints(schema: 'SubscribeDto' | 'ChangeSubscriptionDto'): Constraints {
  const limits: Constraints = constraints[schema];
  return { ...limits, themes: {}, regions: {}, version: {} };
}
