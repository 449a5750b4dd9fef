import type { ObjectKind } from './objects';
import type { Relation } from './relations';

/** A relation that takes others away: whoever is both has only the rights that are left. */
export interface Bar {
  readonly who: Relation;
  readonly loses: readonly Relation[];
  readonly on: readonly ObjectKind[];
  readonly why: string;
}

const REVIEWERS = ['assigned_reviewer', 'accepted_reviewer', 'finished_reviewer', 'assignee'] as const;
const EVERYTHING_OF_A_PROPOSAL = [
  'proposal',
  'proposal_attachment',
  'assignment',
  'review',
  'answer',
  'waiver',
  'match',
  'collaboration',
  'audit_line',
] as const;
const JUDGEMENT = ['assignment', 'review', 'answer', 'waiver', 'audit_line'] as const;

/** Conflicts of interest; each takes effect with the next request, also in a session that is open. */
export const BARS: readonly Bar[] = [
  {
    who: 'conflicted_reviewer',
    loses: ['taskforce', 'challenge_owner', ...REVIEWERS],
    on: EVERYTHING_OF_A_PROPOSAL,
    why: 'The proposal and all that hangs on it do not exist for whoever declared a conflict with it.',
  },
  {
    who: 'tied_reviewer',
    loses: ['taskforce', ...REVIEWERS],
    on: EVERYTHING_OF_A_PROPOSAL,
    why: 'A conflict that the platform found counts like a declared one, until the taskforce waives it.',
  },
  {
    who: 'rival',
    loses: ['taskforce', 'challenge_owner', ...REVIEWERS],
    on: EVERYTHING_OF_A_PROPOSAL,
    why: 'A competitor learns nothing of another proposal, whatever other role they have.',
  },
  {
    who: 'proposing_member',
    loses: ['taskforce', ...REVIEWERS],
    on: JUDGEMENT,
    why: 'Nobody takes part in, or looks into, the judging of their own proposal.',
  },
  {
    who: 'challenge_owner',
    loses: ['taskforce', ...REVIEWERS],
    on: JUDGEMENT,
    why: 'The judging is independent of whoever posted the challenge.',
  },
  {
    who: 'challenge_owner',
    loses: ['taskforce'],
    on: ['suggestion', 'collaboration', 'partner_call'],
    why: 'Whoever posted the challenge learns of SMEs what those SMEs show, whatever other role they have.',
  },
  {
    who: 'competitor',
    loses: ['taskforce'],
    on: ['suggestion', 'collaboration', 'partner_call'],
    why: 'Whose own organisation could be matched does not match others, and learns nothing of them.',
  },
  {
    who: 'assigned_reviewer',
    loses: ['taskforce'],
    on: ['review', 'answer'],
    why: 'Reviewers do not see others’ judgement before their own is in.',
  },
  {
    who: 'accepted_reviewer',
    loses: ['taskforce'],
    on: ['review', 'answer'],
    why: 'Reviewers do not see others’ judgement before their own is in.',
  },
];

/** Gives the relations that are left to somebody for an object of this kind. */
export function effectiveRelations(kind: ObjectKind, relations: ReadonlySet<Relation>): Set<Relation> {
  const lost = BARS.filter((bar) => relations.has(bar.who) && bar.on.includes(kind)).flatMap((bar) => bar.loses);
  return new Set([...relations].filter((relation) => !lost.includes(relation)));
}
