import {
  type EnvironmentProviders,
  makeEnvironmentProviders,
  provideEnvironmentInitializer,
  inject,
} from '@angular/core';
import { provideTransloco, TranslocoService } from '@jsverse/transloco';
import en from '../i18n/en.json' with { type: 'json' };
import nl from '../i18n/nl.json' with { type: 'json' };

/** The texts of the components, at once and in Dutch, for specs. */
export function provideTestWords(): EnvironmentProviders {
  return makeEnvironmentProviders([
    ...provideTransloco({ config: { availableLangs: ['nl', 'en'], defaultLang: 'nl' } }),
    provideEnvironmentInitializer(() => {
      const transloco = inject(TranslocoService);
      transloco.setTranslation(nl, 'nl');
      transloco.setTranslation(en, 'en');
      transloco.setActiveLang('nl');
    }),
  ]);
}
