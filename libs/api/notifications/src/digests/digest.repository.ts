import type { DigestFrequency, Locale, Region, Theme } from '@htsm/domain';
import type { Tx } from '@htsm/api/core';

/** Somebody whose digest is due, locked for this transaction. */
export interface DueSubscriber {
  readonly id: string;
  readonly userId: string | null;
  readonly email: string;
  readonly locale: Locale;
  readonly themes: Theme[];
  readonly regions: Region[];
  readonly confirmedAt: Date;
}

/** An open challenge, in both languages. */
export interface OpenChallenge {
  readonly id: string;
  readonly slug: string;
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
  readonly closesAt: Date;
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

/** Which subscribers of a frequency are due: those behind a wave, or those last served before a slot. */
export type DueBefore =
  | { readonly frequency: 'at_once'; readonly wave: string }
  | { readonly frequency: Exclude<DigestFrequency, 'at_once'>; readonly slot: Date };

/** At most this many open challenges are looked at; the newest first. */
const OPEN_LIMIT = 1_000;

/** Gives a number to each open challenge that no run has seen before, and the highest number so far; '0' when there is none. */
export async function latestWave(tx: Tx): Promise<string> {
  await tx.run(
    `INSERT INTO digest_wave (challenge_id)
     SELECT c.id FROM public_challenge c WHERE c.state = 'open' AND NOT EXISTS (SELECT FROM digest_wave w WHERE w.challenge_id = c.id)
     ON CONFLICT DO NOTHING`,
  );
  const row = await tx.row<{ wave: string }>('SELECT coalesce(max(wave), 0)::text AS wave FROM digest_wave');
  return row?.wave ?? '0';
}

/** Gives the challenges that are open by the clock, newest first. */
export function openChallenges(tx: Tx): Promise<OpenChallenge[]> {
  return tx.rows<OpenChallenge>(
    `SELECT id, slug, owner_name AS "ownerName", programme, title_nl AS "titleNl", title_en AS "titleEn",
       summary_nl AS "summaryNl", summary_en AS "summaryEn", themes, region, budget_eur AS "budgetEur",
       hours_asked AS "hoursAsked", closes_at AS "closesAt"
     FROM public_challenge WHERE state = 'open' AND closes_at > htsm_now() ORDER BY opened_at DESC, id LIMIT ${OPEN_LIMIT}`,
  );
}

/** Locks the next subscribers that are due and that no parallel run holds. */
export function lockDue(tx: Tx, due: DueBefore, limit: number): Promise<DueSubscriber[]> {
  const isBehind = due.frequency === 'at_once' ? 's.last_wave < $2' : 'coalesce(s.last_digest_at, s.confirmed_at) < $2';
  return tx.rows<DueSubscriber>(
    `SELECT s.id, s.user_id AS "userId", s.email, s.locale, s.themes, s.regions, s.confirmed_at AS "confirmedAt"
     FROM subscription s WHERE s.state = 'active' AND s.frequency = $1 AND ${isBehind}
     ORDER BY s.id LIMIT $3 FOR UPDATE SKIP LOCKED`,
    [due.frequency, due.frequency === 'at_once' ? due.wave : due.slot, limit],
  );
}

/** Gives which of these challenges each subscriber was sent before; ask after locking, so that no parallel run is missed. */
export async function sentBefore(
  tx: Tx,
  subscribers: readonly DueSubscriber[],
  open: readonly OpenChallenge[],
): Promise<Map<string, Set<string>>> {
  const rows = await tx.rows<{ subscriptionId: string; challengeIds: string[] }>(
    `SELECT subscription_id AS "subscriptionId", array_agg(challenge_id::text) AS "challengeIds" FROM digest_item
     WHERE subscription_id = ANY ($1) AND challenge_id = ANY ($2) GROUP BY subscription_id`,
    [subscribers.map((subscriber) => subscriber.id), open.map((challenge) => challenge.id)],
  );
  return new Map(rows.map((row) => [row.subscriptionId, new Set(row.challengeIds)]));
}

/** Writes down that these subscribers have been looked at, whether or not there was something to say. */
export async function markServed(
  tx: Tx,
  subscribers: readonly DueSubscriber[],
  wave: string,
  slot: Date | null,
): Promise<void> {
  await tx.run(
    `UPDATE subscription SET last_digest_at = greatest(htsm_now(), $3::timestamptz), last_wave = greatest(last_wave, $2) WHERE id = ANY ($1)`,
    [subscribers.map((subscriber) => subscriber.id), wave, slot],
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
