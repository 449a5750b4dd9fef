import { makeOrganisation, makePerson, type TestWorld } from '@htsm/api/core/testing';
import type { Person } from './things';

type Body = 'taskforce' | 'administration' | 'review_panel';
type Place = { readonly id: string; readonly kind: string };

/** The organisations of the test world. */
export interface Places {
  readonly owner: Place;
  readonly otherCompany: Place;
  readonly proposer: Place;
  readonly rival: Place;
  readonly outsider: Place;
  readonly institute: Place;
  /** Proposes nothing, and lets possible partners see its name. */
  readonly partner: Place;
}

/** Makes the organisations. */
export async function makePlaces({ database }: TestWorld): Promise<Places> {
  const make = async (kind: 'sme' | 'company' | 'knowledge'): Promise<Place> => ({
    id: (await makeOrganisation(database, { kind })).id,
    kind,
  });
  return {
    owner: await make('company'),
    otherCompany: await make('company'),
    proposer: await make('sme'),
    rival: await make('sme'),
    outsider: await make('sme'),
    institute: await make('knowledge'),
    partner: await make('sme'),
  };
}

/** Makes everybody: each is signed in but the visitor. */
export async function makeCast(world: TestWorld, places: Places) {
  const person = (name: string, values: { at?: Place; isOwner?: boolean; bodies?: Body[] }): Promise<Person> =>
    signedIn(world, name, values);
  const { proposer, rival, owner } = places;
  return {
    visitor: { name: 'a visitor', id: undefined, cookie: undefined, isSuspended: false, bodies: [], organisations: [] },
    newcomer: await person('somebody without organisation', {}),
    proposer: await person('an owner of the proposer', { at: proposer, isOwner: true }),
    colleague: await person('a colleague at the proposer', { at: proposer }),
    former: await formerMember(world, proposer),
    suspended: await suspended(world, proposer),
    rival: await person('a rival', { at: rival, isOwner: true }),
    outsider: await person('a member of another SME', { at: places.outsider, isOwner: true }),
    institute: await person('a researcher who proposes', { at: places.institute, isOwner: true }),
    owner: await person('the challenge owner', { at: owner, isOwner: true }),
    otherCompany: await person('a member of another company', { at: places.otherCompany, isOwner: true }),
    undeclared: await person('a reviewer who declared nothing', { bodies: ['review_panel'] }),
    reading: await person('a reviewer who accepted', { bodies: ['review_panel'] }),
    finished: await person('a reviewer who is done', { bodies: ['review_panel'] }),
    conflicted: await person('a conflicted reviewer', { bodies: ['review_panel'] }),
    idle: await person('a reviewer without tasks', { bodies: ['review_panel'] }),
    leftPanel: await person('a reviewer who left the panel', { at: places.outsider }),
    reviewingRival: await person('a reviewer who joined a rival', { at: rival, bodies: ['review_panel'] }),
    taskforce: await person('the taskforce', { bodies: ['taskforce'] }),
    taskforceReading: await person('the taskforce, owing a review', { bodies: ['taskforce', 'review_panel'] }),
    taskforceConflicted: await person('the taskforce, conflicted', { bodies: ['taskforce', 'review_panel'] }),
    taskforceTied: await person('the taskforce, with a link to the proposer', {
      bodies: ['taskforce', 'review_panel'],
    }),
    taskforceProposer: await person('the taskforce, at the proposer', { at: proposer, bodies: ['taskforce'] }),
    taskforceRival: await person('the taskforce, at a rival', { at: rival, bodies: ['taskforce'] }),
    taskforceOwner: await person('the taskforce, at the owner', { at: owner, bodies: ['taskforce'] }),
    administrator: await person('an administrator', { bodies: ['administration'] }),
  } as const satisfies Record<string, Person>;
}

/** Everybody of the test world by role in it. */
export type Cast = Awaited<ReturnType<typeof makeCast>>;

async function signedIn(
  world: TestWorld,
  name: string,
  { at, isOwner = false, bodies = [] }: { at?: Place; isOwner?: boolean; bodies?: Body[] },
): Promise<Person> {
  const { id } = await makePerson(world.database, {
    bodies,
    ...(at === undefined ? {} : { organisationId: at.id, organisationRole: isOwner ? 'owner' : 'member' }),
  });
  const organisations = at === undefined ? [] : [{ ...at, isOwner }];
  return { name, id, cookie: await world.signInAs(id), isSuspended: false, bodies, organisations };
}

async function formerMember(world: TestWorld, at: Place): Promise<Person> {
  const person = await signedIn(world, 'a former member of the proposer', { at });
  await world.database.asOwner('DELETE FROM membership WHERE user_id = $1', [person.id]);
  return { ...person, organisations: [] };
}

async function suspended(world: TestWorld, at: Place): Promise<Person> {
  const person = await signedIn(world, 'a suspended member of the proposer', { at, isOwner: true });
  await world.database.asOwner('UPDATE app_user SET disabled_at = htsm_now() WHERE id = $1', [person.id]);
  return { ...person, isSuspended: true };
}
