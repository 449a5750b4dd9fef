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

/** Who has a stake in a challenge does not match for it. */
export class StakeInChallenge extends Refusal {
  constructor() {
    super('stake_in_challenge', 403);
  }
}

/** The challenge takes no proposals, so that nobody is invited for it. */
export class ChallengeNotOpen extends Refusal {
  constructor() {
    super('challenge_not_open', 409);
  }
}

/** The link of a check-in mail is incomplete, or not ours. */
export class CheckInLinkUnknown extends Refusal {
  constructor() {
    super('check_in_link_unknown', 404, { attempt: { kind: 'wrong_link' } });
  }
}

/** The proposal has a match already. */
export class MatchExists extends Refusal {
  constructor() {
    super('match_exists', 409);
  }
}

/** An organisation has one open call for partners about a challenge. */
export class CallIsOpen extends Refusal {
  constructor() {
    super('call_is_open', 409);
  }
}

/** Nobody answers the own call. */
export class OwnCall extends Refusal {
  constructor() {
    super('own_call', 409);
  }
}

/** An organisation answers a call once. */
export class CallAnswered extends Refusal {
  constructor() {
    super('call_answered', 409);
  }
}

/** Whoever arranges an introduction took this slot off the list. */
export class SlotWithdrawn extends Refusal {
  constructor() {
    super('slot_withdrawn', 409);
  }
}

/** The clock has passed the slot. */
export class SlotPassed extends Refusal {
  constructor() {
    super('slot_passed', 409);
  }
}

/** Another slot was chosen before. */
export class AppointmentIsFixed extends Refusal {
  constructor(startsAt: Date) {
    super('appointment_is_fixed', 409, { instants: { startsAt } });
  }
}
