import { inject } from '@angular/core';
import { injectText, Lists } from '@htsm/web/core';
import { type FilterName } from './list-query';

/** Gives the word for a filter value in the reader's language. */
export function injectFilterWord(): (name: FilterName, value: string) => string {
  const t = injectText();
  const lists = inject(Lists);
  return (name, value) => {
    return name === 'state' ? t('ui.challengeState.' + value) : lists.word(name, value);
  };
}
