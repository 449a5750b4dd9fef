import { effectiveRelations } from './bars';
import type { ObjectKind } from './objects';
import type { Relation } from './relations';

/** A right: to these, in these states (all when left out). */
export interface Grant {
  readonly to: readonly Relation[];
  readonly in?: readonly string[];
}

/** Whether one of the grants covers somebody with these relations to an object of this kind and state. */
export function isGranted(
  grants: readonly Grant[],
  object: { readonly kind: ObjectKind; readonly state: string },
  relations: ReadonlySet<Relation>,
): boolean {
  const left = effectiveRelations(object.kind, relations);
  return grants.some((grant) => isInState(grant, object.state) && grant.to.some((relation) => left.has(relation)));
}

/** Whether the grant holds in the state. */
export function isInState(grant: Grant, state: string): boolean {
  return grant.in === undefined || grant.in.includes(state);
}
