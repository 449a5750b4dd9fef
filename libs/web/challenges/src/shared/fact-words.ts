import { computed, inject, type Signal } from '@angular/core';
import { injectFormats, injectText, Lists } from '@htsm/web/core';

/** The facts that lists and pages print the same way. */
export interface PrintedFacts {
  readonly budgetEur: number | null;
  readonly noBudgetReason: string;
  readonly hoursAsked: number | null;
  readonly ipRegime: string | null;
  readonly region: string | null;
}

/** Facts of a challenge in words. */
export interface FactWords {
  readonly value: (facts: PrintedFacts) => string;
  readonly hours: (facts: PrintedFacts) => string;
  readonly rights: (facts: PrintedFacts) => string;
  readonly region: (facts: PrintedFacts) => string;
  readonly themes: (codes: readonly string[]) => string[];
}

/** Gives the words for the facts of a challenge; what is not filled in is a dash. */
export function injectFactWords(): Signal<FactWords> {
  const t = injectText();
  const lists = inject(Lists);
  const formats = injectFormats();
  const none = '–';
  return computed(() => ({
    value: ({ budgetEur }) => (budgetEur === null ? t('challenges.facts.noBudget') : formats().money(budgetEur)),
    hours: ({ hoursAsked }) => (hoursAsked === null ? none : t('challenges.facts.hours', { n: hoursAsked })),
    rights: ({ ipRegime }) => (ipRegime === null ? none : t('challenges.ip.' + ipRegime)),
    region: ({ region }) => (region === null ? none : lists.word('region', region)),
    themes: (codes) => codes.map((code) => lists.word('theme', code)),
  }));
}
