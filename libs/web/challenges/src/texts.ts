import { type RoomTexts } from '@htsm/web/core';

/** The texts of this room. */
export const challengesTexts: RoomTexts = {
  room: 'challenges',
  nl: () => import('./i18n/nl.json'),
  en: () => import('./i18n/en.json'),
};
