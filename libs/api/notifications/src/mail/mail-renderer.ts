import { Inject, Injectable, Optional, type OnModuleInit } from '@nestjs/common';
import {
  CONFIG,
  MailPreviews,
  Texts,
  linkToken,
  oneLine,
  personOf,
  type Config,
  type MailKind,
  type MailPreview,
  type MailVariables,
  type MailWriter,
  type Tx,
} from '@htsm/api/core';
import type { Locale } from '@htsm/domain';
import { learnListWords, type ListWord } from './list-words';
import type { MailFile } from './mail-content';
import { renderHtml } from './mail-html';
import { MAIL_FILES } from './mail-files';
import { MAIL_WRITERS } from './mail-letters';
import { placeholderValues } from './mail-placeholders';
import { renderText } from './mail-text';
import { DiscreetVoice, NOT_SHOWN } from './discreet-voice';
import { MailVoice, type EditedMails, type EditedTexts, type MailOccasion, type MailSurroundings } from './mail-voice';

/** A mail as it is handed to the relay, without addresses. */
export interface RenderedMail {
  readonly subject: string;
  readonly text: string;
  readonly html: string;
  /** Further headers: what kind of mail this is and, for digests, how to leave with one click (RFC 8058). */
  readonly headers: Readonly<Record<string, string>>;
  /** Calendar files; mostly none. */
  readonly files: readonly MailFile[];
}

/** A mail as somebody else than its reader may see it. */
export interface DiscreetMail extends Pick<RenderedMail, 'subject' | 'text' | 'html'> {
  readonly hidesLinks: boolean;
}

/** Subjects are cut after this many characters: challenge titles are people's own words. */
const SUBJECT_LIMIT = 150;

/** Writes mails from their kind and variables. */
@Injectable()
export class MailRenderer implements MailWriter, OnModuleInit {
  constructor(
    @Inject(CONFIG) private readonly config: Config,
    private readonly texts: Texts,
    @Optional() private readonly previews?: MailPreviews,
  ) {}

  onModuleInit(): void {
    this.previews?.use(this);
  }

  /** Gives what a mail that is put into the outbox now will say. */
  async write<Kind extends MailKind>(
    tx: Tx,
    { kind, locale, variables }: { kind: Kind; locale: Locale; variables: MailVariables[Kind] },
  ): Promise<MailPreview> {
    const edited = await tx.row<{ texts: EditedTexts }>('SELECT newest_mail_texts($1, $2) AS texts', [kind, locale]);
    const occasion = { kind, locale, toEmail: '', queuedAt: new Date(), subscriptionId: null };
    const { subject, text } = this.render(occasion, variables, { [kind]: edited?.texts ?? {} });
    return { subject, text };
  }

  /** Throws when a sentence is missing or the variables are not those of the kind. */
  render<Kind extends MailKind>(
    occasion: MailOccasion & { kind: Kind },
    variables: MailVariables[Kind],
    edited: EditedMails = {},
  ): RenderedMail {
    const voice = new MailVoice(this.around(edited), occasion);
    voice.offer(placeholderValues(occasion.kind, variables, voice));
    const content = MAIL_WRITERS[occasion.kind](variables, voice);
    return {
      subject: subjectOf(content.subject),
      text: renderText(content),
      html: renderHtml(content, occasion.locale, voice.common('frame.link_hint')),
      headers: { 'Auto-Submitted': 'auto-generated', ...this.signOffHeaders(occasion) },
      files: MAIL_FILES[occasion.kind]?.(variables, voice, personOf(this.config.mailFrom)) ?? [],
    };
  }

  /** Writes a mail for somebody who may not follow its links, and sees the marker where a value is kept from them. */
  renderDiscreetly<Kind extends MailKind>(
    occasion: MailOccasion & { kind: Kind },
    variables: MailVariables[Kind],
    edited: EditedMails = {},
  ): DiscreetMail {
    const voice = new DiscreetVoice(this.around(edited), occasion);
    voice.offer(placeholderValues(occasion.kind, variables, voice));
    const content = MAIL_WRITERS[occasion.kind](variables, voice);
    return {
      subject: oneLine(content.subject),
      text: renderText(content),
      html: renderHtml(content, occasion.locale, voice.common('frame.link_hint')),
      hidesLinks: voice.hidLinks,
    };
  }

  /** What stands where a reader may not see a value. */
  marker(locale: Locale): string {
    return this.texts.say(locale, NOT_SHOWN);
  }

  /** Takes over the words of themes and regions as they are now. */
  learn(words: readonly ListWord[]): void {
    learnListWords(this.texts, words);
  }

  /** Whether there is a writer for this kind; rows of an older version may name kinds that are gone. */
  static knows(kind: string): kind is MailKind {
    return Object.hasOwn(MAIL_WRITERS, kind);
  }

  private around(edited: EditedMails): MailSurroundings {
    const { publicUrl, appSecret } = this.config;
    return { texts: this.texts, publicUrl, appSecret, edited };
  }

  private signOffHeaders(occasion: MailOccasion): Record<string, string> {
    if (occasion.kind !== 'digest' || occasion.subscriptionId === null) return {};
    const token = encodeURIComponent(linkToken(this.config.appSecret, 'one_click', occasion.subscriptionId));
    return {
      'List-Id': '<digest.htsm-challenges>',
      'List-Unsubscribe': `<${this.config.publicUrl}/api/one-click/unsubscribe?token=${token}>`,
      'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click',
    };
  }
}

/** A header cannot hold a line break or another control character. */
function subjectOf(text: string): string {
  const line = oneLine(text);
  return line.length > SUBJECT_LIMIT ? `${line.slice(0, SUBJECT_LIMIT - 1)}…` : line;
}
