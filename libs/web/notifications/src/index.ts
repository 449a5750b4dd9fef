import { type Routes } from '@angular/router';
import { administratorOnly, roomRoutes, signedIn } from '@htsm/web/core';
import { notificationsTexts } from './texts';

const desk = { desk: true };

/** The routes of the notifications room, relative to the root of the site. */
export const notificationsRoutes: Routes = roomRoutes(notificationsTexts, [
  { path: 'subscribe', loadComponent: () => import('./subscribe/subscribe').then((screen) => screen.Subscribe) },
  {
    path: 'subscriptions/confirm',
    loadComponent: () => import('./confirm/confirm-subscription').then((screen) => screen.ConfirmSubscription),
  },
  {
    path: 'subscriptions/manage',
    loadComponent: () => import('./manage/manage-subscription').then((screen) => screen.ManageSubscription),
  },
  {
    path: 'webhooks',
    canActivate: [signedIn],
    loadComponent: () => import('./webhooks/webhooks').then((screen) => screen.Webhooks),
  },
  {
    path: 'my/notifications',
    canActivate: [signedIn],
    loadComponent: () => import('./notices/my-notices').then((screen) => screen.MyNotices),
  },
  {
    path: 'my/notifications/choices',
    canActivate: [signedIn],
    loadComponent: () => import('./notices/notice-choices').then((screen) => screen.NoticeChoices),
  },
  {
    path: 'administration/mails',
    canActivate: [administratorOnly],
    data: desk,
    loadComponent: () => import('./outbox/outbox-page').then((screen) => screen.OutboxPage),
  },
  {
    path: 'administration/mails/:id',
    canActivate: [administratorOnly],
    data: desk,
    loadComponent: () => import('./outbox/mail-page').then((screen) => screen.MailPage),
  },
  {
    path: 'administration/mail-texts',
    canActivate: [administratorOnly],
    data: desk,
    loadComponent: () => import('./mail-texts/mail-texts-page').then((screen) => screen.MailTextsPage),
  },
  {
    path: 'administration/mail-texts/:kind',
    canActivate: [administratorOnly],
    data: desk,
    loadComponent: () => import('./mail-texts/mail-text-page').then((screen) => screen.MailTextPage),
  },
  {
    path: 'administration/stopped-addresses',
    canActivate: [administratorOnly],
    data: desk,
    loadComponent: () => import('./outbox/stopped-addresses').then((screen) => screen.StoppedAddresses),
  },
  {
    path: 'unsubscribe',
    loadComponent: () => import('./unsubscribe/unsubscribe').then((screen) => screen.Unsubscribe),
  },
]);
