import { inject } from '@angular/core';
import { Language } from '@htsm/web/core';

/** A title in both languages, as the API gives it. */
export interface TitledTwice {
  readonly titleNl: string;
  readonly titleEn: string;
}

/** Gives a function that chooses the title in the language on the screen; follows a switch. */
export function injectTitleOf(): (thing: TitledTwice) => string {
  const language = inject(Language);
  return (thing) => (language.current() === 'nl' ? thing.titleNl : thing.titleEn);
}
