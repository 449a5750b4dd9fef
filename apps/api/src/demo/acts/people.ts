import { CreateAccount } from '@htsm/api/accounts';
import { actorOf, type PersonRow } from '@htsm/api/core';
import { organisations } from '../content/organisations/all-organisations';
import { laterRegistrations } from '../content/history/registrations';
import { DEMO_PASSWORD, SIGN_IN_DOMAIN, officials, type DemoOfficial } from '../content/people';
import type { DemoOrganisation, DemoPerson } from '../content/types';
import type { Scene } from '../scene';
import type { Stage } from '../stage';

/** Numbers that start with four zeros were never given out. */
const FIRST_KVK_NUMBER = 101;
/** Days before the demo is made on which the first people came. */
const BEGINNING = -760;
/** Passwords are hashed on as many cores as there may be. */
const AT_ONCE = 4;

/** The officials and most organisations register before anything else happens, some organisations later. */
export function peopleScenes(stage: Stage): Scene[] {
  const later = new Map(
    laterRegistrations.flatMap((wave) => wave.organisations.map((key) => [key, wave.day] as const)),
  );
  const waves = Map.groupBy(organisations, ({ key }) => later.get(key) ?? BEGINNING);
  return [...waves].map(([day, registering]) => ({
    at: stage.at([day, '09:00']),
    name: 'people register',
    play: () => makePeople(stage, registering, day === BEGINNING ? officials : []),
  }));
}

/** Makes organisations and people, with the demo password and without a second factor; afterwards they are on the stage. */
async function makePeople(
  stage: Stage,
  registering: readonly DemoOrganisation[],
  appointed: readonly DemoOfficial[],
): Promise<void> {
  const tasks = [
    ...appointed.map((official) => () => makeOfficial(stage, official)),
    ...registering.map((organisation) => () => makeOrganisation(stage, organisation)),
  ];
  for (let next = 0; next < tasks.length; next += AT_ONCE) {
    await Promise.all(tasks.slice(next, next + AT_ONCE).map((make) => make()));
  }
  await introduce(stage, registering);
  // one domain for every sign-in: sharing it says nothing of who works where
  await stage.owner.query('INSERT INTO shared_mail_domain VALUES ($1) ON CONFLICT DO NOTHING', [SIGN_IN_DOMAIN]);
  // only the owner of the schema can say this, and a production process refuses to start on it
  await stage.owner.query(
    'INSERT INTO second_factor_exemption (user_id) SELECT id FROM app_user ON CONFLICT DO NOTHING',
  );
}

/** Gives the address of somebody of an organisation. */
export function addressOf(organisation: DemoOrganisation, person: DemoPerson): string {
  if (person.email !== undefined) return person.email;
  const firstName = person.name.split(' ', 1)[0] ?? '';
  return `${plain(firstName)}@${organisation.key}.example`;
}

async function makeOfficial(stage: Stage, official: DemoOfficial): Promise<void> {
  const { email, name, bodies, locale = 'nl' } = official;
  await stage.service(CreateAccount).run({ email, name, locale, bodies, password: DEMO_PASSWORD });
}

async function makeOrganisation(stage: Stage, organisation: DemoOrganisation): Promise<void> {
  const accounts = stage.service(CreateAccount);
  const [first, ...others] = organisation.people.map((person) => ({
    email: addressOf(organisation, person),
    name: person.name,
    locale: person.locale ?? 'nl',
    password: DEMO_PASSWORD,
  }));
  if (first === undefined) throw new Error(`${organisation.name} has nobody`);
  const { name, kind, key, city, region, employees } = organisation;
  const owner = await accounts.run({
    ...first,
    organisation: {
      name,
      kind,
      kvkNumber: String(FIRST_KVK_NUMBER + organisations.indexOf(organisation)).padStart(8, '0'),
      isDemo: true,
      facts: { city, region, employees, website: `https://${key}.example` },
    },
  });
  const id = owner.organisations[0]?.id ?? '';
  for (const other of others) await accounts.run({ ...other, organisation: { id, role: 'member' } });
}

/** Puts everybody on the stage, as the database knows them, under their address and their short name. */
async function introduce(stage: Stage, registered: readonly DemoOrganisation[]): Promise<void> {
  const rows = await stage.owner.query<{ person: PersonRow }[]>('SELECT auth_person(id) AS person FROM app_user');
  for (const { person } of rows) stage.actors.put(person.email, actorOf(person));
  for (const { key, email } of officials) stage.actors.put(key, stage.actors.get(email));
  for (const organisation of registered) {
    const [first] = organisation.people;
    if (first !== undefined) stage.actors.put(organisation.key, stage.actors.get(addressOf(organisation, first)));
  }
}

function plain(name: string): string {
  return name.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
}
