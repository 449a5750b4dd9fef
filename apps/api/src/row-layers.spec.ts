import type { TestWorld } from '@htsm/api/core/testing';
import { createWholeApi } from './testing-app';
import { whoMay } from './testing/row-tables';
import { makeRowWorld, type RowWorld } from './testing/row-world';

const ANSWERS = 'SELECT proposal_id::text AS row FROM answer';

describe('a rule that another one stands before', () => {
  let world: TestWorld;
  let rows: RowWorld;
  beforeAll(async () => {
    world = await createWholeApi();
    rows = await makeRowWorld(world.database);
  });
  afterAll(() => world.close());

  it('keeps answers from their parties until the release, without the bar on unfinished reviews', async () => {
    await world.database.asOwner('DROP POLICY own_review_first ON answer');
    expect(await whoMay(world, rows, ANSWERS)).toEqual({
      'P judged': 'taskforce officer barredOfficer',
      'P lost of rival': 'owner rival taskforce officer barredOfficer rivalJudge partyJudge',
      'P won': 'owner member colleague taskforce officer barredOfficer partyJudge',
    });
  });

  it('keeps the notes on a match from its parties, without the match before them', async () => {
    await world.database.asOwner('DROP POLICY follows_match ON match_note');
    expect(await whoMay(world, rows, 'SELECT match_id::text AS row FROM match_note')).toEqual({
      'M won': 'taskforce officer barredOfficer',
    });
  });
});
