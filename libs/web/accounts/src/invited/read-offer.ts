import { computed, inject, resource, type Signal } from '@angular/core';
import { ApiClient, injectLinkProof, injectLinkToken, Problem, Session } from '@htsm/web/core';

/** What a reader of an invitation can do: join, sign out first, sign in first, or make an account. */
export type InvitedWay = 'join' | 'other' | 'signIn' | 'newcomer';

/** What every invitation says. */
interface Offer {
  /** Address that was invited. */
  readonly email: string;
  readonly hasAccount: boolean;
}

/** The invitation behind the mailed link of this page. */
export interface ReadOffer<T> {
  /** Proves the invitation. */
  readonly token: Signal<string>;
  /** Undefined until it is read, and when it cannot be. */
  readonly shown: Signal<T | undefined>;
  readonly refusal: Signal<Problem | undefined>;
  readonly way: Signal<InvitedWay>;
}

/** Reads the invitation at this address by the link in the page's address; call it where `inject` works. */
export function readOffer<T extends Offer>(path: string): ReadOffer<T> {
  const api = inject(ApiClient);
  const session = inject(Session);
  const token = injectLinkToken();
  const proof = injectLinkProof();
  const offer = resource({ params: () => token(), loader: async () => api.post<T>(path, { token: proof() }) });
  const shown = computed(() => (offer.hasValue() ? offer.value() : undefined));
  const refusal = computed(() => {
    const error = offer.error();
    return error instanceof Problem ? error : undefined;
  });
  const way = computed<InvitedWay>(() => {
    const user = session.user();
    if (user === null) return shown()?.hasAccount === true ? 'signIn' : 'newcomer';
    return user.email.toLowerCase() === shown()?.email.toLowerCase() ? 'join' : 'other';
  });
  return { token, shown, refusal, way };
}
