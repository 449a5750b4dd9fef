import { Injectable } from '@nestjs/common';
import type { Locale } from '@htsm/domain';
import { Database, RateLimiter, ValidationFailed, type RateLimit, type UserActor } from '@htsm/api/core';
import type { InviteExpertDto, InvitedExpertDto } from '../dto/experts.dto';
import { AskOntoPanel } from './ask-onto-panel';
import { OpenPanel } from './open-panel';

/** Mails that one member of the taskforce can have sent to strangers in an hour. */
const INVITATIONS: RateLimit = { purpose: 'panel_invitation', hits: 60, windowS: 3600 };

/** The taskforce asks somebody onto the panel of one challenge, by address. */
@Injectable()
export class InviteExpert {
  constructor(
    private readonly database: Database,
    private readonly limiter: RateLimiter,
    private readonly panel: OpenPanel,
    private readonly asking: AskOntoPanel,
  ) {}

  /**
   * Puts a reviewer on the panel at once; mails anybody else an invitation, whether or not they have an account. Doing it again
   * mails again, and the link works longer. Throws StepNotAllowed for a challenge that is not public, JudgingStake,
   * PanelNotFormed, and ValidationFailed with the evidence when the address is bound to the owner, or to others and the
   * taskforce did not say that it knows.
   */
  async run(actor: UserActor, challengeId: string, input: InviteExpertDto, locale: Locale): Promise<InvitedExpertDto> {
    await this.limiter.hit(INVITATIONS, actor.userId);
    return this.database.as(actor, async (tx) => {
      const challenge = await this.panel.find(tx, challengeId, locale);
      await this.panel.requireFormed(tx, challenge);
      const faults = await this.panel.faults(tx, challengeId, input);
      if (faults.length > 0) throw new ValidationFailed(faults);
      // a stranger is written to in the language on the asker's screen, as colleagues who are invited are
      return this.asking.ask(tx, { ...actor, locale }, challenge, input.email);
    });
  }

  /** The mailed link does nothing any more; without one there is nothing to do. Throws JudgingStake. */
  withdraw(actor: UserActor, challengeId: string, email: string, locale: Locale): Promise<void> {
    return this.database.as(actor, async (tx) => {
      await this.panel.find(tx, challengeId, locale);
      await this.asking.withdraw(tx, actor, challengeId, email);
    });
  }
}
