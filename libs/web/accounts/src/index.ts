import { type Routes } from '@angular/router';
import { administratorOnly, roomRoutes, signedIn, visitorOnly } from '@htsm/web/core';
import { accountsTexts } from './texts';

const checkMail = () => import('./register/check-mail').then((screen) => screen.CheckMail);

/** The routes of the accounts room, relative to the root of the site. */
export const accountsRoutes: Routes = roomRoutes(accountsTexts, [
  {
    path: 'sign-in',
    canActivate: [visitorOnly],
    loadComponent: () => import('./sign-in/sign-in').then((screen) => screen.SignIn),
  },
  {
    path: 'sign-in/code',
    canActivate: [visitorOnly],
    loadComponent: () => import('./sign-in/sign-in-code').then((screen) => screen.SignInCode),
  },
  {
    path: 'register',
    canActivate: [visitorOnly],
    loadComponent: () => import('./register/register').then((screen) => screen.Register),
  },
  { path: 'register/check-mail', loadComponent: checkMail, data: { purpose: 'register' } },
  {
    path: 'confirm-email',
    loadComponent: () => import('./confirm-email/confirm-email').then((screen) => screen.ConfirmEmail),
  },
  {
    path: 'forgot-password',
    loadComponent: () => import('./password-reset/forgot-password').then((screen) => screen.ForgotPassword),
  },
  { path: 'forgot-password/check-mail', loadComponent: checkMail, data: { purpose: 'reset' } },
  {
    path: 'reset-password',
    loadComponent: () => import('./password-reset/reset-password').then((screen) => screen.ResetPassword),
  },
  {
    path: 'change-email',
    loadComponent: () => import('./change-email/change-email').then((screen) => screen.ChangeEmail),
  },
  {
    path: 'link-identity',
    loadComponent: () => import('./link-identity/link-identity').then((screen) => screen.LinkIdentity),
  },
  {
    path: 'join-panel',
    loadComponent: () => import('./join-panel/join-panel').then((screen) => screen.JoinPanel),
  },
  {
    path: 'accept-invite',
    loadComponent: () => import('./accept-invite/accept-invite').then((screen) => screen.AcceptInvite),
  },
  {
    path: 'account',
    canActivate: [signedIn],
    loadComponent: () => import('./account/account').then((screen) => screen.Account),
  },
  {
    path: 'account/security',
    canActivate: [signedIn],
    loadComponent: () => import('./security/security').then((screen) => screen.Security),
  },
  {
    path: 'my/organisation',
    canActivate: [signedIn],
    loadComponent: () => import('./organisation/my-organisation').then((screen) => screen.MyOrganisation),
  },
  {
    path: 'administration',
    canActivate: [administratorOnly],
    data: { desk: true },
    loadComponent: () => import('./administration/people').then((screen) => screen.People),
  },
  {
    path: 'administration/sign-in-pages',
    canActivate: [administratorOnly],
    loadComponent: () => import('./administration/providers').then((screen) => screen.Providers),
  },
]);
