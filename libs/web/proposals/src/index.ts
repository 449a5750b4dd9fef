import { type Routes } from '@angular/router';
import { proposerOnly, roomRoutes } from '@htsm/web/core';
import { proposalsTexts } from './texts';

const page = () => import('./page/proposal-page').then((screen) => screen.ProposalPage);

/** The routes of the proposals room: the home of an SME, the start of a draft, the editor, the submitted proposal, and the check of a receipt. */
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
  {
    path: 'receipts/verify',
    loadComponent: () => import('./receipts/verify-receipt').then((screen) => screen.VerifyReceipt),
  },
  { path: 'my/proposals/:id', canActivate: [proposerOnly], loadComponent: page },
  { path: 'my/proposals/:id/:part', canActivate: [proposerOnly], loadComponent: page },
]);
