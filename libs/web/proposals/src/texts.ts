import { type RoomTexts } from '@htsm/web/core';

/** The texts of this room. */
export const proposalsTexts: RoomTexts = {
  room: 'proposals',
  nl: () => import('./i18n/nl.json'),
  en: () => import('./i18n/en.json'),
};
