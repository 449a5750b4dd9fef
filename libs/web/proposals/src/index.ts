import { type Routes } from '@angular/router';
import { proposerOnly, roomRoutes } from '@htsm/web/core';
import { proposalsTexts } from './texts';

const page = () => import('./page/proposal-page').then((screen) => screen.ProposalPage);

/** The routes of the proposals room: the home of an SME, the start of a draft, the editor and the submitted proposal. */
export const proposalsRoutes: Routes = roomRoutes(proposalsTexts, [
  {
    path: 'my/proposals',
    canActivate: [proposerOnly],
    loadComponent: () => import('./home/my-proposals').then((screen) => screen.MyProposals),
  },
  {
    path: 'my/proposals/new',
    canActivate: [proposerOnly],
    loadComponent: () => import('./start/start-proposal').then((screen) => screen.StartProposal),
  },
  { path: 'my/proposals/:id', canActivate: [proposerOnly], loadComponent: page },
  { path: 'my/proposals/:id/:part', canActivate: [proposerOnly], loadComponent: page },
]);
