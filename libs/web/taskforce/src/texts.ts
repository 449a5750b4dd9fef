import { type RoomTexts } from '@htsm/web/core';

/** The texts of the taskforce room. */
export const taskforceTexts: RoomTexts = {
  room: 'taskforce',
  nl: () => import('./i18n/nl.json'),
  en: () => import('./i18n/en.json'),
};
