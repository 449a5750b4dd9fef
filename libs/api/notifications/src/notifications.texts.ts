import type { Catalogues } from '@htsm/api/core';
import en from './i18n/en.json' with { type: 'json' };
import nl from './i18n/nl.json' with { type: 'json' };
import { withListWords } from './mail/list-words';

/** The sentences of the notifications room, with the words of themes and regions. */
export const notificationsTexts: Catalogues = withListWords({ nl, en });
