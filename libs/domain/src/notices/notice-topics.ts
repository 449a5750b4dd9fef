/** How a topic reaches a mailbox: at once (merged), once a day, or not at all. */
export const NOTICE_MAILS = ['at_once', 'daily', 'none'] as const;
export type NoticeMail = (typeof NOTICE_MAILS)[number];

/** What notices are about, in the order in which people choose. */
export const NOTICE_TOPICS = [
  'security',
  'receipts',
  'decisions',
  'meetings',
  'check_ins',
  'moderation',
  'reviews',
  'own_challenges',
  'invitations',
  'matches',
  'following',
  'reminders',
  'webhooks',
] as const;
export type NoticeTopic = (typeof NOTICE_TOPICS)[number];

/**
 * Topics whose mails cannot be switched off, wait for nothing and are merged with nothing: what protects the account, what
 * proves a submission, what was decided, what carries a file for the calendar, and
 * questions that only the link in the mail answers.
 */
export const ALWAYS_MAILED: readonly NoticeTopic[] = ['security', 'receipts', 'decisions', 'meetings', 'check_ins'];

/** Topics about which a reader chooses. */
export const CHOSEN_TOPICS: readonly NoticeTopic[] = NOTICE_TOPICS.filter((topic) => !ALWAYS_MAILED.includes(topic));

/** Gives how a topic is mailed to somebody who chose so; who never chose hears of everything at once. */
export function noticeMail(topic: NoticeTopic, chosen: Readonly<Partial<Record<NoticeTopic, NoticeMail>>>): NoticeMail {
  if (ALWAYS_MAILED.includes(topic)) return 'at_once';
  return chosen[topic] ?? 'at_once';
}
