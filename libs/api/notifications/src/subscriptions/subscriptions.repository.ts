import type { Locale, QuietDays } from '@htsm/domain';
import type { Tx } from '@htsm/api/core';
import { interestsOf, toInterestDto } from './interests.repository';
import type { SubscriptionDto, SubscriptionState } from './subscription.dto';

/** A row of the table as far as the services read it. */
export interface SubscriptionRow {
  readonly id: string;
  readonly userId: string | null;
  readonly email: string;
  readonly locale: Locale;
  readonly quiet: QuietDays;
  readonly state: SubscriptionState;
  readonly confirmedAt: Date | null;
  readonly version: number;
}

/** What can be chosen for all interests together. */
export interface SubscriptionSettings {
  readonly locale: Locale;
  readonly quiet: QuietDays;
}

/** Quiet days of a subscription, as JSON of the shape of QuietDays. */
export const QUIET_COLUMNS = `jsonb_build_object('weekends', quiet_weekends, 'holidays', quiet_holidays, 'dates', quiet_dates) AS quiet`;

const COLUMNS = `id, user_id AS "userId", email, locale, ${QUIET_COLUMNS}, state, confirmed_at AS "confirmedAt", version`;

/** What everyone may ask about an address in order to answer its owner by mail. */
export function ofAddress(tx: Tx, email: string): Promise<{ id: string; state: SubscriptionState } | null> {
  return tx.row('SELECT id, state FROM subscription_of_address($1)', [email]);
}

/** The subscription that a mailed link to confirm an interest is about. */
export async function ofInterest(tx: Tx, interestId: string): Promise<string | null> {
  const row = await tx.row<{ id: string }>('SELECT id FROM subscription_of_interest($1)', [interestId]);
  return row?.id ?? null;
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
export async function insertPending(tx: Tx, id: string, email: string, locale: Locale): Promise<boolean> {
  const inserted = await tx.run(
    'INSERT INTO subscription (id, email, locale) VALUES ($1, $2, $3) ON CONFLICT DO NOTHING',
    [id, email, locale],
  );
  return inserted === 1;
}

/** Adds a confirmed subscription of a person. */
export function insertOfUser(
  tx: Tx,
  owner: { id: string; userId: string; email: string },
  settings: SubscriptionSettings,
): Promise<SubscriptionRow | null> {
  const { weekends, holidays, dates } = settings.quiet;
  return tx.row(
    `INSERT INTO subscription (id, user_id, email, locale, quiet_weekends, quiet_holidays, quiet_dates, state, confirmed_at)
     VALUES ($1, $2, $3, $4, $5, $6, $7, 'active', htsm_now()) RETURNING ${COLUMNS}`,
    [owner.id, owner.userId, owner.email, settings.locale, weekends, holidays, JSON.stringify(dates)],
  );
}

/** Ties a subscription of an address to the person who owns the address. */
export async function giveToUser(tx: Tx, id: string, userId: string): Promise<void> {
  await tx.run('UPDATE subscription SET user_id = $2 WHERE id = $1', [id, userId]);
}

/** Sets the settings and the state, and has the worker look at it anew; the moment of confirming is kept when there is one. */
export function update(
  tx: Tx,
  id: string,
  state: SubscriptionState,
  { locale, quiet }: SubscriptionSettings,
): Promise<SubscriptionRow | null> {
  return tx.row(
    `UPDATE subscription SET state = $2, locale = $3, quiet_weekends = $4, quiet_holidays = $5, quiet_dates = $6, version = version + 1,
       next_at = htsm_now(), confirmed_at = CASE WHEN $2 = 'active' AND state <> 'active' THEN htsm_now() ELSE confirmed_at END,
       unsubscribed_at = CASE WHEN $2 = 'unsubscribed' THEN coalesce(unsubscribed_at, htsm_now()) END
     WHERE id = $1 RETURNING ${COLUMNS}`,
    [id, state, locale, quiet.weekends, quiet.holidays, JSON.stringify(quiet.dates)],
  );
}

/** Lists the fields that the owner sees. */
export async function toSubscriptionDto(tx: Tx, row: SubscriptionRow): Promise<SubscriptionDto> {
  const interests = (await interestsOf(tx, row.id)).filter(({ confirmedAt }) => confirmedAt !== null);
  const { weekends, holidays, dates } = row.quiet;
  return {
    email: row.email,
    state: row.state,
    locale: row.locale,
    quiet: { weekends, holidays, dates: dates.map(({ from, until }) => ({ from, until })) },
    interests: interests.map(toInterestDto),
    hasAccount: row.userId !== null,
    confirmedAt: row.confirmedAt?.toISOString() ?? null,
    version: row.version,
  };
}
