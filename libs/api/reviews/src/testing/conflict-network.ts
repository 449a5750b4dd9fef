import { makeChallenge } from '@htsm/api/challenges/testing';
import { makeOrganisation, makePerson, type TestDatabase } from '@htsm/api/core/testing';
import { makeProposal } from '@htsm/api/proposals/testing';
import { WAYS, type Evidence, type Spot, type Way } from './conflict-ways';
import { makeReviewer } from './review.factory';

const ROLES = ['proposer', 'owner', 'partner'] as const;
/** How it stands with what was planted: whether it lasts, ended within the years or before them, and whether it was waived. */
const CASES = [
  { ended: null, waiver: 'none' },
  { ended: null, waiver: 'running' },
  { ended: null, waiver: 'ended' },
  { ended: 1, waiver: 'none' },
  { ended: 4, waiver: 'none' },
] as const;

/** Something that binds a reviewer to a party, as the network planted it. */
export interface Planted extends Evidence {
  readonly way: string;
  readonly userId: string;
  readonly challengeId: string;
  readonly role: (typeof ROLES)[number];
  /** The day on which it ended, or null while it lasts. */
  readonly endedOn: string | null;
  readonly isWithinYears: boolean;
  readonly isWaived: boolean;
  /** Of the proposals that the party takes part in, by id. */
  readonly proposalIds: readonly string[];
}

/**
 * Makes a challenge for every way of being bound in every case (in a third of them unless it is full), each with a reviewer, a
 * party and an innocent proposal, among people and organisations that look alike and are not bound.
 */
export async function makeConflictNetwork(database: TestDatabase, isFull: boolean): Promise<Planted[]> {
  const planted: Planted[] = [];
  for (const [index, way] of WAYS.entries()) {
    for (const [turn, { ended, waiver }] of CASES.entries()) {
      if (ended !== null && !way.ends) continue;
      if (!isFull && turn > 0 && (index + turn) % 3 > 0) continue;
      const role = ROLES[(index + turn) % ROLES.length] ?? 'proposer';
      // whoever works for a partner worked together with the lead as well
      const isPlain = !(role === 'partner' && way === WAYS[0]);
      if (isPlain) planted.push(await plant(database, { way, role, ended, waiver, number: planted.length + 1 }));
    }
  }
  await addInnocents(database);
  return planted;
}

async function plant(
  database: TestDatabase,
  wish: { way: Way; role: Planted['role']; ended: number | null; waiver: string; number: number },
): Promise<Planted> {
  const { way, role, ended, waiver, number } = wish;
  const reviewer = await makeReviewer(database, { name: `Beoordelaar ${number}` });
  const { id } = await makeOrganisation(database, {
    name: `Partij ${number} BV`,
    kind: role === 'owner' ? 'company' : 'sme',
  });
  const kvk = String(80_000_000 + number);
  await database.asOwner('UPDATE organisation SET kvk_number = $2 WHERE id = $1', [id, kvk]);
  const spot: Spot = {
    database,
    number,
    reviewer,
    party: { id, name: `Partij ${number} BV`, kvk },
    endedOn: ended === null ? null : yearsAgo(ended),
  };
  const { challengeId, proposalIds } = await takePart(spot, role);
  const evidence = await way.plant(spot);
  if (waiver !== 'none') await waive(spot, challengeId, waiver === 'running');
  return {
    way: way.name,
    userId: reviewer.id,
    challengeId,
    role,
    endedOn: spot.endedOn,
    ...evidence,
    isWithinYears: ended === null || ended < 3,
    isWaived: waiver === 'running',
    proposalIds,
  };
}

