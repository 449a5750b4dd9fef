import { type RoomTexts } from '@htsm/web/core';

/** The texts of the notifications room. */
export const notificationsTexts: RoomTexts = {
  room: 'notifications',
  nl: () => import('./i18n/nl.json'),
  en: () => import('./i18n/en.json'),
};
