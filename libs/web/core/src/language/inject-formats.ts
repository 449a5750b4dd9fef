import { computed, inject, type Signal } from '@angular/core';
import { type Formats, formatsFor } from '@htsm/web/ui/first';
import { Language } from './language';

/** Gives the formats of the language on the screen: `protected readonly formats = injectFormats();`. */
export function injectFormats(): Signal<Formats> {
  const language = inject(Language);
  return computed(() => formatsFor(language.current()));
}
