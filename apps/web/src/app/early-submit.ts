/** The listener that index.html puts on the page before any code of the program is there. */
interface HoldSubmit {
  (event: Event): void;
  /** The last submit that was held. */
  held?: SubmitEvent;
}
declare global {
  interface Window {
    holdSubmit: HoldSubmit;
  }
}

/** Lets forms be sent from here on, and sends the one that somebody sent before the program could. */
export function releaseSubmit(): void {
  const { holdSubmit } = window;
  removeEventListener('submit', holdSubmit, true);
  const { target, submitter } = holdSubmit.held ?? {};
  // a form that is gone was that of another page
  if (target instanceof HTMLFormElement && target.isConnected) target.requestSubmit(submitter);
}
