import { computed, inject, type Signal, signal } from '@angular/core';
import { toSignal } from '@angular/core/rxjs-interop';
import { ActivatedRoute } from '@angular/router';
import { Problem } from '../api/problem';
import { createForm, type FormState } from '../forms/form-state';
import { injectText } from '../language/texts';

/**
 * The token of the mailed link that led here: what stands behind the `#`, so that no server or proxy on the way ever
 * wrote it down. Empty without one. Call it where `inject` works.
 */
export function injectLinkToken(): Signal<string> {
  const fragment = toSignal(inject(ActivatedRoute).fragment);
  return computed(() => fragment() ?? '');
}

/**
 * Gives what reads the token of the mailed link. It throws a Problem that tells what to do when the link has none: mail
 * programs and people cut long links off. Call it where `inject` works.
 */
export function injectLinkProof(): () => string {
  const token = injectLinkToken();
  const t = injectText();
  return () => {
    if (token() !== '') return token();
    throw new Problem(422, { code: 'link_incomplete', title: t('core.link.title'), detail: t('core.link.detail') });
  };
}

/** A page that a mailed link leads to. */
export interface MailedLink<Done> {
  readonly token: Signal<string>;
  /** Without fields: it says whether the button is busy and why the server refused. */
  readonly form: FormState<object>;
  /** What the server answered once the reader confirmed; undefined until then. */
  readonly done: Signal<Done | undefined>;
  /** Does what the link is for; gives the answer, or undefined when the server refused. */
  confirm(): Promise<Done | undefined>;
}

/**
 * Makes what a page of a mailed link works with. Opening the page does nothing, for scanners of mail follow links too:
 * `act` runs when the reader presses the button.
 */
export function createMailedLink<Done>(act: (token: string) => Promise<Done>): MailedLink<Done> {
  const token = injectLinkToken();
  const proof = injectLinkProof();
  const form = createForm({ initial: {} });
  const done = signal<Done | undefined>(undefined);
  return {
    token,
    form,
    done: done.asReadonly(),
    confirm: async () => {
      const answer = await form.submit(() => act(proof()));
      if (answer !== undefined) done.set(answer);
      return answer;
    },
  };
}
