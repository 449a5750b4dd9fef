import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import {
  Database,
  EventLog,
  NotFound,
  RateLimiter,
  Texts,
  UnreadableInput,
  type MailKind,
  type MailVariables,
  type RateLimit,
  type UserActor,
} from '@htsm/api/core';
import { MailRenderer, type DiscreetMail } from '../mail/mail-renderer';
import { MAIL_SAMPLES } from '../mail/mail-samples';
import type { EditedTexts } from '../mail/mail-voice';
import type { MailTextsDto, MailTrialDto } from './mail-template.dto';
import type { WhichTemplate } from './mail-template-rows';
import { MailTemplates } from './mail-templates.service';

const PER_PERSON: RateLimit = { purpose: 'mail-trial', hits: 10, windowS: 3600 };
/** Moment of the made-up mails. */
const WRITTEN_AT = new Date('2026-11-22T08:00:00Z');
const SUBJECT = /^subject(\.|$)/;

/** Shows a mail with made-up values in texts that are not saved, and sends one to whoever writes them. */
@Injectable()
export class MailTrials {
  constructor(
    private readonly database: Database,
    private readonly events: EventLog,
    private readonly limits: RateLimiter,
    private readonly renderer: MailRenderer,
    private readonly texts: Texts,
    private readonly templates: MailTemplates,
  ) {}

  /** Gives subject and text part; a sentence that may not be saved is shown as it is. Throws NotFound. */
  preview(kind: string, locale: string, { texts }: MailTextsDto): MailTrialDto {
    const { which } = this.templates.judge(kind, locale, { texts: [] });
    const edited = Object.fromEntries(texts.map(({ key, text }) => [key, text]));
    const { subject, text } = this.write(which, edited);
    return { subject, text };
  }

  /** Gives the HTML part; `texts` are changed sentences by key, as JSON. Throws NotFound and UnreadableInput. */
  page(kind: string, locale: string, texts: string | undefined): string {
    const { which } = this.templates.judge(kind, locale, { texts: [] });
    return this.write(which, texts === undefined ? {} : readTexts(texts)).html;
  }

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
        [id, which.kind, which.locale, MAIL_SAMPLES[which.kind], this.marked(which, texts), actor.userId],
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

  private write({ kind, locale }: WhichTemplate, edited: EditedTexts): DiscreetMail {
    const occasion = { kind, locale, toEmail: '', queuedAt: WRITTEN_AT, subscriptionId: null };
    const sample: MailVariables[MailKind] = MAIL_SAMPLES[kind];
    return this.renderer.renderDiscreetly(occasion, sample, edited);
  }

  /** The texts with a subject that says that this is a trial. */
  private marked({ kind, locale }: WhichTemplate, texts: EditedTexts): EditedTexts {
    const subjects = this.texts
      .below(locale, `mail.${kind}`)
      .filter(([key]) => SUBJECT.test(key))
      .map(([key, delivered]) => [key, `${this.texts.say(locale, 'mail.frame.trial')} ${texts[key] ?? delivered}`]);
    return { ...texts, ...(Object.fromEntries(subjects) as EditedTexts) }; // pairs of texts
  }
}

function readTexts(json: string): EditedTexts {
  const texts = parse(json);
  if (typeof texts !== 'object' || texts === null || Array.isArray(texts)) throw new UnreadableInput();
  const entries = Object.entries(texts);
  if (entries.some(([, text]) => typeof text !== 'string')) throw new UnreadableInput();
  return Object.fromEntries(entries) as EditedTexts; // checked entry by entry just above
}

function parse(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    return null;
  }
}
