import { Injectable } from '@nestjs/common';
import { nextState, PARTNER_CALL_TRANSITIONS, type Locale } from '@htsm/domain';
import { Database, NotFound, StepNotAllowed, type UserActor } from '@htsm/api/core';
import type { PartnerCallsDto } from '../dto/partner-call.dto';
import { MatchBoard } from '../suggestions/match-board.service';
import { PartnerCallSteps } from './partner-call-steps';
import { toCall } from './partner-calls.service';

/** The taskforce's view of the calls about a challenge; without the answers, which are between two parties. */
@Injectable()
export class ModerateCalls {
  constructor(
    private readonly database: Database,
    private readonly board: MatchBoard,
    private readonly steps: PartnerCallSteps,
  ) {}

  /** Throws StakeInChallenge for who has a stake in the challenge. */
  list(actor: UserActor, challengeId: string, locale: Locale): Promise<PartnerCallsDto> {
    return this.database.as(actor, async (tx) => {
      await this.board.open(tx, challengeId);
      return { items: (await this.steps.calls.moderated(tx, challengeId, locale)).map((row) => toCall(row)) };
    });
  }

  /** Takes a call away; who placed it is told why. Throws StepNotAllowed when it is not open any more. */
  withdraw(actor: UserActor, id: string, reason: string, locale: Locale): Promise<PartnerCallsDto> {
    return this.database.as(actor, async (tx) => {
      const call = await this.steps.calls.find(tx, id);
      if (call === null) throw new NotFound();
      const challenge = await this.board.open(tx, call.challengeId);
      const to = nextState(PARTNER_CALL_TRANSITIONS, call.state, 'withdraw');
      if (to !== 'withdrawn' || !(await this.steps.calls.finish(tx, id, to, reason)))
        throw new StepNotAllowed(call.state, 'withdraw');
      await this.steps.note(tx, call, 'withdrawn', { actorId: actor.userId, reason });
      await this.steps.mails.withdrawn(tx, call, challenge, reason);
      return { items: (await this.steps.calls.moderated(tx, call.challengeId, locale)).map((row) => toCall(row)) };
    });
  }
}
