import { computed, inject, type Signal } from '@angular/core';
import { Session } from '../session/session';

/** One entry of the main menu. */
export interface MenuEntry {
  readonly path: string;
  /** Last part of the text key `core.menu.…`. */
  readonly text: string;
  /** Whether the entry is current only on exactly its own page. */
  readonly isExact: boolean;
}

const entry = (path: string, text: string, isExact = false): MenuEntry => ({ path, text, isExact });

/** Lists the menu of a reader: own work first, then what everyone may read. */
export function menuFor(session: Session): MenuEntry[] {
  const work = [
    session.isTaskforce()
      ? [
          entry('/taskforce', 'board', true),
          entry('/taskforce/matches', 'matches'),
          entry('/taskforce/meetings', 'meetings'),
        ]
      : [],
    session.isOwner() ? [entry('/my/challenges', 'myChallenges')] : [],
    session.isProposer()
      ? [entry('/my/recommendations', 'recommendations'), entry('/my/proposals', 'myProposals')]
      : [],
    session.isOwner() || session.isProposer()
      ? [entry('/my/matches', 'myMatches'), entry('/my/meetings', 'myMeetings')]
      : [],
    session.isProposer() ? [entry('/profile', 'myProfile')] : [],
    session.isReviewer() ? [entry('/my/reviews', 'myReviews')] : [],
  ].flat();
  const everyone = [entry('/challenges', 'challenges'), entry('/results', 'results')];
  return [...work, ...everyone, ...(session.isSignedIn() ? [] : [entry('/how-it-works', 'howItWorks')])];
}

/** The menu of the present reader. */
export function injectMenu(): Signal<MenuEntry[]> {
  const session = inject(Session);
  return computed(() => menuFor(session));
}
