import { randomUUID } from 'node:crypto';
import type { DigestInterest, DigestRhythm, Locale } from '@htsm/domain';
import type { Tx } from '@htsm/api/core';
import type { InterestChoicesDto, InterestDto, KeptInterestDto } from './interest.dto';

/** A row of the table as far as the services read it. */
export interface InterestRow extends DigestInterest, DigestRhythm {
  readonly id: string;
  readonly name: string;
  readonly wordsLocale: Locale;
  readonly organisationName: string | null;
  readonly confirmedAt: Date | null;
  /** Whether it was asked for so long ago that nobody can still mean it. */
  readonly isStale: boolean;
}

/** How long the link to confirm works, in days. */
const CONFIRM_DAYS = 7;

/** The columns of an interest `i`. */
export const INTEREST_COLUMNS = `i.id, i.name, i.themes, i.regions, i.words, i.words_locale AS "wordsLocale", i.organisation_id AS "organisationId",
  (SELECT c.owner_name FROM public_challenge c JOIN challenge d ON d.id = c.id WHERE d.organisation_id = i.organisation_id ORDER BY c.opened_at DESC LIMIT 1) AS "organisationName",
  i.follows_profile AS "followsProfile", i.frequency, i.weekday, i.confirmed_at AS "confirmedAt",
  i.confirmed_at IS NULL AND i.asked_at < htsm_now() - ${CONFIRM_DAYS} * interval '1 day' AS "isStale"`;

/** Gives the interests of a subscription in their order, those that wait for their confirmation too. */
export function interestsOf(tx: Tx, subscriptionId: string): Promise<InterestRow[]> {
  return tx.rows(
    `SELECT ${INTEREST_COLUMNS} FROM interest i WHERE i.subscription_id = $1 ORDER BY i.position, i.asked_at, i.id`,
    [subscriptionId],
  );
}

/** Asks for an interest, which counts once it is confirmed; gives its id. */
export async function insertInterest(
  tx: Tx,
  subscriptionId: string,
  choices: InterestChoicesDto,
  locale: Locale,
): Promise<string> {
  const id = randomUUID();
  await tx.run(
    `INSERT INTO interest (id, subscription_id, position, name, themes, regions, words, words_locale, organisation_id, follows_profile, frequency, weekday)
     SELECT $1, $2, coalesce(max(position), 0) + 1, $3, $4, $5, $6, $7, ${PUBLIC_OWNER('$8')}, $9, $10, $11 FROM interest WHERE subscription_id = $2`,
    [id, subscriptionId, ...values(choices, locale)],
  );
  return id;
}

/** Marks an interest as meant by the owner of the address. */
export async function confirmInterest(tx: Tx, id: string): Promise<void> {
  await tx.run('UPDATE interest SET confirmed_at = coalesce(confirmed_at, htsm_now()) WHERE id = $1', [id]);
}

/** Asks anew for an interest that waits. */
export async function askAnew(tx: Tx, id: string): Promise<void> {
  await tx.run('UPDATE interest SET asked_at = htsm_now() WHERE id = $1 AND confirmed_at IS NULL', [id]);
}

/** Deletes the interests of a subscription that `which` (a condition without parameters) is true of, but for one. */
export async function removeInterests(
  tx: Tx,
  subscriptionId: string,
  which: 'confirmed' | 'stale',
  except: string | null,
): Promise<void> {
  const condition =
    which === 'confirmed'
      ? 'confirmed_at IS NOT NULL'
      : `confirmed_at IS NULL AND asked_at < htsm_now() - ${CONFIRM_DAYS} * interval '1 day'`;
  await tx.run(`DELETE FROM interest WHERE subscription_id = $1 AND ${condition} AND id IS DISTINCT FROM $2`, [
    subscriptionId,
    except,
  ]);
}

/** Puts these in the place of all confirmed interests; ids of others are taken for new ones. */
export async function replaceInterests(
  tx: Tx,
  subscriptionId: string,
  interests: readonly KeptInterestDto[],
  locale: Locale,
): Promise<void> {
  const known = (await interestsOf(tx, subscriptionId)).filter(({ confirmedAt }) => confirmedAt !== null);
  const kept = new Set(known.map(({ id }) => id));
  const rows = interests.map((interest, at) => {
    const before = known.find(({ id, words }) => id === interest.id && words === (interest.words ?? ''));
    const id = interest.id !== undefined && kept.delete(interest.id) ? interest.id : randomUUID();
    return [id, subscriptionId, ...values(interest, before?.wordsLocale ?? locale), at + 1];
  });
  await tx.run('DELETE FROM interest WHERE id = ANY ($1)', [[...kept]]);
  for (const row of rows) {
    await tx.run(
      `INSERT INTO interest (id, subscription_id, name, themes, regions, words, words_locale, organisation_id, follows_profile, frequency, weekday, position, confirmed_at)
       VALUES ($1, $2, $3, $4, $5, $6, $7, ${PUBLIC_OWNER('$8')}, $9, $10, $11, $12, htsm_now())
       ON CONFLICT (id) DO UPDATE SET name = excluded.name, themes = excluded.themes, regions = excluded.regions, words = excluded.words,
         words_locale = excluded.words_locale, organisation_id = excluded.organisation_id, follows_profile = excluded.follows_profile,
         frequency = excluded.frequency, weekday = excluded.weekday, position = excluded.position`,
      row,
    );
  }
}

/** Whether a row says what these choices say, whatever its name. */
export function isSame(row: InterestRow, choices: InterestChoicesDto): boolean {
  const words = (given: readonly string[]): string => [...given].sort().join();
  return (
    words(row.themes) === words(choices.themes) &&
    words(row.regions) === words(choices.regions) &&
    row.words === (choices.words ?? '') &&
    row.organisationId === (choices.organisationId ?? null) &&
    row.followsProfile === (choices.followsProfile ?? false) &&
    row.frequency === choices.frequency &&
    row.weekday === (choices.weekday ?? MONDAY)
  );
}

/** Lists the fields that the owner sees. */
export function toInterestDto(row: InterestRow): InterestDto {
  return {
    id: row.id,
    name: row.name,
    themes: [...row.themes],
    regions: [...row.regions],
    words: row.words,
    organisationId: row.organisationId,
    organisationName: row.organisationName,
    followsProfile: row.followsProfile,
    frequency: row.frequency,
    weekday: row.weekday,
  };
}

const MONDAY = 1;

/** Only an organisation that everyone can read of can be followed; any other id is as good as none. */
function PUBLIC_OWNER(parameter: string): string {
  return `(SELECT c.organisation_id FROM challenge c JOIN public_challenge p ON p.id = c.id WHERE c.organisation_id = ${parameter}::uuid LIMIT 1)`;
}

function values(choices: InterestChoicesDto, locale: Locale): unknown[] {
  return [
    choices.name ?? '',
    choices.themes,
    choices.regions,
    choices.words ?? '',
    locale,
    choices.organisationId ?? null,
    choices.followsProfile ?? false,
    choices.frequency,
    choices.weekday ?? MONDAY,
  ];
}
