import { randomUUID } from 'node:crypto';
import { makeOrganisation, makePerson, type TestDatabase } from '@htsm/api/core/testing';

let counter = 0;

/** Open challenges of one company, unless told otherwise, with dull texts; gives their ids. */
export async function makeOpenChallenges(
  database: TestDatabase,
  values: readonly { themes?: string[]; region?: string; slug?: string; state?: string; organisationId?: string }[],
): Promise<string[]> {
  const company = await makeOrganisation(database, { kind: 'company' });
  const owner = await makePerson(database, { organisationId: company.id });
  const ids: string[] = [];
  for (const value of values) {
    counter += 1;
    const id = randomUUID();
    await database.asOwner(
      `INSERT INTO challenge (id, slug, organisation_id, created_by, state, title_nl, title_en, summary_nl, summary_en, themes, region,
         opens_at, opened_at, closes_at) VALUES ($1, $2, $3, $4, $5, $6, $6, 'Samenvatting', 'Summary', $7, $8, htsm_now(), htsm_now(), htsm_now() + interval '60 days')`,
      [
        id,
        value.slug ?? `challenge-${counter}`,
        value.organisationId ?? company.id,
        owner.id,
        value.state ?? 'open',
        `Challenge ${counter}`,
        value.themes ?? [],
        value.region ?? null,
      ],
    );
    await database.asOwner('INSERT INTO criterion (challenge_id, position, weight) VALUES ($1, 1, 100)', [id]);
    ids.push(id);
  }
  return ids;
}

/** What a subscriber of the tests wants; everything at once when left out. */
export interface InterestValues {
  name?: string;
  themes?: string[];
  regions?: string[];
  words?: string;
  organisationId?: string;
  followsProfile?: boolean;
  frequency?: string;
  weekday?: number;
}

/** A confirmed subscriber with one interest; gives its id. */
export async function makeSubscriber(
  database: TestDatabase,
  values: InterestValues & { email?: string; locale?: string; state?: string; userId?: string } = {},
): Promise<{ id: string; email: string }> {
  counter += 1;
  const subscriber = { id: randomUUID(), email: values.email ?? `reader${counter}@example.nl` };
  await database.asOwner(
    `INSERT INTO subscription (id, email, locale, state, user_id, confirmed_at)
     VALUES ($1, $2, $3, $4, $5, CASE WHEN $4 = 'pending' THEN NULL ELSE htsm_now() END)`,
    [subscriber.id, subscriber.email, values.locale ?? 'nl', values.state ?? 'active', values.userId ?? null],
  );
  await addInterest(database, subscriber.id, values);
  return subscriber;
}

/** One more confirmed interest of a subscriber; gives its id. */
export async function addInterest(
  database: TestDatabase,
  subscriptionId: string,
  values: InterestValues,
): Promise<string> {
  const id = randomUUID();
  await database.asOwner(
    `INSERT INTO interest (id, subscription_id, name, themes, regions, words, organisation_id, follows_profile, frequency, weekday, confirmed_at)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, htsm_now())`,
    [
      id,
      subscriptionId,
      values.name ?? '',
      values.themes ?? [],
      values.regions ?? [],
      values.words ?? '',
      values.organisationId ?? null,
      values.followsProfile ?? false,
      values.frequency ?? 'at_once',
      values.weekday ?? 1,
    ],
  );
  await database.asOwner('UPDATE subscription SET next_at = htsm_now() WHERE id = $1', [subscriptionId]);
  return id;
}

/** Many confirmed subscribers `<prefix><n>@example.nl` who want everything at once. */
export async function makeSubscribers(database: TestDatabase, prefix: string, count: number): Promise<void> {
  await database.asOwner(
    `WITH readers AS (
       INSERT INTO subscription (email, locale, state, confirmed_at)
       SELECT $1 || n || '@example.nl', CASE WHEN n % 2 = 0 THEN 'nl' ELSE 'en' END, 'active', htsm_now() FROM generate_series(1, $2::int) n
       RETURNING id)
     INSERT INTO interest (subscription_id, frequency, confirmed_at) SELECT id, 'at_once', htsm_now() FROM readers`,
    [prefix, count],
  );
}