/** Makes the challenge with two proposals, in which the party has the role. */
async function takePart(
  { database, party }: Spot,
  role: Planted['role'],
): Promise<{ challengeId: string; proposalIds: string[] }> {
  const challenge = await makeChallenge(database, {
    state: 'evaluating',
    ...(role === 'owner' ? { organisationId: party.id } : {}),
  });
  const values = { challengeId: challenge.id, state: 'under_review' } as const;
  const innocent = await makeProposal(database, values);
  const lead = await makeProposal(database, {
    ...values,
    ...(role === 'proposer' ? { organisationId: party.id } : {}),
  });
  if (role === 'partner') await accept({ database, lead, partnerId: party.id });
  return { challengeId: challenge.id, proposalIds: role === 'owner' ? [innocent.id, lead.id].sort() : [lead.id] };
}

async function accept({
  database,
  lead,
  partnerId,
  state = 'accepted',
}: {
  database: TestDatabase;
  lead: { challengeId: string; organisationId: string; createdBy: string };
  partnerId: string;
  state?: 'accepted' | 'declined';
}): Promise<void> {
  const [call] = await database.asOwner<{ id: string }>(
    `INSERT INTO partner_call (challenge_id, organisation_id, organisation_name, placed_by, brings, seeks, capabilities, ends_at, state)
     VALUES ($1, $2, 'x', $3, 'x', 'x', '{}', htsm_now(), 'ended') RETURNING id`,
    [lead.challengeId, lead.organisationId, lead.createdBy],
  );
  await database.asOwner(
    `INSERT INTO partner_answer (call_id, organisation_id, organisation_name, answered_by, words, state, decided_at)
     VALUES ($1, $2, 'x', $3, 'x', $4, htsm_now())`,
    [call?.id, partnerId, lead.createdBy, state],
  );
}

async function waive({ database, reviewer, party }: Spot, challengeId: string, isRunning: boolean): Promise<void> {
  const signer = await makePerson(database, { bodies: ['taskforce'] });
  await database.asOwner(
    `INSERT INTO conflict_waiver (challenge_id, user_id, organisation_id, facts, reason, signed_by, ends_at)
     SELECT $1, user_id, organisation_id, array_agg(fact), 'Lang geleden.', $4, htsm_now() + $5 * interval '1 day'
     FROM conflict_tie WHERE user_id = $2 AND organisation_id = $3 GROUP BY user_id, organisation_id`,
    [challengeId, reviewer.id, party.id, signer.id, isRunning ? 1 : -1],
  );
}

/** What looks like a tie and is none: free mail, names that begin alike, an answer that was declined, links of outsiders. */
async function addInnocents(database: TestDatabase): Promise<void> {
  const challenge = await makeChallenge(database, { state: 'evaluating' });
  const values = { challengeId: challenge.id, state: 'under_review' } as const;
  const place = await makeOrganisation(database, { name: 'Noorderlicht' });
  await makePerson(database, { organisationId: place.id, email: 'noorderlicht@gmail.com' });
  await makeProposal(database, { ...values, organisationId: place.id });
  const reviewer = await makePerson(database, { email: 'iemand@gmail.com', bodies: ['review_panel'] });
  const employer = await makeOrganisation(database, { name: 'Eigen werk' });
  await database.asOwner(
    `INSERT INTO membership (user_id, body, organisation_id, role) VALUES ($1, 'organisation', $2, 'member')`,
    [reviewer.id, employer.id],
  );
  const lead = await makeProposal(database, { ...values, organisationId: (await makeOrganisation(database)).id });
  await accept({ database, lead, partnerId: employer.id, state: 'declined' });
  const link = `INSERT INTO reviewer_link (user_id, kind, organisation_name, kvk_number) VALUES ($1, 'client', $2, $3)`;
  await database.asOwner(link, [reviewer.id, 'Noorderlicht Zuid BV', '91919191']);
  const [{ kvk = '' } = {}] = await database.asOwner<{ kvk: string }>(
    'SELECT kvk_number AS kvk FROM organisation WHERE id = $1',
    [place.id],
  );
  await database.asOwner(link, [(await makePerson(database)).id, 'Noorderlicht', kvk]);
}

function yearsAgo(years: number): string {
  const day = new Date();
  day.setUTCFullYear(day.getUTCFullYear() - years);
  return day.toISOString().slice(0, 10);
}
