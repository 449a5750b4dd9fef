import type { Tx } from '@htsm/api/core';
import type { DigestFrequency, Locale, Region, Theme } from '@htsm/domain';
import type { SubscriptionChoicesDto, SubscriptionDto, SubscriptionState } from './subscription.dto';

/** A row of the table as far as the services read it. */
export interface SubscriptionRow {
  readonly id: string;
  readonly userId: string | null;
  readonly email: string;
  readonly themes: Theme[];
  readonly regions: Region[];
  readonly frequency: DigestFrequency;
  readonly locale: Locale;
  readonly state: SubscriptionState;
  readonly confirmedAt: Date | null;
  readonly version: number;
  /** Whether it waits for its confirmation, and was asked for long enough ago that nobody can still mean it. */
  readonly isStale: boolean;
}

/** How long the link to confirm a subscription works, in days. */
const CONFIRM_DAYS = 7;

const COLUMNS = `id, user_id AS "userId", email, themes, regions, frequency, locale, state, confirmed_at AS "confirmedAt", version,
  state = 'pending' AND asked_at < htsm_now() - ${CONFIRM_DAYS} * interval '1 day' AS "isStale"`;

/** What everyone may ask about an address in order to answer its owner by mail. */
export function ofAddress(tx: Tx, email: string): Promise<{ id: string; state: SubscriptionState } | null> {
  return tx.row('SELECT id, state FROM subscription_of_address($1)', [email]);
}

/** Locks one subscription; null when it does not exist or the actor may not see it. */
export function lockById(tx: Tx, id: string): Promise<SubscriptionRow | null> {
  return tx.row(`SELECT ${COLUMNS} FROM subscription WHERE id = $1 FOR UPDATE`, [id]);
}

/** The subscription of a person. */
export function lockOfUser(tx: Tx, userId: string): Promise<SubscriptionRow | null> {
  return tx.row(`SELECT ${COLUMNS} FROM subscription WHERE user_id = $1 FOR UPDATE`, [userId]);
}

/** Adds an unconfirmed subscription; false when the address has one by now. */
export async function insertPending(
  tx: Tx,
  id: string,
  email: string,
  choices: SubscriptionChoicesDto,
): Promise<boolean> {
  const inserted = await tx.run(
    `INSERT INTO subscription (id, email, locale, themes, regions, frequency) VALUES ($1, $2, $3, $4, $5, $6) ON CONFLICT DO NOTHING`,
    [id, email, choices.locale, choices.themes, choices.regions, choices.frequency],
  );
  return inserted === 1;
}

/** Adds a confirmed subscription of a person. */
export function insertOfUser(
  tx: Tx,
  owner: { id: string; userId: string; email: string },
  choices: SubscriptionChoicesDto,
): Promise<SubscriptionRow | null> {
  return tx.row(
    `INSERT INTO subscription (id, user_id, email, locale, themes, regions, frequency, state, confirmed_at)
     VALUES ($1, $2, $3, $4, $5, $6, $7, 'active', htsm_now()) RETURNING ${COLUMNS}`,
    [owner.id, owner.userId, owner.email, choices.locale, choices.themes, choices.regions, choices.frequency],
  );
}

/** Ties a subscription of an address to the person who owns the address. */
export async function giveToUser(tx: Tx, id: string, userId: string): Promise<void> {
  await tx.run('UPDATE subscription SET user_id = $2 WHERE id = $1', [id, userId]);
}

/** Sets the choices and the state; the moment of confirming is kept when there is one. */
export function update(
  tx: Tx,
  id: string,
  state: SubscriptionState,
  choices: SubscriptionChoicesDto,
): Promise<SubscriptionRow | null> {
  return tx.row(
    `UPDATE subscription SET state = $2, locale = $3, themes = $4, regions = $5, frequency = $6, version = version + 1,
       confirmed_at = CASE WHEN $2 = 'active' AND state <> 'active' THEN htsm_now() ELSE confirmed_at END,
       asked_at = CASE WHEN $2 = 'pending' THEN htsm_now() ELSE asked_at END,
       unsubscribed_at = CASE WHEN $2 = 'unsubscribed' THEN coalesce(unsubscribed_at, htsm_now()) END
     WHERE id = $1 RETURNING ${COLUMNS}`,
    [id, state, choices.locale, choices.themes, choices.regions, choices.frequency],
  );
}

/** Lists the fields that the owner sees. */
export function toSubscriptionDto(row: SubscriptionRow): SubscriptionDto {
  return {
    email: row.email,
    themes: row.themes,
    regions: row.regions,
    frequency: row.frequency,
    locale: row.locale,
    state: row.state,
    confirmedAt: row.confirmedAt?.toISOString() ?? null,
    version: row.version,
  };
}
