import { CreateAccount } from '@htsm/api/accounts';
import { actorOf, type PersonRow } from '@htsm/api/core';
import { organisations } from '../content/organisations/all-organisations';
import { DEMO_PASSWORD, officials } from '../content/people';
import type { DemoOrganisation, DemoPerson } from '../content/types';
import type { Stage } from '../stage';

/** Numbers that start with four zeros were never given out. */
const FIRST_KVK_NUMBER = 101;
/** Passwords are hashed on as many cores as there may be. */
const AT_ONCE = 4;

/** Makes every organisation and person, with the demo password and without a second factor; afterwards all are on the stage. */
export async function makePeople(stage: Stage): Promise<void> {
  const tasks = [
    ...officials.map((official) => () => makeOfficial(stage, official)),
    ...organisations.map((organisation, index) => () => makeOrganisation(stage, organisation, index)),
  ];
  for (let next = 0; next < tasks.length; next += AT_ONCE) {
    await Promise.all(tasks.slice(next, next + AT_ONCE).map((make) => make()));
  }
  await introduce(stage);
  // only the owner of the schema can say this, and a production process refuses to start on it
  await stage.owner.query('INSERT INTO second_factor_exemption (user_id) SELECT id FROM app_user');
}

/** Gives the address of somebody of an organisation. */
export function addressOf(organisation: DemoOrganisation, person: DemoPerson): string {
  if (person.email !== undefined) return person.email;
  const firstName = person.name.split(' ', 1)[0] ?? '';
  return `${plain(firstName)}@${organisation.key}.example`;
}

async function makeOfficial(stage: Stage, official: (typeof officials)[number]): Promise<void> {
  const { email, name, bodies, locale = 'nl' } = official;
  await stage.service(CreateAccount).run({ email, name, locale, bodies, password: DEMO_PASSWORD });
}

async function makeOrganisation(stage: Stage, organisation: DemoOrganisation, index: number): Promise<void> {
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
      kvkNumber: String(FIRST_KVK_NUMBER + index).padStart(8, '0'),
      isDemo: true,
      facts: { city, region, employees, website: `https://${key}.example` },
    },
  });
  const id = owner.organisations[0]?.id ?? '';
  for (const other of others) await accounts.run({ ...other, organisation: { id, role: 'member' } });
}

/** Puts everybody on the stage, as the database knows them, under their address and their short name. */
async function introduce(stage: Stage): Promise<void> {
  const rows = await stage.owner.query<{ person: PersonRow }[]>('SELECT auth_person(id) AS person FROM app_user');
  for (const { person } of rows) stage.actors.put(person.email, actorOf(person));
  for (const { key, email } of officials) stage.actors.put(key, stage.actors.get(email));
  for (const organisation of organisations) {
    const [first] = organisation.people;
    if (first !== undefined) stage.actors.put(organisation.key, stage.actors.get(addressOf(organisation, first)));
  }
}

function plain(name: string): string {
  return name.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
}
