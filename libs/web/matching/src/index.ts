import { type Routes } from '@angular/router';
import { roomRoutes, taskforceOnly } from '@htsm/web/core';
import { matchingTexts } from './texts';

const desk = { desk: true };

/** The routes of the matching room: all matches, a new one, and one with its notes. */
export const matchingRoutes: Routes = roomRoutes(matchingTexts, [
  {
    path: 'taskforce/matches',
    canActivate: [taskforceOnly],
    data: desk,
    loadComponent: () => import('./list/matches').then((screen) => screen.Matches),
  },
  {
    path: 'taskforce/matches/new',
    canActivate: [taskforceOnly],
    loadComponent: () => import('./match/record-match').then((screen) => screen.RecordMatch),
  },
  {
    path: 'taskforce/matches/:id',
    canActivate: [taskforceOnly],
    loadComponent: () => import('./match/match').then((screen) => screen.Match),
  },
]);
