import { isPlatformBrowser } from '@angular/common';
import { inject, PLATFORM_ID } from '@angular/core';
import { type CanActivateFn, RedirectCommand, Router } from '@angular/router';
import { SECURITY_PATH, Session } from './session';

/** Makes a guard: a visitor goes to the sign-in page and comes back after it, the wrong role goes to its own home. */
function allowWhen(isAllowed: (session: Session) => boolean): CanActivateFn {
  return (_route, state) => {
    const session = inject(Session);
    const router = inject(Router);
    if (!session.isSignedIn()) {
      return router.createUrlTree(['/sign-in'], { queryParams: { next: state.url } });
    }
    if (session.user()?.owesSecondFactor === true && state.url.split(/[?#]/, 1)[0] !== SECURITY_PATH) {
      return new RedirectCommand(router.parseUrl(SECURITY_PATH));
    }
    return isAllowed(session) || new RedirectCommand(router.parseUrl(session.homePath()));
  };
}

/** Anyone who is signed in. */
export const signedIn = allowWhen(() => true);
/** Members of the taskforce. */
export const taskforceOnly = allowWhen((session) => session.isTaskforce());
/** Administrators. */
export const administratorOnly = allowWhen((session) => session.isAdministrator());
/** Reviewers, and the taskforce, whose members review too. */
export const reviewerOnly = allowWhen((session) => session.isReviewer() || session.isTaskforce());
/** Members of a company that posts challenges, and the taskforce, which helps them. */
export const ownerOnly = allowWhen((session) => session.isOwner() || session.isTaskforce());
/** Members of any organisation: who posts challenges or proposes. */
export const partyOnly = allowWhen((session) => session.isOwner() || session.isProposer());
/** Members of an SME or a knowledge institute. */
export const proposerOnly = allowWhen((session) => session.isProposer());

/**
 * Pages that only make sense before signing in: a signed-in reader goes to the role home. The server sends the reader
 * to `/home` instead, so that no private screen runs there.
 */
export const visitorOnly: CanActivateFn = () => {
  const session = inject(Session);
  if (!session.isSignedIn()) return true;
  return inject(Router).parseUrl(isPlatformBrowser(inject(PLATFORM_ID)) ? session.homePath() : '/home');
};

/** The address `/home`: leads every reader to the place of their own work. Stays where it is on the server. */
export const toRoleHome: CanActivateFn = () =>
  !isPlatformBrowser(inject(PLATFORM_ID)) || inject(Router).parseUrl(inject(Session).homePath());
