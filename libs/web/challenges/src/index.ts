import { type Routes } from '@angular/router';
import { ownerOnly, roomRoutes, taskforceOnly } from '@htsm/web/core';
import { challengesTexts } from './texts';

const editor = () => import('./editor/challenge-editor').then((screen) => screen.ChallengeEditor);

/** The routes of the challenges room: the public list and pages, the owner's side, moderation. */
export const challengesRoutes: Routes = roomRoutes(challengesTexts, [
  {
    path: 'challenges',
    loadComponent: () => import('./list/challenge-list').then((screen) => screen.ChallengeList),
  },
  {
    path: 'challenges/:slug',
    loadComponent: () => import('./page/challenge-page').then((screen) => screen.ChallengePage),
  },
  { path: 'results', loadComponent: () => import('./results/results').then((screen) => screen.Results) },
  {
    path: 'my/challenges',
    canActivate: [ownerOnly],
    loadComponent: () => import('./mine/my-challenges').then((screen) => screen.MyChallenges),
  },
  {
    path: 'my/challenges/:id',
    canActivate: [ownerOnly],
    loadComponent: () => import('./mine/my-challenge').then((screen) => screen.MyChallenge),
  },
  { path: 'my/challenges/:id/:part', canActivate: [ownerOnly], loadComponent: editor },
  {
    path: 'taskforce/challenges/:id',
    canActivate: [taskforceOnly],
    loadComponent: () => import('./moderation/moderate-challenge').then((screen) => screen.ModerateChallenge),
  },
]);
