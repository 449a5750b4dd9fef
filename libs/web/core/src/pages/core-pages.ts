import { ErrorHandler, inject } from '@angular/core';
import { type NavigationError, RedirectCommand, type Route, Router, type Routes } from '@angular/router';
import { Failure } from './failure';
import { toRoleHome, visitorOnly } from '../session/guards';

/** The general pages of the site, each loaded when visited. */
export const corePages: Routes = [
  {
    path: '',
    pathMatch: 'full',
    canActivate: [visitorOnly],
    loadComponent: () => import('./landing').then((page) => page.Landing),
  },
  { path: 'home', canActivate: [toRoleHome], children: [] },
  { path: 'how-it-works', loadComponent: () => import('./how-it-works').then((page) => page.HowItWorks) },
  { path: 'accessibility', loadComponent: () => import('./accessibility').then((page) => page.Accessibility) },
  { path: 'privacy', loadComponent: () => import('./privacy').then((page) => page.Privacy) },
  { path: 'contact', loadComponent: () => import('./contact').then((page) => page.Contact) },
  // Never fetched: it is shown when fetching fails.
  { path: 'failure', component: Failure },
];

/** The last route: every address that no room knows. */
export const notFoundRoute: Route = {
  path: '**',
  loadComponent: () => import('./not-found').then((page) => page.NotFound),
};

/**
 * Shows the failure page when a page could not be loaded, and tells it the wanted address. The address bar stays: the
 * router would otherwise remember the failure page for it.
 */
export function showFailure(error: NavigationError): RedirectCommand {
  inject(ErrorHandler).handleError(error.error);
  return new RedirectCommand(inject(Router).parseUrl('/failure'), { skipLocationChange: true, info: error.url });
}
