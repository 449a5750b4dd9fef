import { type Route, type Routes, type UrlSegment } from '@angular/router';
import { corePages, notFoundRoute } from '@htsm/web/core';

/** Makes the route of a room: its code is fetched only for an address that begins like one of its own. */
function room(addresses: RegExp, loadChildren: () => Promise<Routes>): Route {
  const isOwn = (_route: Route, segments: readonly UrlSegment[]) =>
    addresses.test(segments.map((segment) => segment.path).join('/'));
  return { path: '', canMatch: [isOwn], loadChildren };
}

/** The rooms of the site. They meet only here; a room lists its whole paths from the root. */
export const appRoutes: Routes = [
  ...corePages,
  room(
    /^(challenges|results$|my\/challenges(?!\/[^/]+\/(proposals|recommendations))|taskforce\/challenges\/[^/]+$)/,
    () => import('@htsm/web/challenges').then((loaded) => loaded.challengesRoutes),
  ),
  room(
    /^(sign-in|register|confirm-email|forgot-password|reset-password|accept-invite|join-panel|change-email|link-identity|account|my\/organisation|administration(?!\/(mail|stopped)))/,
    () => import('@htsm/web/accounts').then((loaded) => loaded.accountsRoutes),
  ),
  room(/^(my\/proposals|receipts\/verify$)/, () =>
    import('@htsm/web/proposals').then((loaded) => loaded.proposalsRoutes),
  ),
  room(
    /^(my\/(reviews|bids|expertise|links)|my\/challenges\/[^/]+\/proposals|taskforce\/challenges\/[^/]+\/(panel|assign|ranking|answers))/,
    () => import('@htsm/web/reviews').then((loaded) => loaded.reviewsRoutes),
  ),
  room(
    /^(check-in$|results\/|taskforce\/(lists|glossary|outcomes|figures)$|(my|taskforce)\/matches|profile$|my\/(recommendations|invitations|teams|partner-calls)|(my|taskforce)\/challenges\/[^/]+\/recommendations|taskforce\/challenges\/[^/]+\/(suggestions|team))/,
    () => import('@htsm/web/matching').then((loaded) => loaded.matchingRoutes),
  ),
  room(/^(my|taskforce)\/meetings/, () => import('@htsm/web/meetings').then((loaded) => loaded.meetingsRoutes)),
  room(/^(subscribe|subscriptions|unsubscribe|webhooks$|my\/notifications|administration\/(mail|stopped))/, () =>
    import('@htsm/web/notifications').then((loaded) => loaded.notificationsRoutes),
  ),
  room(/^taskforce/, () => import('@htsm/web/taskforce').then((loaded) => loaded.taskforceRoutes)),
  notFoundRoute,
];
