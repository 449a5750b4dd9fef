import { type RoomTexts } from '@htsm/web/core';

/** The texts of the components. */
export const uiTexts: RoomTexts = {
  room: 'ui',
  nl: () => import('./i18n/nl.json'),
  en: () => import('./i18n/en.json'),
};
