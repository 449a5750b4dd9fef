import { Injectable } from '@nestjs/common';
import { UnreadableInput, type MailKind, type MailVariables } from '@htsm/api/core';
import { MailRenderer, type DiscreetMail } from '../mail/mail-renderer';
import { MAIL_SAMPLES } from '../mail/mail-samples';
import type { EditedTexts } from '../mail/mail-voice';
import type { MailTextsDto, MailTrialDto } from './mail-template.dto';
import type { WhichTemplate } from './mail-template-rows';
import { MailTemplates } from './mail-templates.service';

/** Moment of the made-up mails. */
const WRITTEN_AT = new Date('2026-11-22T08:00:00Z');

/** Shows a mail with made-up values, in texts that are not saved. */
@Injectable()
export class MailViews {
  constructor(
    private readonly renderer: MailRenderer,
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

  private write({ kind, locale }: WhichTemplate, edited: EditedTexts): DiscreetMail {
    const occasion = { kind, locale, toEmail: '', queuedAt: WRITTEN_AT, subscriptionId: null };
    const sample: MailVariables[MailKind] = MAIL_SAMPLES[kind];
    return this.renderer.renderDiscreetly(occasion, sample, { [kind]: edited });
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
