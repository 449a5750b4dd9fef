import type { ChallengeState } from '../challenges/challenge-states';
import { nextState } from '../states/state-table';
import { PROPOSAL_TRANSITIONS, type ProposalState } from './proposal-states';

/** What decides what the proposing organisation may do. */
export interface ProposalMoment {
  readonly state: ProposalState;
  readonly challengeState: ChallengeState;
  /** Closing instant of the challenge; null only before it opened. */
  readonly closesAt: Date | null;
  /** The server's instant. */
  readonly now: Date;
}

/** What the proposing organisation may do now. */
export interface ProposalActions {
  /** Whether the text and the files may change; a draft stays editable after closing, so that no typing is lost. */
  readonly canEdit: boolean;
  readonly canSubmit: boolean;
  readonly canPullBack: boolean;
  readonly canWithdraw: boolean;
}

/** Whether the challenge takes proposals at this instant; the closing instant itself is too late. */
export function acceptsProposals(moment: Pick<ProposalMoment, 'challengeState' | 'closesAt' | 'now'>): boolean {
  return moment.challengeState === 'open' && moment.closesAt !== null && moment.now < moment.closesAt;
}

/** Decides what the proposing organisation may do with its proposal at this moment. */
export function proposalActions(moment: ProposalMoment): ProposalActions {
  const accepts = acceptsProposals(moment);
  return {
    canEdit: moment.state === 'draft',
    canSubmit: accepts && nextState(PROPOSAL_TRANSITIONS, moment.state, 'submit') !== null,
    canPullBack: accepts && nextState(PROPOSAL_TRANSITIONS, moment.state, 'pull_back') !== null,
    canWithdraw: nextState(PROPOSAL_TRANSITIONS, moment.state, 'withdraw') !== null,
  };
}
