import { ALWAYS_MAILED, type NoticeTopic } from '@htsm/domain';
import type { MailKind } from './mail-kinds';

/**
 * What a mail is about besides being a mail: a kind with a topic becomes a notice of its reader too, if they have an account.
 * Null for mails that act for somebody who is not signed in (their links are secrets), and for collections.
 */
export const NOTICE_TOPIC_OF: { readonly [Kind in MailKind]: NoticeTopic | null } = {
  confirm_email: null,
  already_registered: null,
  reset_password: null,
  password_changed: 'security',
  role_granted: 'security',
  role_revoked: 'security',
  change_email: null,
  link_identity: null,
  email_changed: 'security',
  account_disabled: null,
  account_enabled: 'security',
  factors_cleared: 'security',
  factor_added: 'security',
  factor_removed: 'security',
  invite: null,
  challenge_submitted: 'moderation',
  challenge_changes_requested: 'decisions',
  challenge_approved: 'decisions',
  challenge_opened: 'own_challenges',
  challenge_stopped_accepting: 'own_challenges',
  challenge_cancelled: 'decisions',
  proposal_received: 'receipts',
  proposal_pulled_back: 'receipts',
  proposal_withdrawn: 'receipts',
  proposal_left: 'moderation',
  expert_invited: null,
  panel_appointed: 'reviews',
  review_assigned: 'reviews',
  review_conflict: 'moderation',
  link_conflict: 'moderation',
  review_reminder: 'reviews',
  review_reopened: 'reviews',
  answer_released: 'decisions',
  answer_question_asked: 'moderation',
  answer_question_replied: 'decisions',
  match_recorded: 'matches',
  sme_invited: 'invitations',
  sme_reminded: 'invitations',
  sme_vetoed: 'invitations',
  sme_answered: 'moderation',
  introduction: 'matches',
  appointment_offered: 'matches',
  appointment_refused: 'matches',
  appointment_told: 'meetings',
  partner_answered: 'invitations',
  partner_decided: 'invitations',
  partner_call_withdrawn: 'decisions',
  webhook_switched_off: 'webhooks',
  meeting_programme: 'meetings',
  match_noted: 'matches',
  check_in: 'check_ins',
  check_in_reminder: 'check_ins',
  followed_closing: 'reminders',
  followed_moved: 'following',
  followed_cancelled: 'following',
  proposal_draft_closing: 'reminders',
  notices_merged: null,
  notices_daily: null,
  confirm_subscription: null,
  already_subscribed: null,
  digest: null,
};

/** Kinds of mail that are notices too. */
export const NOTICE_KINDS = Object.entries(NOTICE_TOPIC_OF).flatMap(
  ([kind, topic]) => (topic === null ? [] : [kind as MailKind]), // the keys of the table above
);

/** Gives the kinds of mail about a topic. */
export function kindsAbout(topic: NoticeTopic): MailKind[] {
  return NOTICE_KINDS.filter((kind) => NOTICE_TOPIC_OF[kind] === topic);
}

/** Whether a mail of this kind waits until it is known what goes with it, and whether its reader wants it. */
export function waitsToBeMerged(kind: MailKind): boolean {
  const topic = NOTICE_TOPIC_OF[kind];
  return topic !== null && !ALWAYS_MAILED.includes(topic);
}

/**
 * What a notice hangs on; its reader sees it as long as they may see that. `panel`: a challenge, for the taskforce without a
 * stake in its judging; `board`: likewise for its matching; `review`: for whoever judges it; `own`: nothing but the reader's
 * own account, role or organisation.
 */
export const NOTICE_SUBJECTS = [
  'own',
  'challenge',
  'panel',
  'board',
  'review',
  'proposal',
  'suggestion',
  'match',
  'meeting_event',
] as const;

/** One thing; notices about the same id are about the same thing. */
export interface NoticeSubject {
  readonly type: (typeof NOTICE_SUBJECTS)[number];
  readonly id: string;
  /** Where the notice leads, when that is not where its mail leads. */
  readonly path?: string;
}
