import { computed, inject, type Signal } from '@angular/core';
import { TranslocoService } from '@jsverse/transloco';
import { type Formats, type FormatLanguage, formatsFor } from './format/formats';

/** What a component needs to say something: texts of the `ui` catalogue, in the language on the screen. */
export interface Words {
  /** Gives a text. */
  readonly t: (key: string, params?: Record<string, string | number>) => string;
  /** Gives `key.one` or `key.other`, with the number at `{{n}}`. */
  readonly plural: (key: string, n: number, params?: Record<string, string | number>) => string;
  readonly language: Signal<FormatLanguage>;
  readonly formats: Signal<Formats>;
}

/** Gives the words of a component; follows a switch of language. */
export function injectWords(): Words {
  const transloco = inject(TranslocoService);
  const language = computed<FormatLanguage>(() => (transloco.activeLang() === 'en' ? 'en' : 'nl'));
  const t: Words['t'] = (key, params = {}) => transloco.translate(key, params, language());
  const plural: Words['plural'] = (key, n, params) => {
    const form = new Intl.PluralRules(language()).select(n) === 'one' ? 'one' : 'other';
    return t(`${key}.${form}`, { n, ...params });
  };
  return { t, plural, language, formats: computed(() => formatsFor(language())) };
}
