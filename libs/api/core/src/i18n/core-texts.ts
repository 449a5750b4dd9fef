import type { Catalogues } from './texts';
import en from './en.json' with { type: 'json' };
import nl from './nl.json' with { type: 'json' };

/** The sentences that every room needs. */
export const coreTexts: Catalogues = { nl, en };
