import type { Finding } from '@htsm/domain';
import { Refusal } from '@htsm/api/core';

/** The quality gate still blocks moderation; each blocking finding is named with its field. */
export class ChallengeNotComplete extends Refusal {
  constructor(blocking: readonly Finding[]) {
    super('challenge_not_complete', 422, {
      params: { open: blocking.length },
      faults: blocking.map(({ path, code, params }) => ({ path, code, ...(params === undefined ? {} : { params }) })),
    });
  }
}

/** The challenge is with the taskforce or public, so its text stays as it is. */
export class ChallengeFrozen extends Refusal {
  constructor() {
    super('challenge_frozen', 409);
  }
}

/** The approval names instants that cannot be: closing before opening, or in the past. */
export class PlanningNotPossible extends Refusal {
  constructor(findings: readonly Finding[]) {
    super('planning_not_possible', 422, { faults: findings.map(({ path, code }) => ({ path, code })) });
  }
}

/** A later room still has something to do before this step, such as an answer that is owed. */
export class StepBlocked extends Refusal {
  /** `code` names the reason and has its sentences in the room that blocks. */
  constructor(code: string, params: Readonly<Record<string, string | number>> = {}) {
    super(code, 409, { params });
  }
}
