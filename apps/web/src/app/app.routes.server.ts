import { RenderMode, type ServerRoute } from '@angular/ssr';

const publicPages = [
  '',
  'challenges',
  'challenges/:slug',
  'results',
  'results/:year',
  'how-it-works',
  'accessibility',
  'privacy',
  'contact',
  'subscribe',
  'receipts/verify',
];

/** Pages that depend on who reads, or on a secret in the address: only the browser renders them. */
const personalPages = [
  'home',
  'sign-in',
  'sign-in/code',
  'register',
  'register/check-mail',
  'confirm-email',
  'forgot-password',
  'forgot-password/check-mail',
  'reset-password',
  'accept-invite',
  'join-panel',
  'change-email',
  'link-identity',
  'account/**',
  'administration/**',
  'my/**',
  'profile',
  'taskforce/**',
  'subscriptions/**',
  'unsubscribe',
  'check-in',
  'webhooks',
];

/** Every other address leads nowhere: the server says so, with status 404. */
export const serverRoutes: ServerRoute[] = [
  ...publicPages.map((path): ServerRoute => ({ path, renderMode: RenderMode.Server })),
  ...personalPages.map((path): ServerRoute => ({ path, renderMode: RenderMode.Client })),
  { path: '**', renderMode: RenderMode.Server, status: 404 },
];
