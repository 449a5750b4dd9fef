import { type CanDeactivateFn } from '@angular/router';

/** A screen that may hold what the server does not have yet. */
export interface KeepsTyped {
  /** Saves first; gives whether the reader may leave. */
  mayLeave(): Promise<boolean>;
}

/** Nothing typed is lost: who goes to another page of the site takes the leave of the screen first. */
export const saveBeforeLeaving: CanDeactivateFn<KeepsTyped> = (screen) => screen.mayLeave();
