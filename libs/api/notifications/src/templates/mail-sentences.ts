import type { MailKind, Texts } from '@htsm/api/core';
import { LOCALES, placeholdersOf, type Locale, type MailTextRule } from '@htsm/domain';
import { MAIL_PLACEHOLDERS, type PlaceholderType } from '../mail/mail-placeholders';

/** A sentence of a kind of mail as it comes with the product, with what may be written in its place. */
export interface Sentence {
  readonly key: string;
  readonly delivered: string;
  readonly rule: MailTextRule;
}

/** A name that may stand between double braces. */
export interface Placeholder {
  readonly name: string;
  /** `words`: made by the sentence itself, such as a count. */
  readonly type: PlaceholderType | 'words';
}

/** Mails that prove who somebody is, or that tell of a change in how they sign in. */
const ABOUT_SIGNING_IN: readonly MailKind[] = [
  ...(['confirm_email', 'already_registered', 'reset_password', 'password_changed', 'change_email'] as const),
  ...(['link_identity', 'email_changed', 'account_disabled', 'account_enabled', 'factors_cleared'] as const),
  ...(['factor_added', 'factor_removed', 'invite', 'confirm_subscription', 'already_subscribed'] as const),
];

/** Parts of a mail that are paragraphs; all others are one line. */
const PARAGRAPHS = /^(p\d|opening)(\.|$)/;
const LONGEST_LINE = 200;
const LONGEST_PARAGRAPH = 1000;

/** Gives the sentences of a kind in the order of its mail. */
export function sentencesOf(texts: Texts, kind: MailKind, locale: Locale): Sentence[] {
  const offered = Object.keys(MAIL_PLACEHOLDERS[kind]);
  const [own, other] = [locale, LOCALES.find((one) => one !== locale) ?? locale].map(
    (one) => new Map(texts.below(one, `mail.${kind}`)),
  );
  return [...(own ?? [])].map(([key, delivered]) => {
    const here = placeholdersOf(delivered);
    const there = placeholdersOf(other?.get(key) ?? '');
    const isParagraph = PARAGRAPHS.test(key);
    return {
      key,
      delivered,
      rule: {
        placeholders: [...new Set([...offered, ...here, ...there])],
        required: here.filter((name) => there.includes(name)),
        max: isParagraph ? LONGEST_PARAGRAPH : LONGEST_LINE,
        isOneLine: !isParagraph,
        refusesAddresses: ABOUT_SIGNING_IN.includes(kind),
      },
    };
  });
}

/** Gives every placeholder that some sentence of a kind may hold, those of all sentences first. */
export function placeholdersOfKind(kind: MailKind, sentences: readonly Sentence[]): Placeholder[] {
  const ways: Readonly<Record<string, PlaceholderType | undefined>> = MAIL_PLACEHOLDERS[kind];
  const names = new Set([...Object.keys(ways), ...sentences.flatMap(({ rule }) => rule.placeholders)]);
  return [...names].map((name) => ({ name, type: ways[name] ?? 'words' }));
}
