import { makeChallenge } from '@htsm/api/challenges/testing';
import { makeOrganisation, makePerson, type TestDatabase } from '@htsm/api/core/testing';
import { makeProposal } from '@htsm/api/proposals/testing';

/** The people and organisations of one challenge of the network. */
export interface Spot {
  readonly database: TestDatabase;
  readonly number: number;
  readonly reviewer: { readonly id: string; readonly email: string };
  readonly party: { readonly id: string; readonly name: string; readonly kvk: string };
  readonly endedOn: string | null;
}

/** What a way of being bound says of itself. */
export interface Evidence {
  readonly kind: string;
  readonly link: string | null;
  /** The name, KvK number or domain on the side of the reviewer. */
  readonly through: string;
  /** When it is another day than that of the spot. */
  readonly endedOn?: string | null;
}

/** One way of being bound to an organisation; `ends` are those that can be over. */
export interface Way {
  readonly name: string;
  readonly ends: boolean;
  readonly plant: (spot: Spot) => Promise<Evidence>;
}

const LINK_KINDS = ['employer', 'client', 'supplier', 'shareholder', 'family', 'other'] as const;

async function member(spot: Spot, organisationId: string): Promise<void> {
  const table = spot.endedOn === null ? 'membership (user_id, organisation_id, body, role)' : 'former_membership';
  const values = spot.endedOn === null ? `($1, $2, 'organisation', 'member')` : `($1, $2, $3)`;
  const parameters = spot.endedOn === null ? [] : [spot.endedOn];
  await spot.database.asOwner(`INSERT INTO ${table} VALUES ${values}`, [
    spot.reviewer.id,
    organisationId,
    ...parameters,
  ]);
  // who is a former member got there by a membership that was deleted; only the day is chosen here
  if (spot.endedOn !== null) await refresh(spot);
}

const refresh = ({ database, reviewer }: Spot): Promise<unknown> =>
  database.asOwner('SELECT refresh_ties_of(ARRAY[$1::uuid])', [reviewer.id]);

async function declare(
  spot: Spot,
  said: { kind: string; name?: string; kvk?: string; domain?: string },
): Promise<void> {
  await spot.database.asOwner(
    `INSERT INTO reviewer_link (user_id, kind, organisation_name, kvk_number, mail_domain, ended_on) VALUES ($1, $2, $3, $4, $5, $6)`,
    [spot.reviewer.id, said.kind, said.name ?? `Iets ${spot.number}`, said.kvk ?? '', said.domain ?? '', spot.endedOn],
  );
}

/** The reviewer's own employer, which is no party. */
async function ownPlace(spot: Spot, { hasEnded }: { hasEnded: boolean }): Promise<{ id: string; name: string }> {
  const place = await makeOrganisation(spot.database, { name: `Eigen werk ${spot.number}` });
  await member({ ...spot, endedOn: hasEnded ? spot.endedOn : null }, place.id);
  return place;
}

const inGroup = ({ database }: Spot, id: string, top: string): Promise<unknown> =>
  database.asOwner('UPDATE organisation SET group_kvk_number = $2 WHERE id = $1', [id, top]);

/** The day of what two organisations did together; half a year ago for what did not end. */
const dayOf = ({ endedOn }: Spot): string =>
  endedOn ?? new Date(Date.now() - 180 * 86_400_000).toISOString().slice(0, 10);

async function teamed(spot: Spot, caller: string, answerer: string): Promise<void> {
  const { database } = spot;
  const challenge = await makeChallenge(database, { state: 'closed' });
  const [call] = await database.asOwner<{ id: string }>(
    `INSERT INTO partner_call (challenge_id, organisation_id, organisation_name, placed_by, brings, seeks, capabilities, ends_at, state)
     VALUES ($1, $2, 'x', $3, 'x', 'x', '{}', htsm_now(), 'ended') RETURNING id`,
    [challenge.id, caller, spot.reviewer.id],
  );
  await database.asOwner(
    `INSERT INTO partner_answer (call_id, organisation_id, organisation_name, answered_by, words, state, decided_at)
     VALUES ($1, $2, 'x', $3, 'x', 'accepted', ($4 || ' 12:00')::timestamp AT TIME ZONE 'Europe/Amsterdam')`,
    [call?.id, answerer, spot.reviewer.id, dayOf(spot)],
  );
}

async function matched(spot: Spot, owner: string, sme: string): Promise<void> {
  const challenge = await makeChallenge(spot.database, {
    state: 'closed',
    organisationId: owner,
    createdBy: spot.reviewer.id,
  });
  const proposal = await makeProposal(spot.database, {
    challengeId: challenge.id,
    organisationId: sme,
    createdBy: spot.reviewer.id,
    state: 'awarded',
  });
  const noon = `($4 || ' 12:00')::timestamp AT TIME ZONE 'Europe/Amsterdam'`;
  await spot.database.asOwner(
    `INSERT INTO match (challenge_id, proposal_id, organisation_id, created_by, state, created_at, updated_at)
     VALUES ($1, $2, $3, $5, $6, ${noon}, ${noon})`,
    [challenge.id, proposal.id, sme, dayOf(spot), spot.reviewer.id, spot.endedOn === null ? 'in_talks' : 'ended'],
  );
}

