import type { ProposalGap } from '@htsm/domain';
import { Refusal } from '@htsm/api/core';

/** The challenge closed before this arrived; the sentence names the instant. */
export class ProposalDeadlinePassed extends Refusal {
  constructor(closesAt: Date) {
    super('proposal_deadline_passed', 409, { instants: { closesAt } });
  }
}

/** The challenge does not take proposals: not open yet, or cancelled. */
export class ProposalChallengeNotOpen extends Refusal {
  constructor() {
    super('proposal_challenge_not_open', 409);
  }
}

/** The draft cannot be submitted yet; every gap is named with its field. */
export class ProposalIncomplete extends Refusal {
  constructor(gaps: readonly ProposalGap[]) {
    super('proposal_incomplete', 422, {
      params: { gaps: gaps.length },
      faults: gaps.map(({ path, code, params }) => ({
        path,
        code: code === 'required' ? 'proposal_required' : 'proposal_too_many_words',
        ...(params === undefined ? {} : { params: { ...params } }),
      })),
    });
  }
}

/** Only a draft changes; this proposal is past that. */
export class ProposalNotADraft extends Refusal {
  constructor() {
    super('proposal_not_a_draft', 409);
  }
}

/** The key of an earlier submission came with another version: not a repetition, and not a new submission. */
export class SubmitKeyUsed extends Refusal {
  constructor() {
    super('proposal_submit_key_used', 409);
  }
}

/** The organisation owns the challenge, or is not of a kind that proposes. */
export class ProposalNotForOrganisation extends Refusal {
  constructor() {
    super('proposal_not_for_organisation', 403);
  }
}
