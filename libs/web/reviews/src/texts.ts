import { type RoomTexts } from '@htsm/web/core';

/** The texts of the reviews room. */
export const reviewsTexts: RoomTexts = {
  room: 'reviews',
  nl: () => import('./i18n/nl.json'),
  en: () => import('./i18n/en.json'),
};
