import { makePerson, type TestWorld } from '@htsm/api/core/testing';
import type { MadeProposal } from '@htsm/api/proposals/testing';
import type { StabilityDto } from '../dto/field-judgement.dto';
import type { RankingDto } from '../dto/ranking.dto';
import { makeAssignment, makeReviewer, type MadeScore } from '../testing';
import { makeLargeJudging } from '../testing/large-judging';
import { createReviewsWorld, makeJudging, refusal, sendAs, sendAsTaskforce, type Send } from '../testing/reviews-world';

describe('the ranking', () => {
  let world: TestWorld;
  let send: Send;
  beforeAll(async () => {
    world = await createReviewsWorld();
    send = await sendAsTaskforce(world);
  });
  afterAll(() => world.close());

  const path = (id: string): string => `/api/taskforce/challenges/${id}`;
  const readRanking = async (id: string, as = send): Promise<RankingDto> =>
    (await as('GET', `${path(id)}/ranking`)).body as RankingDto; // the contract of the route
  const readStability = async (id: string, as = send): Promise<StabilityDto> =>
    (await as('GET', `${path(id)}/stability`)).body as StabilityDto; // the contract of the route

  /** Everybody judges by the table: a row for each proposal, a score for each reviewer, null where one did not judge. */
  async function judge(
    proposals: readonly MadeProposal[],
    reviewers: readonly { id: string }[],
    table: readonly (readonly (readonly MadeScore[] | null)[])[],
  ): Promise<void> {
    for (const [row, scores] of table.entries()) {
      for (const [column, given] of scores.entries()) {
        const [proposal, reviewer] = [proposals[row], reviewers[column]];
        if (!proposal || !reviewer || given === null) continue;
        await makeAssignment(world.database, { proposal, reviewerId: reviewer.id, state: 'submitted', scores: given });
      }
    }
  }

  const panel = async (...names: string[]): Promise<{ id: string; name: string }[]> =>
    Promise.all(names.map((name) => makeReviewer(world.database, { name })));
  const alike = (score: number): MadeScore[] => [score, score, score];

  it('sets scores beside what they are without leniency, with places, intervals and the strict reviewer', async () => {
    const { challenge, proposals } = await makeJudging(world, 5);
    const reviewers = await panel('Anna', 'Bram', 'Cato', 'Dirk');
    // Dirk gives two points less than the others, and never judged the last two
    await judge(proposals, reviewers, [
      [null, alike(5), alike(5), alike(3)],
      [alike(4), null, alike(4), alike(2)],
      [alike(5), alike(4), null, alike(3)],
      [alike(4), alike(3), alike(4), null],
      [alike(3), alike(3), alike(3), null],
    ]);
    const { items, leniency, disagreements, distributions } = await readRanking(challenge.id);
    expect(leniency).toMatchObject({ refusal: null, tooFewFrom: [], groups: 1, hasDifferences: true });
    expect(leniency.reviewers.map(({ name, reviewCount }) => [name, reviewCount])).toEqual([
      ['Anna', 4],
      ['Cato', 4],
      ['Bram', 4],
      ['Dirk', 3],
    ]);
    const dirk = leniency.reviewers.find(({ name }) => name === 'Dirk');
    expect(dirk?.effect).toBeLessThan(-1.2);
    expect(Math.abs(dirk?.effect ?? 0)).toBeGreaterThan(3 * (dirk?.standardError ?? 1));
    expect(items.map(({ number, place, adjustedPlace, mean }) => [number, place, adjustedPlace, mean])).toEqual([
      [1, 1, 1, 4.33],
      [3, 2, 2, 4],
      [4, 3, 4, 3.67],
      [2, 4, 3, 3.33],
      [5, 5, 5, 3],
    ]);
    const [first] = items;
    expect(first?.adjusted).toBeCloseTo(4.55, 2);
    expect([first?.interval?.best, first?.adjustedInterval]).toEqual([1, { best: 1, worst: 1 }]);
    expect(disagreements.map(({ proposalId, spread }) => [proposalId, spread])).toEqual(
      [proposals[0], proposals[1], proposals[2]].map((proposal) => [proposal?.id, 2]),
    );
    expect(disagreements[0]?.criteria.map(({ spread }) => spread)).toEqual([2, 2, 2]);
    expect(distributions.map(({ counts, mean }) => [counts, mean])).toEqual(
      challenge.criterionIds.map(() => [[0, 0, 1, 6, 5, 3], 3.67]),
    );
  });

  it('says why it leaves scores as they are', async () => {
    const { challenge, proposals } = await makeJudging(world, 4);
    const reviewers = await panel('Els', 'Fred', 'Gijs', 'Henk');
    await judge(proposals, reviewers, [
      [alike(4), alike(3), null, null],
      [alike(2), alike(3), null, null],
      [null, null, alike(5), alike(4)],
      [null, null, alike(1), alike(2)],
    ]);
    const { items, leniency } = await readRanking(challenge.id);
    expect(leniency).toEqual({
      refusal: 'disconnected',
      tooFewFrom: [],
      groups: 2,
      hasDifferences: false,
      reviewers: [],
    });
    expect(
      items.map(({ adjusted, adjustedPlace, adjustedInterval }) => [adjusted, adjustedPlace, adjustedInterval]),
    ).toEqual(items.map(() => [null, null, null]));
    const [one] = proposals.slice(2);
    if (!one) throw new Error('it was made');
    await makeAssignment(world.database, {
      proposal: one,
      reviewerId: reviewers[0]?.id ?? '',
      state: 'submitted',
      scores: alike(4),
    });
    await makeAssignment(world.database, {
      proposal: one,
      state: 'submitted',
      scores: alike(4),
      reviewerId: (await panel('Ina'))[0]?.id ?? '',
    });
    expect((await readRanking(challenge.id)).leniency).toMatchObject({
      refusal: 'reviewer_with_too_few',
      tooFewFrom: ['Ina'],
      groups: 1,
    });
  });

  it('tells how firmly first place is held', async () => {
    const { challenge, proposals } = await makeJudging(world, 2);
    const reviewers = await panel('Jan', 'Kim');
    // weights 40, 35 and 25; the first leads by 2 on the first criterion and is behind by 1 on the others
    await judge(proposals, reviewers, [
      [
        [5, 3, 3],
        [5, 3, 'na'],
      ],
      [
        [3, 4, 4],
        [3, 4, 4],
      ],
    ]);
    const [first, second] = proposals.map(({ id }) => id);
    const found = await readStability(challenge.id);
    expect(found).toMatchObject({ leaders: [first], notApplicable: 1, isPartial: false });
    expect(
      found.weights.map(({ weight, below, above }) => [weight, below?.rivalId ?? null, above?.rivalId ?? null]),
    ).toEqual([
      [40, second, null],
      [35, null, second],
      [25, null, second],
    ]);
    expect(found.smallestChange).toMatchObject({ criterionId: challenge.criterionIds[0], rivalId: second });
    expect(found.smallestChange?.points).toBeCloseTo(40 - (found.weights[0]?.below?.weight ?? 0), 1);
    expect(found.withoutReviewer.map(({ name, leaders, isChanged }) => [name, leaders, isChanged])).toEqual([
      ['Jan', [first], false],
      ['Kim', [first], false],
    ]);
    expect(found.readings).toEqual([
      { reading: 'not_applicable_as_zero', leaders: [second], isChanged: true },
      { reading: 'not_applicable_as_mean', leaders: [first], isChanged: false },
      { reading: 'median', leaders: [first], isChanged: false },
    ]);
  });

  it('keeps what others gave from whoever still has to judge, in every figure', async () => {
    const { challenge, proposals } = await makeJudging(world, 3);
    const [seen, owed, conflicted] = proposals;
    if (!seen || !owed || !conflicted) throw new Error('three were made');
    const judge = await makePerson(world.database, { bodies: ['taskforce', 'review_panel'] });
    const outsider = (id: string | null): boolean => id !== judge.id;
    const [open, other] = await panel('Loes', world.canaries.plant('a reviewer of what is hidden', outsider));
    await makeAssignment(world.database, {
      proposal: seen,
      reviewerId: open?.id ?? '',
      state: 'submitted',
      scores: alike(3),
    });
    await makeAssignment(world.database, { proposal: owed, reviewerId: judge.id });
    await makeAssignment(world.database, { proposal: conflicted, reviewerId: judge.id, state: 'conflicted' });
    for (const proposal of [owed, conflicted]) {
      await makeAssignment(world.database, {
        proposal,
        reviewerId: other?.id ?? '',
        state: 'submitted',
        scores: [0, 5, 'na'],
      });
    }
    const sendAsJudge = await sendAs(world, judge.id);
    const { items, disagreements, distributions } = await readRanking(challenge.id, sendAsJudge);
    expect(
      items.map(({ proposalId, mean, interval, isHiddenFromMe }) => [proposalId, mean, interval, isHiddenFromMe]),
    ).toEqual([
      [seen.id, 3, null, false],
      [owed.id, null, null, true],
    ]);
    expect(disagreements).toEqual([]);
    expect(distributions.map(({ counts, notApplicable }) => [counts, notApplicable])).toEqual(
      challenge.criterionIds.map(() => [[0, 0, 0, 1, 0, 0], 0]),
    );
    expect(await readStability(challenge.id, sendAsJudge)).toEqual({
      leaders: [seen.id],
      weights: [],
      smallestChange: null,
      withoutReviewer: [{ reviewerId: open?.id, name: 'Loes', leaders: [], isChanged: true }],
      notApplicable: 0,
      readings: ['not_applicable_as_zero', 'not_applicable_as_mean', 'median'].map((reading) => ({
        reading,
        leaders: [seen.id],
        isChanged: false,
      })),
      isPartial: true,
    });
    const stranger = await sendAs(world, (await makePerson(world.database, { bodies: ['review_panel'] })).id);
    expect(refusal(await stranger('GET', `${path(challenge.id)}/stability`))).toEqual([403, 'not_allowed', []]);
    const absent = '00000000-0000-4000-8000-000000000001';
    expect(refusal(await send('GET', `${path(absent)}/stability`))).toEqual([404, 'not_found', []]);
  });

  it('gives the ranking and every score as files that no spreadsheet takes for formulas', async () => {
    const { challenge, proposals } = await makeJudging(world, 2);
    const [first, second] = proposals;
    if (!first || !second) throw new Error('two were made');
    const judge = await makePerson(world.database, { name: 'Mia', bodies: ['taskforce', 'review_panel'] });
    const [nico] = await panel('Nico');
    await world.database.asOwner('UPDATE proposal SET title = $2 WHERE id = $1', [first.id, '=HYPERLINK("x";"y")']);
    const reason = world.canaries.plant('a score', (id) => id !== judge.id);
    const scores: MadeScore[] = [4, 'na', 3];
    await makeAssignment(world.database, { proposal: first, reviewerId: nico?.id ?? '', state: 'submitted', scores });
    await makeAssignment(world.database, { proposal: second, reviewerId: judge.id });
    await makeAssignment(world.database, { proposal: second, reviewerId: nico?.id ?? '', state: 'submitted', reason });
    await world.database.asOwner("UPDATE review SET confidence = 'high' WHERE proposal_id = $1", [first.id]);
    const sendAsJudge = await sendAs(world, judge.id);
    const ranking = await sendAsJudge('GET', `${path(challenge.id)}/ranking/file`);
    expect(ranking.headers).toMatchObject({
      'content-type': 'text/csv; charset=utf-8',
      'content-disposition': 'attachment',
    });
    expect(ranking.text.split('\r\n')).toEqual([
      '\uFEFFPlaats;Plaats van;Plaats tot;Nummer;Voorstel;Bedrijf;Plaatsnaam;Gemiddeld, ruw;Bijgesteld;Plaats, bijgesteld;Mediaan;Spreiding;Beoordelingen binnen;Beoordelingen ontbreken;Onder minimum;Uitkomst;Criterium 1;Criterium 2;Criterium 3'
        .replace('Gemiddeld, ruw', '"Gemiddeld, ruw"')
        .replace('Plaats, bijgesteld', '"Plaats, bijgesteld"'),
      `1;;;1;"'=HYPERLINK(""x"";""y"")";Bedrijf 1;Assen;"3,62";;;"3,62";0;1;0;nee;in beoordeling;4;;3`,
      ';;;2;Idee 2;Bedrijf 2;Assen;;;;;;u beoordeelt dit nog;;;in beoordeling',
      '',
    ]);
    const given = await sendAsJudge('GET', `${path(challenge.id)}/scores/file`);
    expect(given.text.split('\r\n')).toEqual([
      '\uFEFFNummer;Voorstel;Beoordelaar;Beoordelingscriterium;Gewicht;Score;Niet van toepassing;Uitleg;Zekerheid;Opmerking',
      ...[['Criterium 1;40;4;nee'], ['Criterium 2;35;;ja'], ['Criterium 3;25;3;nee']].map(
        ([row]) => `1;"'=HYPERLINK(""x"";""y"")";Nico;${row};"Daarom, met uitleg.";zeker;`,
      ),
      '',
    ]);
    const workbook = await sendAsJudge('GET', `${path(challenge.id)}/ranking/workbook`);
    expect(workbook.headers).toMatchObject({
      'content-type': 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
      'content-disposition': 'attachment',
    });
    expect(Number(workbook.headers['content-length'])).toBeGreaterThan(2_000);
  });

  it('ranks 200 proposals by 30 reviewers on six criteria, adjusted, with the same bytes each time', async () => {
    const size = { proposals: 200, reviewers: 30, reviewsEach: 4 };
    const { challengeId, taskforceId } = await makeLargeJudging(world.database, size);
    const sendAsReader = await sendAs(world, taskforceId);
    const first = await readRanking(challengeId, sendAsReader);
    expect([first.items.length, first.submittedReviews, first.criteria.length]).toEqual([200, 800, 6]);
    expect(first.leniency).toMatchObject({ refusal: null, hasDifferences: true });
    expect(first.leniency.reviewers.length).toBe(30);
    expect(first.items.every(({ place, interval }) => place === null || (interval?.best ?? 0) >= 1)).toBe(true);
    expect({ ...(await readRanking(challengeId, sendAsReader)), now: '' }).toEqual({ ...first, now: '' });
  });
});
