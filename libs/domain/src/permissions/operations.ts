import { isGranted, isInState } from './grant';
import { effectiveRelations } from './bars';
import type { ObjectKind } from './objects';
import type { OperationRule, OperationRules } from './operation-rule';
import { ACCOUNT_OPERATIONS } from './operations/accounts';
import { CHALLENGE_OPERATIONS } from './operations/challenges';
import { MATCHING_OPERATIONS } from './operations/matching';
import { MEETING_OPERATIONS } from './operations/meetings';
import { NOTIFICATION_OPERATIONS } from './operations/notifications';
import { PROPOSAL_OPERATIONS } from './operations/proposals';
import { REVIEW_OPERATIONS } from './operations/reviews';
import type { Relation } from './relations';

/** The operations by room, in the order in which docs/permissions.md lists them. */
export const OPERATIONS_BY_ROOM: Readonly<Record<string, OperationRules>> = {
  'Accounts and organisations': ACCOUNT_OPERATIONS,
  Challenges: CHALLENGE_OPERATIONS,
  Proposals: PROPOSAL_OPERATIONS,
  Judging: REVIEW_OPERATIONS,
  'Board, matches and audit': MATCHING_OPERATIONS,
  Meetings: MEETING_OPERATIONS,
  'Subscriptions and mails': NOTIFICATION_OPERATIONS,
};

/** Every operation of the contract. */
export const OPERATIONS: OperationRules = Object.assign({}, ...Object.values(OPERATIONS_BY_ROOM));

/** What somebody gets who came through the door: nothing at all, a refusal that says so, or the object. */
export type Access = 'absent' | 'refused' | 'too_early_or_late' | 'granted';

/** Decides what an operation is to somebody with these relations to the object that its address names. */
export function accessTo(rule: OperationRule, state: string, relations: ReadonlySet<Relation>): Access {
  const kind = rule.about;
  if (kind === undefined) return 'granted';
  const matching = (rule.grants ?? []).filter(
    (grant) =>
      isInState(grant, state) &&
      grant.to.some((relation) => effectiveRelations(barsOf(kind, grant.barredAs), relations).has(relation)),
  );
  if (matching.some((grant) => grant.acts === undefined || grant.acts.includes(state))) return 'granted';
  if (matching.length > 0) return 'too_early_or_late';
  return isGranted(rule.refused ?? [], { kind, state }, relations) ? 'refused' : 'absent';
}

function barsOf(kind: ObjectKind, other: ObjectKind | undefined): ObjectKind {
  return other ?? kind;
}
