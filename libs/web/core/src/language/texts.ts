import { inject } from '@angular/core';
import { type CanActivateFn, type Routes } from '@angular/router';
import { Language, type PluralFunction, type RoomTexts, type TextFunction } from './language';

/** Gives `t`, for use in a template or a computed signal: `protected readonly t = injectText();`. */
export function injectText(): TextFunction {
  return inject(Language).t;
}

/** Gives `plural`, for texts with a number: `protected readonly plural = injectPlural();`. */
export function injectPlural(): PluralFunction {
  return inject(Language).plural;
}

/** A route guard that waits for the texts of a room. */
export function withTexts(...rooms: readonly RoomTexts[]): CanActivateFn {
  return async () => {
    await inject(Language).use(...rooms);
    return true;
  };
}

/** Wraps the routes of a room so that its texts are there before a screen opens. */
export function roomRoutes(texts: RoomTexts, routes: Routes): Routes {
  return [{ path: '', canActivate: [withTexts(texts)], children: routes }];
}

/** The texts of the layout and the general pages. */
export const coreTexts: RoomTexts = {
  room: 'core',
  nl: () => import('../i18n/nl.json'),
  en: () => import('../i18n/en.json'),
};