const MEMBERSHIPS: readonly Way[] = [
  {
    name: 'works there by their account',
    ends: true,
    plant: async (spot) => {
      await member(spot, spot.party.id);
      return { kind: 'same_organisation', link: null, through: spot.party.name };
    },
  },
  {
    name: 'works for its parent',
    ends: true,
    plant: async (spot) => {
      const place = await ownPlace(spot, { hasEnded: true });
      const [{ kvk = '' } = {}] = await spot.database.asOwner<{ kvk: string }>(
        'SELECT kvk_number AS kvk FROM organisation WHERE id = $1',
        [place.id],
      );
      await inGroup(spot, spot.party.id, kvk);
      return { kind: 'group', link: null, through: place.name };
    },
  },
  {
    name: 'works for a sister',
    ends: true,
    plant: async (spot) => {
      const place = await ownPlace(spot, { hasEnded: true });
      await inGroup(spot, place.id, String(70_000_000 + spot.number));
      await inGroup(spot, spot.party.id, String(70_000_000 + spot.number));
      return { kind: 'group', link: null, through: place.name };
    },
  },
];

const DOMAINS: readonly Way[] = [
  {
    name: 'has an address at the domain of its members',
    ends: false,
    plant: async (spot) => {
      const domain = `leden${spot.number}.test`;
      await makePerson(spot.database, { organisationId: spot.party.id, email: `lid@${domain}` });
      await spot.database.asOwner('UPDATE app_user SET email = $2 WHERE id = $1', [
        spot.reviewer.id,
        `eigen@${domain}`,
      ]);
      return { kind: 'email_domain', link: null, through: domain };
    },
  },
  {
    name: 'has an address at the domain of its website',
    ends: false,
    plant: async (spot) => {
      const domain = `pagina${spot.number}.test`;
      await spot.database.asOwner('UPDATE app_user SET email = $2 WHERE id = $1', [
        spot.reviewer.id,
        `Eigen@${domain}`,
      ]);
      const website = `https://www.${domain}/over-ons`;
      await spot.database.asOwner('UPDATE organisation SET website = $2 WHERE id = $1', [spot.party.id, website]);
      return { kind: 'email_domain', link: null, through: domain };
    },
  },
  {
    name: 'declared its domain',
    ends: true,
    plant: async (spot) => {
      const domain = `gezegd${spot.number}.test`;
      await makePerson(spot.database, { organisationId: spot.party.id, email: `lid@${domain}` });
      await declare(spot, { kind: 'client', domain });
      return { kind: 'email_domain', link: 'client', through: domain };
    },
  },
];

const DECLARED: readonly Way[] = [
  ...LINK_KINDS.map((kind) => ({
    name: `declared its KvK number: ${kind}`,
    ends: true,
    plant: async (spot: Spot) => {
      await declare(spot, { kind, kvk: spot.party.kvk });
      return { kind: 'kvk_number', link: kind, through: spot.party.kvk };
    },
  })),
  {
    name: 'declared its name, written otherwise',
    ends: true,
    plant: async (spot) => {
      const name = `PARTÍJ  ${spot.number}, N.V.`;
      await declare(spot, { kind: 'shareholder', name });
      return { kind: 'declared_link', link: 'shareholder', through: name };
    },
  },
  {
    name: 'declared a parent that is not on the platform',
    ends: true,
    plant: async (spot) => {
      await inGroup(spot, spot.party.id, String(60_000_000 + spot.number));
      await declare(spot, { kind: 'supplier', name: `Moeder ${spot.number}`, kvk: String(60_000_000 + spot.number) });
      return { kind: 'group', link: 'supplier', through: `Moeder ${spot.number}` };
    },
  },
  {
    name: 'declared the name of a sister',
    ends: true,
    plant: async (spot) => {
      const sister = await makeOrganisation(spot.database, { name: `Zuster ${spot.number} B.V.` });
      await inGroup(spot, sister.id, spot.party.kvk);
      await declare(spot, { kind: 'employer', name: `Zuster ${spot.number}` });
      return { kind: 'group', link: 'employer', through: `Zuster ${spot.number}` };
    },
  },
];

const JOINT: readonly Way[] = [
  {
    name: 'their employer answered its call',
    ends: true,
    plant: async (spot) => {
      const place = await ownPlace(spot, { hasEnded: false });
      await teamed(spot, spot.party.id, place.id);
      return { kind: 'joint_consortium', link: null, through: place.name, endedOn: dayOf(spot) };
    },
  },
  {
    name: 'it answered the call of their employer',
    ends: true,
    plant: async (spot) => {
      const place = await ownPlace(spot, { hasEnded: false });
      await teamed(spot, place.id, spot.party.id);
      return { kind: 'joint_consortium', link: null, through: place.name, endedOn: dayOf(spot) };
    },
  },
  {
    name: 'their employer was matched with it',
    ends: true,
    plant: async (spot) => {
      const place = await ownPlace(spot, { hasEnded: false });
      await matched(spot, spot.party.id, place.id);
      return { kind: 'match', link: null, through: place.name };
    },
  },
  {
    name: 'it was matched for a challenge of their employer',
    ends: true,
    plant: async (spot) => {
      const place = await ownPlace(spot, { hasEnded: false });
      await matched(spot, place.id, spot.party.id);
      return { kind: 'match', link: null, through: place.name };
    },
  },
];

/** Every way in which somebody can be bound. */
export const WAYS: readonly Way[] = [...MEMBERSHIPS, ...DOMAINS, ...DECLARED, ...JOINT];
