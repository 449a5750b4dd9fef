import type {
  ChallengeState,
  DigestCandidate,
  DigestInterest,
  DigestRhythm,
  Locale,
  QuietDays,
  Region,
  Theme,
} from '@htsm/domain';
import type { Tx } from '@htsm/api/core';
import { INTEREST_COLUMNS, type InterestRow } from '../subscriptions/interests.repository';
import { QUIET_COLUMNS } from '../subscriptions/subscriptions.repository';

/** An interest of a subscriber who is due. */
export interface DueInterest extends DigestInterest, DigestRhythm {
  readonly id: string;
  readonly name: string;
  readonly wordsLocale: Locale;
  readonly organisationName: string | null;
  readonly confirmedAt: Date;
}

/** Somebody to be looked at, locked for this transaction. */
export interface DueSubscriber {
  readonly id: string;
  readonly userId: string | null;
  readonly email: string;
  readonly locale: Locale;
  readonly quiet: QuietDays;
  /** When they were last looked at, or confirmed. */
  readonly since: Date;
  readonly interests: readonly DueInterest[];
}

/** A public challenge, in both languages. */
export interface AnnouncedChallenge extends DigestCandidate {
  readonly id: string;
  readonly slug: string;
  readonly state: ChallengeState;
  readonly ownerName: string;
  readonly programme: string;
  readonly titleNl: string;
  readonly titleEn: string;
  readonly summaryNl: string;
  readonly summaryEn: string;
  readonly themes: Theme[];
  readonly region: Region | null;
  readonly budgetEur: number | null;
  readonly hoursAsked: number | null;
  readonly openedAt: Date;
  readonly closesAt: Date;
  /** Goes up with every change of the texts. */
  readonly version: number;
}

/** A digest to be written: one mail and the challenges in it. */
export interface DigestRow {
  readonly mailId: string;
  readonly subscriptionId: string;
  readonly userId: string | null;
  readonly email: string;
  readonly locale: Locale;
  readonly variables: object;
  readonly dedupeKey: string;
  readonly challengeIds: readonly string[];
}

/** When a subscriber is to be looked at again; null for when something calls for it. */
export interface Served {
  readonly id: string;
  readonly nextAt: Date | null;
}

const ANNOUNCED = `p.id, c.organisation_id AS "organisationId", p.slug, p.state, p.owner_name AS "ownerName", p.programme, p.title_nl AS "titleNl",
  p.title_en AS "titleEn", p.summary_nl AS "summaryNl", p.summary_en AS "summaryEn", p.themes, p.region, p.budget_eur AS "budgetEur",
  p.hours_asked AS "hoursAsked", p.opened_at AS "openedAt", p.closes_at AS "closesAt", c.version`;

/** Has everybody who wants mail at once looked at when a challenge is open that no run has seen before. */
export async function seeNewChallenges(tx: Tx): Promise<void> {
  const seen = await tx.rows(
    `INSERT INTO digest_wave (challenge_id)
     SELECT c.id FROM public_challenge c WHERE c.state = 'open' AND NOT EXISTS (SELECT FROM digest_wave w WHERE w.challenge_id = c.id)
     ON CONFLICT DO NOTHING RETURNING challenge_id`,
  );
  if (seen.length === 0) return;
  await tx.run(
    // whoever is being served waits here and is looked at again: that round may not have seen these challenges
    `UPDATE subscription s SET next_at = htsm_now() WHERE s.state = 'active'
       AND EXISTS (SELECT FROM interest i WHERE i.subscription_id = s.id AND i.frequency = 'at_once')`,
  );
}

/** Gives every challenge that is open by the clock, newest first. */
export function openChallenges(tx: Tx): Promise<AnnouncedChallenge[]> {
  return tx.rows<AnnouncedChallenge>(
    `SELECT ${ANNOUNCED} FROM public_challenge p JOIN challenge c ON c.id = p.id
     WHERE p.state = 'open' AND p.closes_at > htsm_now() ORDER BY p.opened_at DESC, p.id`,
  );
}

/** Gives the challenges that opened in the last so many days and are public now, newest first, at most so many. */
export function openedWithin(tx: Tx, days: number, most: number): Promise<AnnouncedChallenge[]> {
  return tx.rows<AnnouncedChallenge>(
    `SELECT ${ANNOUNCED} FROM public_challenge p JOIN challenge c ON c.id = p.id
     WHERE p.opened_at > htsm_now() - $1 * interval '1 day' ORDER BY p.opened_at DESC, p.id LIMIT $2`,
    [days, most],
  );
}

