import type { Catalogues } from '@htsm/api/core';
import en from './i18n/en.json' with { type: 'json' };
import nl from './i18n/nl.json' with { type: 'json' };

/** The sentences of the meetings room. */
export const meetingsTexts: Catalogues = { nl, en };
