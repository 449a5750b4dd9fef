import { type RoomTexts } from '@htsm/web/core';

/** The texts of the matching room. */
export const matchingTexts: RoomTexts = {
  room: 'matching',
  nl: () => import('./i18n/nl.json'),
  en: () => import('./i18n/en.json'),
};
