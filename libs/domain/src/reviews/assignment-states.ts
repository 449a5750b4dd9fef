import type { StateTable } from '../states/state-table';

/** The life of one reviewer's task for one proposal. */
export const ASSIGNMENT_STATES = ['assigned', 'accepted', 'conflicted', 'submitted'] as const;
export type AssignmentState = (typeof ASSIGNMENT_STATES)[number];

export type AssignmentStep = 'declare_no_conflict' | 'declare_conflict' | 'submit' | 'reopen';

/** Which step leads where; a conflict can be declared at any time and is final. */
export const ASSIGNMENT_TRANSITIONS: StateTable<AssignmentState, AssignmentStep> = {
  assigned: { declare_no_conflict: 'accepted', declare_conflict: 'conflicted' },
  accepted: { submit: 'submitted', declare_conflict: 'conflicted' },
  submitted: { reopen: 'accepted', declare_conflict: 'conflicted' },
  conflicted: {},
};
