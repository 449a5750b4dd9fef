import type { ObjectKind } from '@htsm/domain/permissions';

/** Somebody who makes requests. */
export interface Person {
  /** What the test calls them, such as `a rival’s member`. */
  readonly name: string;
  /** Undefined for a visitor. */
  readonly id: string | undefined;
  readonly cookie: string | undefined;
  readonly isSuspended: boolean;
  readonly bodies: readonly string[];
  readonly organisations: readonly { readonly id: string; readonly kind: string; readonly isOwner: boolean }[];
}

/** An object of the test world, in one state. */
export interface Thing {
  readonly kind: ObjectKind;
  readonly state: string;
  readonly id: string;
  /** The proposal that it is or hangs on. */
  readonly proposalId?: string;
  /** The challenge that it is or hangs on. */
  readonly challengeId?: string;
  /** The organisation or the person that it is, or is of. */
  readonly organisationId?: string;
  readonly userId?: string;
  /** Values of the parameters in an address. */
  readonly params: Readonly<Record<string, string>>;
}

/** A proposal, as far as relations depend on it. */
export interface ProposalFact {
  readonly id: string;
  readonly challengeId: string;
  readonly organisationId: string;
  readonly state: string;
}

/** A task, as far as relations depend on it. */
export interface AssignmentFact {
  readonly proposalId: string;
  readonly reviewerId: string;
  readonly state: string;
}

/** An SME on the board of a challenge, as far as relations depend on it. */
export interface SuggestionFact {
  readonly challengeId: string;
  readonly organisationId: string;
  readonly state: string;
}

/** What relations are computed from; written down by the test, not read from the database. */
export interface Facts {
  readonly proposals: readonly ProposalFact[];
  readonly assignments: readonly AssignmentFact[];
  readonly suggestions: readonly SuggestionFact[];
  /** The organisation that a member of the panel is bound to, by the member's id. */
  readonly ties: ReadonlyMap<string, string>;
  /** The organisation that posted a challenge, by the challenge's id. */
  readonly owners: ReadonlyMap<string, string>;
}
