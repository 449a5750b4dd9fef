import { type RoomTexts } from '@htsm/web/core';

/** The texts of the accounts room. */
export const accountsTexts: RoomTexts = {
  room: 'accounts',
  nl: () => import('./i18n/nl.json'),
  en: () => import('./i18n/en.json'),
};
