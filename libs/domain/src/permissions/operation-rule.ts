import type { OrganisationKind } from '../themes/themes';
import type { Grant } from './grant';
import type { ObjectKind } from './objects';

/** Who may come to an operation at all, before any object is looked at; the same words as the API's `@Allow`. */
export type Door =
  'public' | readonly ('signed_in' | OrganisationKind | 'taskforce' | 'administration' | 'review_panel')[];

/** A right to an object through an operation. */
export interface OperationGrant extends Grant {
  /** States in which the step goes through; in the others it is refused with its reason. All when left out. */
  readonly acts?: readonly string[];
  /** The conflicts that count are those of this kind of object; those of the operation's own when left out. */
  readonly barredAs?: ObjectKind;
}

/**
 * One operation of the contract. The object that its address names exists for those with a grant and for nobody else:
 * they get the same answer as for an id that was never given out.
 */
export interface OperationRule {
  readonly door: Door;
  /** The object that the address names; left out when it names none. */
  readonly about?: ObjectKind;
  readonly grants?: readonly OperationGrant[];
  /** Those who see the object and are told that this step is not theirs (403). */
  readonly refused?: readonly Grant[];
  /** What it gives or does, when the object does not say it. */
  readonly note?: string;
}

/** Operations by method and path, as in openapi.json. */
export type OperationRules = Readonly<Record<string, OperationRule>>;
