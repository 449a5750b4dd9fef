import { Refusal } from '@htsm/api/core';

/** The person has a conflict of interest, or still owes their own review, and so may not see or decide. */
export class OwnReviewFirst extends Refusal {
  constructor() {
    super('own_review_first', 409);
  }
}

/** The person has a stake in the challenge, and so signs nothing about its judging. */
export class JudgingStake extends Refusal {
  constructor() {
    super('judging_stake', 409);
  }
}

/** Outside experts are asked onto a panel, so there must be one first. */
export class PanelNotFormed extends Refusal {
  constructor() {
    super('panel_not_formed', 409);
  }
}

/** Somebody was already reminded of this today. */
export class AlreadyReminded extends Refusal {
  constructor() {
    super('already_reminded', 409);
  }
}

/** The challenge cannot be closed while a proposal waits for its answer. */
export class AnswersOwed extends Refusal {
  constructor() {
    super('answers_owed', 409);
  }
}

/** Something was asked about the answer already, it is too late to ask, or nothing waits for a reply. */
export class AnswerQuestionClosed extends Refusal {
  constructor() {
    super('answer_question_closed', 409);
  }
}
