import type { StateTable } from '../states/state-table';

/** The life of a proposal. */
export const PROPOSAL_STATES = [
  'draft',
  'submitted',
  'under_review',
  'shortlisted',
  'awarded',
  'declined',
  'reserve',
  'withdrawn',
] as const;
export type ProposalState = (typeof PROPOSAL_STATES)[number];

export type ProposalStep =
  'submit' | 'pull_back' | 'start_review' | 'shortlist' | 'award' | 'decline' | 'reserve' | 'reconsider' | 'withdraw';

/** Which step leads where; `start_review` is taken by the clock when the challenge stops accepting. */
export const PROPOSAL_TRANSITIONS: StateTable<ProposalState, ProposalStep> = {
  draft: { submit: 'submitted', withdraw: 'withdrawn' },
  submitted: { pull_back: 'draft', start_review: 'under_review', withdraw: 'withdrawn' },
  under_review: {
    shortlist: 'shortlisted',
    award: 'awarded',
    decline: 'declined',
    reserve: 'reserve',
    withdraw: 'withdrawn',
  },
  shortlisted: {
    reconsider: 'under_review',
    award: 'awarded',
    decline: 'declined',
    reserve: 'reserve',
    withdraw: 'withdrawn',
  },
  awarded: { reconsider: 'under_review', withdraw: 'withdrawn' },
  declined: { reconsider: 'under_review', withdraw: 'withdrawn' },
  reserve: { reconsider: 'under_review', award: 'awarded', decline: 'declined', withdraw: 'withdrawn' },
  withdrawn: {},
};

/** The states in which people outside the proposing organisation may know of the proposal at all. */
export const UNSEALED_PROPOSAL_STATES: readonly ProposalState[] = [
  'under_review',
  'shortlisted',
  'awarded',
  'declined',
  'reserve',
];
