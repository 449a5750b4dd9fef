import { RenderMode, type ServerRoute } from '@angular/ssr';

const publicPages = [
  '',
  'challenges',
  'challenges/:slug',
  'results',
  'how-it-works',
  'accessibility',
  'privacy',
  'contact',
  'subscribe',
  'receipts/verify',
];

/** Public pages are rendered on the server; everything behind a sign-in renders in the browser. */
export const serverRoutes: ServerRoute[] = [
  ...publicPages.map((path): ServerRoute => ({ path, renderMode: RenderMode.Server })),
  { path: '**', renderMode: RenderMode.Client },
];
