import { writeFileSync } from 'node:fs';
import { Database, actorOf, type Actor, type PersonRow } from '@htsm/api/core';
import { makeOrganisation, makePerson, type TestWorld } from '@htsm/api/core/testing';
import { makeConflictNetwork, type Planted } from '../testing/conflict-network';
import { createReviewsWorld } from '../testing/reviews-world';

const IS_FULL = process.env['TRUST'] === 'full';

/** A tie as the taskforce reads it, comparable with what was planted. */
type Found = Omit<Planted, 'way' | 'isWithinYears'>;

describe('a network of reviewers and organisations with planted conflicts', () => {
  let world: TestWorld;
  let planted: Planted[];
  let taskforce: Actor;

  beforeAll(async () => {
    world = await createReviewsWorld();
    planted = await makeConflictNetwork(world.database, IS_FULL);
    taskforce = await actor((await makePerson(world.database, { bodies: ['taskforce'] })).id);
  }, 120_000);
  afterAll(() => world.close());

  async function actor(userId: string): Promise<Actor> {
    const [row] = await world.database.asOwner<{ person: PersonRow }>('SELECT auth_person($1) AS person', [userId]);
    if (row === undefined) throw new Error('The person was made just before');
    return actorOf(row.person);
  }

  /** Everything that is found in any challenge. */
  async function found(): Promise<Found[]> {
    return world.app.get(Database).as(taskforce, (tx) =>
      tx.rows<Found>(
        `SELECT f.user_id AS "userId", c.id AS "challengeId", f.role, f.kind, f.link, f.through, f.ended_on::text AS "endedOn",
          f.waived_until IS NOT NULL AS "isWaived", f.proposal_ids AS "proposalIds"
         FROM challenge c CROSS JOIN LATERAL conflicts_in(c.id) f WHERE c.state = 'evaluating'`,
      ),
    );
  }

  const expected = (some: readonly Planted[]): Found[] =>
    some.map((one) => ({
      userId: one.userId,
      challengeId: one.challengeId,
      role: one.role,
      kind: one.kind,
      link: one.link,
      through: one.through,
      endedOn: one.endedOn,
      isWaived: one.isWaived,
      proposalIds: one.proposalIds,
    }));

  it('is big, and holds every kind and every role', () => {
    const kinds = new Set(planted.map(({ kind }) => kind));
    const roles = new Set(planted.map(({ role }) => role));
    expect([planted.length >= (IS_FULL ? 85 : 40), kinds.size, roles.size]).toEqual([true, 7, 3]);
  });

  it('shows every planted one with its evidence, and nothing else', async () => {
    const all = await found();
    const counting = planted.filter((one) => one.isWithinYears).length;
    const figure = `${planted.length} planted, ${counting} within the years, ${all.length} found`;
    const file = process.env['TRUST_FIGURE'];
    if (file !== undefined) writeFileSync(file, figure);
    expect(sorted(all)).toEqual(sorted(expected(planted.filter((one) => one.isWithinYears))));
  });

  it('shows those of longer ago when the taskforce counts more years', async () => {
    await world.database.asOwner('UPDATE judging_rule SET conflict_years = 5');
    const all = await found();
    await world.database.asOwner('UPDATE judging_rule SET conflict_years = 3');
    expect(sorted(all)).toEqual(sorted(expected(planted)));
  });

  it('keeps each reviewer from exactly the proposals that a live tie without a running waiver is with', async () => {
    const proposals = await world.database.asOwner<{ id: string; challengeId: string }>(
      `SELECT id, challenge_id AS "challengeId" FROM proposal WHERE state = 'under_review' ORDER BY id`,
    );
    const ids = proposals.map(({ id }) => id);
    const ofChallenge = Map.groupBy(proposals, ({ challengeId }) => challengeId);
    const wrong: string[] = [];
    for (const one of planted) {
      const barred = await world.app.get(Database).as(await actor(one.userId), (tx) =>
        tx.rows<{ id: string; isListed: boolean; mayNot: boolean }>(
          `SELECT id, id = ANY (my_barred_proposals()) AS "isListed", i_may_not_judge(id) AS "mayNot"
           FROM unnest($1::uuid[]) p (id) ORDER BY 1`,
          [ids],
        ),
      );
      // parties judge nothing of their challenge, and no waiver changes that
      const isParty = one.kind === 'same_organisation' && one.endedOn === null;
      const all = (ofChallenge.get(one.challengeId) ?? []).map(({ id }) => id);
      const right = isParty ? all : one.isWithinYears && !one.isWaived ? one.proposalIds : [];
      // one by one and as a list
      const answers = [barred.filter(({ mayNot }) => mayNot), barred.filter(({ isListed }) => isListed)];
      if (answers.some((answer) => answer.map(({ id }) => id).join() !== right.join()))
        wrong.push(`${one.way}, ${one.role}: ${answers.map(({ length }) => length).join(' and ')}`);
    }
    expect(wrong).toEqual([]);
  });

  it('asks each proposal for itself when the list would be long', async () => {
    const [one] = planted.filter(
      ({ kind, role, ...tie }) => kind === 'declared_link' && role === 'proposer' && tie.isWithinYears && !tie.isWaived,
    );
    if (one === undefined) throw new Error('Such conflicts were planted');
    const judge = await actor(one.userId);
    const list = () =>
      world.app
        .get(Database)
        .as(judge, (tx) =>
          tx.row('SELECT cardinality(my_barred_proposals()) AS n, i_may_not_judge($1) AS "mayNot"', [
            one.proposalIds[0],
          ]),
        );
    const before = await list();
    const { id: busy } = await makeOrganisation(world.database, { name: 'Overal bij' });
    await world.database.asOwner(
      `INSERT INTO proposal (challenge_id, organisation_id, created_by, state)
       SELECT $1, $2, $3, 'withdrawn' FROM generate_series(1, 20001)`,
      [one.challengeId, busy, one.userId],
    );
    await world.database.asOwner(
      `INSERT INTO reviewer_link (user_id, kind, organisation_name) VALUES ($1, 'client', 'Overal bij')`,
      [one.userId],
    );
    expect([before, await list()]).toEqual([
      { n: one.proposalIds.length, mayNot: true },
      { n: null, mayNot: true },
    ]);
  });

  it('keeps its rows as they follow from what they are made of', async () => {
    const kept =
      'SELECT user_id, organisation_id, fact, kind, link, through, ended_on FROM conflict_tie ORDER BY 1, 2, 3';
    const before = await world.database.asOwner(kept);
    await world.database.asOwner(`SELECT refresh_ties_of(ARRAY(SELECT id FROM app_user))`);
    expect(await world.database.asOwner(kept)).toEqual(before);
  });
});

function sorted(found: readonly Found[]): string[] {
  return found.map((one) => JSON.stringify(one, Object.keys(one).sort())).sort();
}
