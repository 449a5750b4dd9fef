import type { MailBlock, MailContent, MailFact } from './mail-content';
import { longDate } from './mail-formats';
import type { MailVoice } from './mail-voice';

type Params = Readonly<Record<string, string | number>>;

/** What differs between the letters; their sentences are in the catalogue under the kind's name. */
export interface LetterParts {
  /** Null when we do not know who reads it. */
  readonly name: string | null;
  /** Values of the placeholders in all sentences of the letter. */
  readonly params?: Params;
  /** The heading, when it depends on more than the kind. */
  readonly title?: string;
  /** The first paragraph, when it depends on more than the kind. */
  readonly opening?: string;
  /** Words of somebody else, shown below the first paragraph. */
  readonly quote?: string;
  readonly facts?: readonly MailFact[];
  /** Where the button leads; its label is the sentence `action`. */
  readonly actionUrl?: string;
}

/** Writes the common letter: greeting, opening, quote, facts, second paragraph, button. */
export function letter(voice: MailVoice, parts: LetterParts): MailContent {
  const params = parts.params ?? {};
  const subject = voice.say('subject', params);
  const opening = parts.opening ?? voice.say('p1', params);
  return {
    subject,
    preheader: opening,
    kicker: longDate(voice.occasion.queuedAt, voice.locale),
    title: parts.title ?? (voice.has('title') ? voice.say('title', params) : subject),
    blocks: [
      paragraph(
        parts.name === null
          ? voice.common('frame.greeting_unknown')
          : voice.common('frame.greeting', { name: parts.name }),
      ),
      paragraph(opening),
      ...(parts.quote === undefined ? [] : [{ type: 'quote', text: parts.quote } as const]),
      ...(parts.facts === undefined ? [] : [{ type: 'facts', facts: parts.facts } as const]),
      ...(voice.has('p2') ? [paragraph(voice.say('p2', params))] : []),
      ...(parts.actionUrl === undefined
        ? []
        : [{ type: 'button', label: voice.say('action', params), url: parts.actionUrl } as const]),
    ],
    reason: voice.common('frame.reason', { reason: voice.say('reason', params) }),
    links: [],
    notes: [voice.common('frame.sender')],
  };
}

function paragraph(text: string): MailBlock {
  return { type: 'paragraph', text };
}
