import { amsterdamDate, nextDigestSlot } from '../digests/digest-slots';
import { NO_QUIET_DAYS, isQuietDay, type QuietDays } from '../digests/quiet-days';
import type { NoticeMail } from './notice-topics';

/** A mail that waits until it is known what goes with it. */
export interface WaitingMail {
  readonly id: string;
  /** The thing that it is about. */
  readonly aboutId: string;
  readonly at: Date;
  /** When it goes out with the daily one; null while it is not meant for that. */
  readonly digestAt: Date | null;
  /** How its reader wants it now. */
  readonly mail: NoticeMail;
  /** Whether its reader may still see what it is about, and did not mute it. */
  readonly isWelcome: boolean;
}

/** What decides about the mails of one person. */
export interface MailTerms {
  readonly now: Date;
  /** How long the first mail about a thing waits for others, in milliseconds. */
  readonly windowMs: number;
  /** How many mails may go out to one person on a day of the calendar in Amsterdam; those of a digest are not counted. */
  readonly mostPerDay: number;
  /** How many went out today already. */
  readonly sentToday: number;
  readonly quiet: QuietDays;
}

/** What becomes of waiting mails; ids that are nowhere go on waiting. */
export interface MailPlan {
  /** Each is one mail about one thing, oldest first. */
  readonly send: readonly (readonly string[])[];
  /** One daily mail of all of these, oldest first; mostly empty. */
  readonly digest: readonly string[];
  /** Wait for the daily mail of `digestAt`. */
  readonly postpone: readonly string[];
  readonly digestAt: Date;
  /** Nobody wants or may read them any more. */
  readonly drop: readonly string[];
}

/**
 * Decides about all waiting mails of one person (docs/adr/0020-notices-and-merging.md). Mails about one thing go out together
 * once the first has waited long enough; above the day's measure they join the daily mail, as do those wanted daily.
 * @param waiting oldest first
 */
export function planMails(waiting: readonly WaitingMail[], terms: MailTerms): MailPlan {
  const isWanted = (one: WaitingMail) => one.isWelcome && one.mail !== 'none';
  const wanted = waiting.filter(isWanted);
  const daily = wanted.filter(({ digestAt, mail }) => digestAt !== null || mail === 'daily');
  const groups = byThing(wanted.filter((one) => !daily.includes(one)));
  const due = groups.filter(([first]) => first !== undefined && isDue(first, terms));
  const room = isQuietDay(amsterdamDate(terms.now), terms.quiet) ? 0 : Math.max(0, terms.mostPerDay - terms.sentToday);
  const overflow = due.slice(room).flat();
  const digestIsDue = daily.some(({ digestAt }) => digestAt !== null && digestAt <= terms.now);
  return {
    send: due.slice(0, room).map(idsOf),
    digest: digestIsDue ? idsOf(daily) : [],
    postpone: idsOf([...(digestIsDue ? [] : daily.filter(({ digestAt }) => digestAt === null)), ...overflow]),
    digestAt: nextDaily(terms),
    drop: idsOf(waiting.filter((one) => !isWanted(one))),
  };
}

/** The next moment of daily mails; whoever is quiet for ever gets them on the next day all the same. */
function nextDaily({ now, quiet }: MailTerms): Date {
  const rhythm = { frequency: 'daily', weekday: 1 } as const;
  return nextDigestSlot(rhythm, quiet, now) ?? nextDigestSlot(rhythm, NO_QUIET_DAYS, now) ?? now;
}

function isDue(first: WaitingMail, { now, windowMs }: MailTerms): boolean {
  return first.at.getTime() + windowMs <= now.getTime();
}

function byThing(mails: readonly WaitingMail[]): WaitingMail[][] {
  const groups = new Map<string, WaitingMail[]>();
  for (const mail of mails) groups.set(mail.aboutId, [...(groups.get(mail.aboutId) ?? []), mail]);
  return [...groups.values()];
}

function idsOf(mails: readonly WaitingMail[]): string[] {
  return mails.map(({ id }) => id);
}
