import type { MailRecipient, Tx } from '@htsm/api/core';

/** A challenge as far as its news need it. */
export interface ClosingChallenge {
  readonly id: string;
  readonly slug: string;
  readonly titleNl: string;
  readonly titleEn: string;
  readonly closesAt: Date;
}

/** A follower who was not told of a change, locked for this transaction. */
export interface UntoldFollower extends MailRecipient {
  readonly userId: string;
  readonly challenge: ClosingChallenge;
  readonly state: string;
  /** The closing as the database wrote it: a Date would lose its microseconds. */
  readonly closesAtExact: string;
  /** Why it was cancelled; empty when it was not. */
  readonly reason: string;
}

/** Somebody to be reminded; with the draft of their organisation when there is one. */
export interface Reminded extends MailRecipient {
  readonly userId: string;
  readonly proposalId: string | null;
}

/** A moment of reminding that this transaction has for itself. */
export interface ClaimedReminder {
  readonly challenge: ClosingChallenge;
  readonly hoursBefore: number;
}

type FlatChallenge = Omit<ClosingChallenge, 'id'> & { readonly challengeId: string };

const CHALLENGE = `p.id, p.slug, p.title_nl AS "titleNl", p.title_en AS "titleEn", p.closes_at AS "closesAt"`;

/** Locks followers of open challenges that close at another moment than they know, or that were cancelled since. */
export async function lockUntold(tx: Tx, limit: number): Promise<UntoldFollower[]> {
  const rows = await tx.rows<FlatChallenge & Omit<UntoldFollower, 'challenge'>>(
    `SELECT u.id AS "userId", u.email, u.name, u.locale, p.state, p.closes_at::text AS "closesAtExact", coalesce(c.cancel_reason, '') AS reason, p.id AS "challengeId", p.slug,
       p.title_nl AS "titleNl", p.title_en AS "titleEn", p.closes_at AS "closesAt"
     FROM challenge_follow f JOIN public_challenge p ON p.id = f.challenge_id JOIN challenge c ON c.id = p.id
     JOIN app_user u ON u.id = f.user_id AND u.disabled_at IS NULL AND u.email_confirmed_at IS NOT NULL
     WHERE (p.state = 'open' AND p.closes_at <> f.told_closes_at) OR (p.state = 'cancelled' AND f.told_state <> 'cancelled')
     ORDER BY f.challenge_id, f.user_id LIMIT $1 FOR UPDATE OF f SKIP LOCKED`,
    [limit],
  );
  return rows.map(({ challengeId, slug, titleNl, titleEn, closesAt, ...follower }) => ({
    ...follower,
    challenge: { id: challengeId, slug, titleNl, titleEn, closesAt },
  }));
}

/** Writes down what these followers know by now. */
export async function markTold(tx: Tx, told: readonly UntoldFollower[]): Promise<void> {
  await tx.run(
    `UPDATE challenge_follow f SET told_closes_at = g.closes_at, told_state = g.state
     FROM unnest($1::uuid[], $2::uuid[], $3::timestamptz[], $4::text[]) AS g (user_id, challenge_id, closes_at, state)
     WHERE f.user_id = g.user_id AND f.challenge_id = g.challenge_id`,
    [
      told.map(({ userId }) => userId),
      told.map(({ challenge }) => challenge.id),
      told.map(({ closesAtExact }) => closesAtExact),
      told.map(({ state }) => state),
    ],
  );
}

/** Gives open challenges for which a moment of reminding has come that nobody took. */
export function closingSoon(tx: Tx, hours: readonly number[]): Promise<ClosingChallenge[]> {
  return tx.rows(
    `SELECT ${CHALLENGE} FROM public_challenge p
     WHERE p.state = 'open' AND p.closes_at > htsm_now() AND EXISTS (
       SELECT FROM unnest($1::int[]) h WHERE p.closes_at - h * interval '1 hour' <= htsm_now() AND NOT EXISTS (
         SELECT FROM challenge_reminder r WHERE r.challenge_id = p.id AND r.closes_at = p.closes_at AND r.hours_before = h))
     ORDER BY p.closes_at, p.id`,
    [hours],
  );
}

/** Takes all moments of a challenge that have come and gives the nearest; null when others did, or it is not open any more. */
export async function claimReminder(
  tx: Tx,
  challengeId: string,
  hours: readonly number[],
): Promise<ClaimedReminder | null> {
  // the row of the challenge first: whoever closes or cancels it comes before or after, not in between
  const challenge = await tx.row<ClosingChallenge>(
    `SELECT id, slug, title_nl AS "titleNl", title_en AS "titleEn", closes_at AS "closesAt" FROM challenge
     WHERE id = $1 AND state = 'open' AND closes_at > htsm_now() FOR NO KEY UPDATE SKIP LOCKED`,
    [challengeId],
  );
  if (challenge === null) return null;
  const taken = await tx.rows<{ hoursBefore: number }>(
    `INSERT INTO challenge_reminder (challenge_id, closes_at, hours_before)
     SELECT c.id, c.closes_at, h FROM challenge c, unnest($2::int[]) h WHERE c.id = $1 AND c.closes_at - h * interval '1 hour' <= htsm_now()
     ON CONFLICT DO NOTHING RETURNING hours_before AS "hoursBefore"`,
    [challengeId, hours],
  );
  if (taken.length === 0) return null;
  return { challenge, hoursBefore: Math.min(...taken.map(({ hoursBefore }) => hoursBefore)) };
}

/**
 * Gives who is to be reminded, each once: members of organisations with a draft, and followers. Who began after the moment
 * needs no reminder of it.
 */
export function toBeReminded(tx: Tx, { challenge, hoursBefore }: ClaimedReminder): Promise<Reminded[]> {
  return tx.rows(
    `WITH moment AS (SELECT $2::timestamptz - $3 * interval '1 hour' AS at),
     drafters AS (
       SELECT m.user_id, p.id AS proposal_id FROM proposal p JOIN membership m ON m.organisation_id = p.organisation_id, moment
       WHERE p.challenge_id = $1 AND p.state = 'draft' AND p.created_at < moment.at),
     people AS (
       SELECT user_id, proposal_id FROM drafters
       UNION ALL SELECT f.user_id, NULL FROM challenge_follow f, moment WHERE f.challenge_id = $1 AND f.created_at < moment.at)
     SELECT DISTINCT ON (u.id) u.id AS "userId", u.email, u.name, u.locale, o.proposal_id AS "proposalId"
     FROM people o JOIN app_user u ON u.id = o.user_id AND u.disabled_at IS NULL AND u.email_confirmed_at IS NOT NULL
     ORDER BY u.id, o.proposal_id NULLS LAST`,
    [challenge.id, challenge.closesAt, hoursBefore],
  );
}
