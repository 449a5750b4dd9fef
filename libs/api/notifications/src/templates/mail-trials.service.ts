import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { Database, EventLog, NotFound, RateLimiter, type RateLimit, type UserActor } from '@htsm/api/core';
import { MAIL_SAMPLES } from '../mail/mail-samples';
import type { MailTextsDto } from './mail-template.dto';
import { MailTemplates } from './mail-templates.service';

const PER_PERSON: RateLimit = { purpose: 'mail-trial', hits: 10, windowS: 3600 };

/** Sends a mail with made-up values, in texts that are not saved, to whoever writes them. */
@Injectable()
export class MailTrials {
  constructor(
    private readonly database: Database,
    private readonly events: EventLog,
    private readonly limits: RateLimiter,
    private readonly templates: MailTemplates,
  ) {}

  /** Sends the mail to the reader's own address. Throws NotFound, ValidationFailed and TooManyAttempts. */
  async send(actor: UserActor, kind: string, locale: string, input: MailTextsDto): Promise<void> {
    const { which, texts } = this.templates.judge(kind, locale, input);
    await this.limits.hit(PER_PERSON, actor.userId);
    await this.database.as(actor, async (tx) => {
      const id = randomUUID();
      const added = await tx.run(
        `INSERT INTO mail_outbox (id, kind, to_email, to_user_id, locale, variables, dedupe_key, message_id, trial_texts)
         SELECT $1::uuid, $2, u.email, u.id, $3, $4, 'trial:' || $1::text, '<' || $1::text || '@htsm-challenges>', $5
         FROM app_user u WHERE u.id = $6`,
        [
          id,
          which.kind,
          which.locale,
          MAIL_SAMPLES[which.kind],
          this.templates.markedAsTrial(which, texts),
          actor.userId,
        ],
      );
      if (added === 0) throw new NotFound();
      await this.events.append(tx, {
        type: 'mail_template.tried',
        subjectType: 'mail',
        subjectId: id,
        actorId: actor.userId,
        payload: { kind: which.kind, locale: which.locale },
      });
    });
  }
}
