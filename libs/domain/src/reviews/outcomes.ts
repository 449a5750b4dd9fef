import type { ProposalState, ProposalStep } from '../proposals/proposal-states';

/** The steps by which the taskforce decides; they take effect for others only when the answers are released. */
export const OUTCOME_STEPS = [
  'shortlist',
  'award',
  'decline',
  'reserve',
  'reconsider',
] as const satisfies ProposalStep[];
export type OutcomeStep = (typeof OUTCOME_STEPS)[number];

/** Where a proposal stands for the taskforce before the answers are released. */
export const STANDINGS = [
  'under_review',
  'shortlisted',
  'awarded',
  'declined',
  'reserve',
] as const satisfies ProposalState[];
export type Standing = (typeof STANDINGS)[number];

/** The standings that an answer can be released with. */
export const FINAL_OUTCOMES = ['awarded', 'declined', 'reserve'] as const satisfies Standing[];
export type FinalOutcome = (typeof FINAL_OUTCOMES)[number];

/** Whether a standing can be told to the proposer. */
export function isFinalOutcome(standing: string): standing is FinalOutcome {
  return FINAL_OUTCOMES.some((outcome) => outcome === standing);
}

/** The step that brings a proposal to a final outcome. */
export const STEP_TO_OUTCOME: Readonly<Record<FinalOutcome, OutcomeStep>> = {
  awarded: 'award',
  declined: 'decline',
  reserve: 'reserve',
};
