import { countForm, fillText, linkToken, type LinkPurpose, type MailKind, type Texts } from '@htsm/api/core';
import type { Locale } from '@htsm/domain';
import { amsterdamTime } from './mail-formats';

type Params = Readonly<Record<string, string | number>>;

/** Sentences by their key below the kind, such as `subject` or `p1.one`. */
export type EditedTexts = Readonly<Record<string, string>>;

/** Those of several kinds, by the kind: a mail may be made of others. */
export type EditedMails = Readonly<Record<string, EditedTexts>>;

/** What the writers of mails need besides the variables. */
export interface MailSurroundings {
  readonly texts: Texts;
  /** Address people use, without a trailing slash. */
  readonly publicUrl: string;
  readonly appSecret: string;
  /** Sentences that an administrator changed. */
  readonly edited?: EditedMails;
}

/** One mail about to be written: to whom, in which language, and when it was put into the outbox. */
export interface MailOccasion {
  readonly kind: MailKind;
  readonly locale: Locale;
  readonly toEmail: string;
  readonly queuedAt: Date;
  readonly subscriptionId: string | null;
}

/** Speaks the sentences of one kind of mail in one language and builds its links. */
export class MailVoice {
  private offered: Params = {};

  constructor(
    protected readonly around: MailSurroundings,
    readonly occasion: MailOccasion,
  ) {}

  /** The same voice for another kind of mail. */
  of(kind: MailKind): MailVoice {
    return new MailVoice(this.around, { ...this.occasion, kind });
  }

  get locale(): Locale {
    return this.occasion.locale;
  }

  /** Gives values that a changed sentence may name besides what the delivered one is given. */
  offer(values: Params): void {
    this.offered = values;
  }

  /** A sentence of this kind of mail. */
  say(key: string, params: Params = {}): string {
    const edited = this.around.edited?.[this.occasion.kind] ?? {};
    const text = Object.hasOwn(edited, key) ? edited[key] : undefined;
    if (text !== undefined) return fillText(text, { ...this.offered, ...params });
    return this.around.texts.say(this.locale, `mail.${this.occasion.kind}.${key}`, params);
  }

  /** A counted sentence of this kind of mail. */
  count(key: string, n: number): string {
    return this.say(`${key}.${countForm(this.locale, n)}`, { n });
  }

  /** Whether this kind of mail has a sentence of its own for the key. */
  has(key: string): boolean {
    return this.around.texts.has(`mail.${this.occasion.kind}.${key}`);
  }

  /** A sentence that all kinds of mail share. */
  common(key: string, params: Params = {}): string {
    return this.around.texts.say(this.locale, `mail.${key}`, params);
  }

  /** An instant on the clock in Amsterdam, with its offset. */
  at(instant: string): string {
    return this.common('frame.at', amsterdamTime(instant, this.locale));
  }

  /** The full address of a page of the product. */
  url(path: string): string {
    return `${this.around.publicUrl}${path.startsWith('/') ? '' : '/'}${path}`;
  }

  /** The full address of a page that acts on a signed link; the token is behind the `#`, where no log of a server sees it. */
  link(path: string, purpose: LinkPurpose, id: string): string {
    return `${this.around.publicUrl}${path}#${linkToken(this.around.appSecret, purpose, id)}`;
  }
}
