import type { CalendarMethod } from '@htsm/api/core';

/** A piece of a mail; text part and HTML part are both made of the same pieces. All strings are plain text. */
export type MailBlock =
  | { readonly type: 'paragraph'; readonly text: string }
  /** Begins a part of a mail that has several. */
  | { readonly type: 'heading'; readonly text: string }
  /** Words of somebody else; keeps its line breaks. */
  | { readonly type: 'quote'; readonly text: string }
  | { readonly type: 'facts'; readonly facts: readonly MailFact[] }
  | { readonly type: 'button'; readonly label: string; readonly url: string }
  | { readonly type: 'challenge'; readonly challenge: ChallengeInMail };

export interface MailFact {
  readonly name: string;
  readonly value: string;
}

/** One challenge of a digest. */
export interface ChallengeInMail {
  readonly ownerName: string;
  /** Empty when there is none. */
  readonly programme: string;
  readonly title: string;
  readonly summary: string;
  /** The closing instant, shown strong, and what is left until then. */
  readonly closes: string;
  readonly daysLeft: string;
  readonly details: readonly string[];
  /** Why it is in this mail: for each of the reader's choices a sentence, and where that choice is changed. */
  readonly why: readonly { readonly text: string; readonly change: { readonly label: string; readonly url: string } }[];
  readonly action: { readonly label: string; readonly url: string };
}

/** A calendar file that goes with a mail. */
export interface MailFile {
  readonly fileName: string;
  readonly method: CalendarMethod;
  readonly text: string;
}

/** Everything a mail says, before it becomes text and HTML. */
export interface MailContent {
  readonly subject: string;
  /** The line that inboxes show after the subject. */
  readonly preheader: string;
  /** The line below the name of the product. */
  readonly kicker: string;
  readonly title: string;
  readonly blocks: readonly MailBlock[];
  /** Why the reader gets this mail, as a whole sentence. */
  readonly reason: string;
  /** Links below the reason; the last one is the most important. */
  readonly links: readonly { readonly label: string; readonly url: string }[];
  /** Closing lines, such as who sends this. */
  readonly notes: readonly string[];
}
