import type { Locale, OrganisationKind } from '@htsm/domain';

/** A role that is not tied to one organisation. */
export type Body = 'taskforce' | 'administration' | 'review_panel';

/** An organisation the person belongs to, and as what. */
export interface ActorOrganisation {
  readonly id: string;
  readonly name: string;
  readonly kind: OrganisationKind;
  readonly role: 'owner' | 'member';
}

/** A signed-in person with the memberships of this moment. */
export interface UserActor {
  readonly kind: 'user';
  readonly userId: string;
  readonly sessionId: string | null;
  readonly email: string;
  readonly name: string;
  readonly locale: Locale;
  readonly bodies: readonly Body[];
  readonly organisations: readonly ActorOrganisation[];
  /** Whether a second factor must be added before anything else; until then there are no roles and organisations. */
  readonly owesSecondFactor?: boolean;
}

/** Somebody without a session. */
export interface AnonymousActor {
  readonly kind: 'anonymous';
}

/** The bearer of a verified single-purpose link; sees the one row that the link is about. */
export interface TokenActor {
  readonly kind: 'token';
  readonly tokenId: string;
}

/** Whoever is behind a transaction; the database decides by it which rows exist. */
export type Actor = UserActor | AnonymousActor | TokenActor;

export const ANONYMOUS: AnonymousActor = { kind: 'anonymous' };

/** Whether the actor is a signed-in member of the taskforce. */
export function isTaskforce(actor: Actor): boolean {
  return actor.kind === 'user' && actor.bodies.includes('taskforce');
}

/** Gives the ids of the actor's organisations, optionally of one kind only. */
export function organisationIds(actor: Actor, kind?: OrganisationKind): string[] {
  if (actor.kind !== 'user') return [];
  return actor.organisations.filter((o) => kind === undefined || o.kind === kind).map((o) => o.id);
}
