import { type Routes } from '@angular/router';
import { partyOnly, proposerOnly, roomRoutes, taskforceOnly } from '@htsm/web/core';
import { saveBeforeLeaving } from './profile/leave-profile';
import { matchingTexts } from './texts';

const desk = { desk: true };

/** The routes of the matching room: what came of awarded proposals. */
export const matchingRoutes: Routes = roomRoutes(matchingTexts, [
  {
    path: 'my/matches',
    canActivate: [partyOnly],
    loadComponent: () => import('./own/own-matches').then((screen) => screen.OwnMatches),
  },
  {
    path: 'profile',
    canActivate: [proposerOnly],
    canDeactivate: [saveBeforeLeaving],
    loadComponent: () => import('./profile/profile-page').then((screen) => screen.ProfilePage),
  },
  {
    path: 'taskforce/matches',
    canActivate: [taskforceOnly],
    data: desk,
    loadComponent: () => import('./list/match-list').then((screen) => screen.MatchList),
  },
  {
    path: 'taskforce/matches/:id',
    canActivate: [taskforceOnly],
    data: desk,
    loadComponent: () => import('./match/match-page').then((screen) => screen.MatchPage),
  },
]);
