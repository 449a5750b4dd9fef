import { type Routes } from '@angular/router';
import { ownerOnly, reviewerOnly, roomRoutes, taskforceOnly } from '@htsm/web/core';
import { reviewsTexts } from './texts';

const desk = { desk: true };

/**
 * The routes of the reviews room: the reviewer's queue and desk, the owner's received proposals, and the taskforce's
 * assigning, ranking and answers.
 */
export const reviewsRoutes: Routes = roomRoutes(reviewsTexts, [
  {
    path: 'my/reviews',
    canActivate: [reviewerOnly],
    loadComponent: () => import('./queue/my-reviews').then((screen) => screen.MyReviews),
  },
  {
    path: 'my/expertise',
    canActivate: [reviewerOnly],
    loadComponent: () => import('./expertise/my-expertise').then((screen) => screen.MyExpertise),
  },
  {
    path: 'my/bids',
    canActivate: [reviewerOnly],
    loadComponent: () => import('./bids/my-bids').then((screen) => screen.MyBids),
  },
  {
    path: 'my/links',
    canActivate: [reviewerOnly],
    loadComponent: () => import('./links/my-links').then((screen) => screen.MyLinks),
  },
  {
    path: 'my/reviews/:id',
    canActivate: [reviewerOnly],
    data: desk,
    loadComponent: () => import('./desk/review-desk').then((screen) => screen.ReviewDesk),
  },
  {
    path: 'my/challenges/:id/proposals',
    canActivate: [ownerOnly],
    loadComponent: () => import('./received/received-proposals').then((screen) => screen.ReceivedProposals),
  },
  {
    path: 'my/challenges/:id/proposals/:proposalId',
    canActivate: [ownerOnly],
    loadComponent: () => import('./received/received-proposal').then((screen) => screen.ReceivedProposal),
  },
  {
    path: 'taskforce/challenges/:id/panel',
    canActivate: [taskforceOnly],
    data: desk,
    loadComponent: () => import('./panel/panel-page').then((screen) => screen.PanelPage),
  },
  {
    path: 'taskforce/challenges/:id/assign',
    canActivate: [taskforceOnly],
    data: desk,
    loadComponent: () => import('./assign/assign-reviewers').then((screen) => screen.AssignReviewers),
  },
  {
    path: 'taskforce/challenges/:id/assign/plan',
    canActivate: [taskforceOnly],
    data: desk,
    loadComponent: () => import('./plan/assignment-plan').then((screen) => screen.AssignmentPlan),
  },
  {
    path: 'taskforce/challenges/:id/ranking',
    canActivate: [taskforceOnly],
    data: desk,
    loadComponent: () => import('./ranking/ranking').then((screen) => screen.Ranking),
  },
  {
    path: 'taskforce/challenges/:id/ranking/:proposalId',
    canActivate: [taskforceOnly],
    data: desk,
    loadComponent: () => import('./ranking/judged-proposal').then((screen) => screen.JudgedProposal),
  },
  {
    path: 'taskforce/challenges/:id/answers',
    canActivate: [taskforceOnly],
    data: desk,
    loadComponent: () => import('./answers/answers').then((screen) => screen.Answers),
  },
]);
