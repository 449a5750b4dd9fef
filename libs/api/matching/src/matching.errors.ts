import { Refusal } from '@htsm/api/core';

/** Only an awarded proposal whose answer is released can become a match. */
export class ProposalNotAwarded extends Refusal {
  constructor() {
    super('proposal_not_awarded', 409);
  }
}

/** A profile holds so many documents and no more. */
export class ProfileFull extends Refusal {
  constructor(most: number) {
    super('profile_full', 409, { params: { most } });
  }
}

/** The proposal has a match already. */
export class MatchExists extends Refusal {
  constructor() {
    super('match_exists', 409);
  }
}
