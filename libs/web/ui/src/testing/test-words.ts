import {
  type EnvironmentProviders,
  makeEnvironmentProviders,
  provideEnvironmentInitializer,
  inject,
} from '@angular/core';
import { provideTransloco, TranslocoService } from '@jsverse/transloco';
import nl from '../i18n/nl.json' with { type: 'json' };

/** The Dutch texts of the components, at once, for specs. */
export function provideTestWords(): EnvironmentProviders {
  return makeEnvironmentProviders([
    ...provideTransloco({ config: { availableLangs: ['nl', 'en'], defaultLang: 'nl' } }),
    provideEnvironmentInitializer(() => {
      const transloco = inject(TranslocoService);
      transloco.setTranslation(nl, 'nl');
      transloco.setActiveLang('nl');
    }),
  ]);
}
