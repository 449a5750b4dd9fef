import { type Routes } from '@angular/router';
import { administratorOnly, ownerOnly, partyOnly, proposerOnly, roomRoutes, taskforceOnly } from '@htsm/web/core';
import { saveBeforeLeaving } from './profile/leave-profile';
import { matchingTexts } from './texts';

const desk = { desk: true };

/** The routes of the matching room: who fits which challenge, and what came of awarded proposals. */
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
    path: 'my/recommendations',
    canActivate: [proposerOnly],
    loadComponent: () => import('./recommendations/my-recommendations').then((screen) => screen.MyRecommendations),
  },
  {
    path: 'my/challenges/:id/recommendations',
    canActivate: [ownerOnly],
    loadComponent: () => import('./recommendations/who-fits').then((screen) => screen.WhoFits),
  },
  {
    path: 'my/partner-calls',
    canActivate: [proposerOnly],
    loadComponent: () => import('./partner-calls/my-partner-calls').then((screen) => screen.MyPartnerCalls),
  },
  {
    path: 'my/teams/:slug',
    canActivate: [proposerOnly],
    loadComponent: () => import('./teams/my-team').then((screen) => screen.MyTeam),
  },
  {
    path: 'taskforce/challenges/:id/team',
    canActivate: [taskforceOnly],
    data: desk,
    loadComponent: () => import('./teams/any-team').then((screen) => screen.AnyTeam),
  },
  {
    path: 'my/invitations/:id',
    canActivate: [proposerOnly],
    loadComponent: () => import('./invitations/invitation-page').then((screen) => screen.InvitationPage),
  },
  {
    path: 'taskforce/challenges/:id/suggestions',
    canActivate: [taskforceOnly],
    data: desk,
    loadComponent: () => import('./board/match-board').then((screen) => screen.MatchBoard),
  },
  {
    path: 'taskforce/lists',
    canActivate: [administratorOnly],
    data: desk,
    loadComponent: () => import('./lists/lists-page').then((screen) => screen.ListsPage),
  },
  {
    path: 'taskforce/glossary',
    canActivate: [administratorOnly],
    data: desk,
    loadComponent: () => import('./lists/glossary-page').then((screen) => screen.GlossaryPage),
  },
  {
    path: 'check-in',
    loadComponent: () => import('./outcomes/check-in-page').then((screen) => screen.CheckInPage),
  },
  {
    path: 'results/:year',
    loadComponent: () => import('./figures/report-page').then((screen) => screen.ReportPage),
  },
  {
    path: 'taskforce/figures',
    canActivate: [taskforceOnly],
    data: desk,
    loadComponent: () => import('./figures/dashboard-page').then((screen) => screen.DashboardPage),
  },
  {
    path: 'taskforce/outcomes',
    canActivate: [taskforceOnly],
    data: desk,
    loadComponent: () => import('./outcomes/ledger-page').then((screen) => screen.LedgerPage),
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
