import { injectText } from '@htsm/web/core';
import { type FilterName } from './list-query';

/** Gives the word for a filter value in the reader's language. */
export function injectFilterWord(): (name: FilterName, value: string) => string {
  const t = injectText();
  return (name, value) => {
    if (name === 'state') return t('ui.challengeState.' + value);
    return name === 'theme' ? t('ui.theme.' + value) : t('ui.region.' + value);
  };
}
