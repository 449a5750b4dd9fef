import { type EnvironmentProviders, isDevMode } from '@angular/core';
import { provideTransloco } from '@jsverse/transloco';
import { languages } from './preferences';

/** Transloco as the store of texts; the `Language` service loads the catalogues, so it has no loader of its own. */
export function provideTexts(): EnvironmentProviders[] {
  return provideTransloco({
    config: {
      availableLangs: [...languages],
      defaultLang: 'nl',
      prodMode: !isDevMode(),
      missingHandler: { logMissingKey: true, allowEmpty: false },
    },
  });
}
