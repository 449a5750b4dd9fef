import type { OutboxMailDto, MailState } from './outbox.dto';

/** Whether a row `m` waits for the release of its kind. */
const WAITS_FOR_KIND = `m.state = 'queued' AND EXISTS (SELECT FROM mail_kind_hold h WHERE h.kind = m.kind)`;

/** The state of a row `m` of the outbox in the words of an administrator. */
export const STATE_IN_WORDS = `CASE WHEN ${WAITS_FOR_KIND} THEN 'held'
  WHEN m.state IN ('waiting', 'queued', 'sending') THEN 'waiting' WHEN m.state = 'accepted' THEN 'sent' ELSE m.state END`;

/** Columns of an OutboxRow, for a statement in which the outbox is called `m`. */
export const OUTBOX_COLUMNS = `m.id, m.kind, m.to_email, m.locale, ${STATE_IN_WORDS} AS state,
  CASE WHEN ${WAITS_FOR_KIND} THEN 'kind_held' ELSE m.last_error END AS last_error, m.created_at,
  m.accepted_at, m.resent_of, m.template_number, m.created_at::text AS sort_key`;

/** The states in the database behind each word; `held` is both a state and what a held kind makes of waiting mails. */
export const STATES_BEHIND: Readonly<Record<MailState, readonly string[]>> = {
  waiting: ['waiting', 'queued', 'sending'],
  held: ['held', 'queued'],
  sent: ['accepted'],
  merged: ['merged'],
  uncertain: ['uncertain'],
  failed: ['failed'],
  suppressed: ['suppressed'],
  unwanted: ['unwanted'],
};

export interface OutboxRow {
  id: string;
  kind: string;
  to_email: string;
  locale: OutboxMailDto['locale'];
  state: MailState;
  last_error: string | null;
  created_at: Date;
  accepted_at: Date | null;
  resent_of: string | null;
  template_number: number | null;
  /** To the microsecond, which a Date is not. */
  sort_key: string;
}

/** Gives a row as administrators see it in lists. */
export function outboxMail(row: OutboxRow): OutboxMailDto {
  return {
    id: row.id,
    kind: row.kind,
    toEmail: row.to_email,
    locale: row.locale,
    state: row.state,
    reason: row.last_error,
    createdAt: row.created_at.toISOString(),
    sentAt: row.accepted_at?.toISOString() ?? null,
    resentOf: row.resent_of,
  };
}