/** Locks up to `limit` subscribers whose moment has come and whom no other run holds, with their confirmed interests. */
export async function lockDue(tx: Tx, limit: number): Promise<DueSubscriber[]> {
  const subscribers = await tx.rows<Omit<DueSubscriber, 'interests'>>(
    `SELECT s.id, s.user_id AS "userId", s.email, s.locale, ${QUIET_COLUMNS}, coalesce(s.last_digest_at, s.confirmed_at) AS since
     FROM subscription s WHERE s.state = 'active' AND s.next_at <= htsm_now() ORDER BY s.next_at, s.id LIMIT $1 FOR UPDATE SKIP LOCKED`,
    [limit],
  );
  const interests = await tx.rows<InterestRow & { subscriptionId: string }>(
    `SELECT i.subscription_id AS "subscriptionId", ${INTEREST_COLUMNS} FROM interest i
     WHERE i.subscription_id = ANY ($1) AND i.confirmed_at IS NOT NULL ORDER BY i.position, i.asked_at, i.id`,
    [subscribers.map(({ id }) => id)],
  );
  const of = Map.groupBy(interests, ({ subscriptionId }) => subscriptionId);
  return subscribers.map((subscriber) => ({
    ...subscriber,
    interests: (of.get(subscriber.id) ?? []).map((row) => ({
      ...row,
      confirmedAt: row.confirmedAt ?? subscriber.since,
    })),
  }));
}

/** Gives which of these challenges each subscriber was sent before; ask after locking, so that no parallel run is missed. */
export async function sentBefore(
  tx: Tx,
  subscribers: readonly DueSubscriber[],
  open: readonly AnnouncedChallenge[],
): Promise<Map<string, Set<string>>> {
  const rows = await tx.rows<{ subscriptionId: string; challengeIds: string[] }>(
    `SELECT subscription_id AS "subscriptionId", array_agg(challenge_id::text) AS "challengeIds" FROM digest_item
     WHERE subscription_id = ANY ($1) AND challenge_id = ANY ($2) GROUP BY subscription_id`,
    [subscribers.map((subscriber) => subscriber.id), open.map((challenge) => challenge.id)],
  );
  return new Map(rows.map((row) => [row.subscriptionId, new Set(row.challengeIds)]));
}

/** Writes down that these subscribers have been looked at, whether or not there was something to say. */
export async function markServed(tx: Tx, served: readonly Served[], now: Date): Promise<void> {
  await tx.run(
    `UPDATE subscription s SET last_digest_at = $3, next_at = coalesce(g.next_at, 'infinity')
     FROM unnest($1::uuid[], $2::timestamptz[]) AS g (id, next_at) WHERE s.id = g.id`,
    [served.map(({ id }) => id), served.map(({ nextAt }) => nextAt), now],
  );
}

/** Puts the digests into the outbox and records what each holds; the primary key of digest_item refuses a repetition. */
export async function writeDigests(tx: Tx, digests: readonly DigestRow[]): Promise<void> {
  const rows = JSON.stringify(
    digests.map((digest) => ({ ...digest, messageId: `<${digest.mailId}@htsm-challenges>` })),
  );
  await tx.run(
    `INSERT INTO mail_outbox (id, kind, to_email, to_user_id, subscription_id, locale, variables, dedupe_key, message_id)
     SELECT d."mailId", 'digest', d.email, d."userId", d."subscriptionId", d.locale, d.variables, d."dedupeKey", d."messageId"
     FROM jsonb_to_recordset($1) AS d ("mailId" uuid, email citext, "userId" uuid, "subscriptionId" uuid, locale text,
       variables jsonb, "dedupeKey" text, "messageId" text)`,
    [rows],
  );
  const items = digests.flatMap((digest) => digest.challengeIds.map((challengeId) => ({ digest, challengeId })));
  await tx.run(
    `INSERT INTO digest_item (subscription_id, challenge_id, mail_id) SELECT * FROM unnest($1::uuid[], $2::uuid[], $3::uuid[])`,
    [
      items.map((item) => item.digest.subscriptionId),
      items.map((item) => item.challengeId),
      items.map((item) => item.digest.mailId),
    ],
  );
}
