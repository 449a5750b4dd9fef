import { randomUUID } from 'node:crypto';
import type { Locale, OrganisationKind } from '@htsm/domain';
import type { TestDatabase } from './test-database';

let counter = 0;

/** An organisation with dull values; the test names what it depends on. */
export async function makeOrganisation(
  database: TestDatabase,
  values: { name?: string; kind?: OrganisationKind; region?: string } = {},
): Promise<{ id: string; name: string }> {
  counter += 1;
  const organisation = { id: randomUUID(), name: values.name ?? `Organisation ${counter}` };
  await database.asOwner(
    `INSERT INTO organisation (id, name, kind, kvk_number, city, region) VALUES ($1, $2, $3, $4, 'Assen', $5)`,
    [
      organisation.id,
      organisation.name,
      values.kind ?? 'sme',
      String(10_000_000 + counter),
      values.region ?? 'drenthe',
    ],
  );
  return organisation;
}

/** A confirmed person, member of the given organisation and bodies. */
export async function makePerson(
  database: TestDatabase,
  values: {
    name?: string;
    email?: string;
    locale?: Locale;
    organisationId?: string;
    organisationRole?: 'owner' | 'member';
    bodies?: ('taskforce' | 'administration' | 'review_panel')[];
  } = {},
): Promise<{ id: string; name: string; email: string }> {
  counter += 1;
  const person = {
    id: randomUUID(),
    name: values.name ?? `Person ${counter}`,
    email: values.email ?? `person${counter}@example.nl`,
  };
  await database.asOwner(
    'INSERT INTO app_user (id, email, name, locale, email_confirmed_at) VALUES ($1, $2, $3, $4, htsm_now())',
    [person.id, person.email, person.name, values.locale ?? 'nl'],
  );
  if (values.organisationId !== undefined) {
    await database.asOwner(
      `INSERT INTO membership (user_id, body, organisation_id, role) VALUES ($1, 'organisation', $2, $3)`,
      [person.id, values.organisationId, values.organisationRole ?? 'owner'],
    );
  }
  for (const body of values.bodies ?? []) {
    await database.asOwner(`INSERT INTO membership (user_id, body, role) VALUES ($1, $2, 'member')`, [person.id, body]);
  }
  return person;
}
