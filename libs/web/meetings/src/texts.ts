import { type RoomTexts } from '@htsm/web/core';

/** The texts of the meetings room. */
export const meetingsTexts: RoomTexts = {
  room: 'meetings',
  nl: () => import('./i18n/nl.json'),
  en: () => import('./i18n/en.json'),
};
