import { makePerson, type TestWorld } from '@htsm/api/core/testing';
import type { ReviewerFitsDto } from '../dto/expertise.dto';
import { makeReviewer } from '../testing';
import { createReviewsWorld, makeJudging, refusal, sendAsTaskforce, type Send } from '../testing/reviews-world';

const WELDING = { words: 'Welding robots and the inspection of weld seams.', themes: ['robotics'], locale: 'en' };

describe('what reviewers know', () => {
  let world: TestWorld;
  let send: Send;
  beforeAll(async () => {
    world = await createReviewsWorld();
    send = await sendAsTaskforce(world);
  });
  afterAll(() => world.close());
  beforeEach(() => world.database.asOwner('DELETE FROM reviewer_expertise'));

  async function reviewer(name: string) {
    const { id } = await makeReviewer(world.database, { name });
    const cookie = await world.signInAs(id);
    const say = (body: object) => world.request('PUT', '/api/my/expertise', { cookie, body });
    return { id, cookie, say };
  }

  it('is said by themselves, version by version', async () => {
    const { cookie, say } = await reviewer('Anna');
    const read = async () => (await world.request('GET', '/api/my/expertise', { cookie })).body;
    expect(await read()).toEqual({ locale: 'nl', words: '', themes: [], version: 0 });
    expect((await say({ ...WELDING, version: 0 })).body).toEqual({ ...WELDING, version: 1 });
    expect(await read()).toEqual({ ...WELDING, version: 1 });
    const late = await say({ words: 'Anders.', themes: [], locale: 'nl', version: 0 });
    expect([late.status, late.body]).toEqual([
      409,
      expect.objectContaining({ code: 'version_conflict', current: { ...WELDING, version: 1 } }),
    ]);
  });

  it('is nobody else’s to say: not for other people, nor for who left the panel', async () => {
    const stranger = await world.signInAs((await makePerson(world.database, { bodies: ['taskforce'] })).id);
    const refused = await world.request('PUT', '/api/my/expertise', {
      cookie: stranger,
      body: { ...WELDING, version: 0 },
    });
    expect(refusal(refused)).toEqual([403, 'not_allowed', []]);
    const { id, say } = await reviewer('Bram');
    await say({ ...WELDING, version: 0 });
    await world.database.asOwner('DELETE FROM membership WHERE user_id = $1', [id]);
    const { challenge } = await makeJudging(world, 1);
    expect((await send('GET', `/api/taskforce/challenges/${challenge.id}/reviewer-fits`)).body).toEqual({ items: [] });
  });

  it('ranks proposals across languages, by the words and the themes', async () => {
    const { challenge, proposals } = await makeJudging(world, 2);
    const [welding, baking] = proposals.map(({ id }) => id);
    const texts = [
      [welding, 'Lasrobots die lasnaden inspecteren', 'Een robot last en keurt de lasnaad.'],
      [baking, 'Brood bakken op de boerderij', 'Wij bakken brood van eigen tarwe.'],
    ];
    for (const [id, title, approach] of texts)
      await world.database.asOwner('UPDATE proposal SET title = $2, approach = $3 WHERE id = $1', [
        id,
        title,
        approach,
      ]);
    const anna = await reviewer('Anna');
    await anna.say({ ...WELDING, version: 0 });
    await reviewer('Stil');
    const path = `/api/taskforce/challenges/${challenge.id}/reviewer-fits`;
    const { items } = (await send('GET', path)).body as ReviewerFitsDto; // the contract of the route
    expect(items.map(({ reviewerId, words, themes, locale }) => ({ reviewerId, words, themes, locale }))).toEqual([
      { reviewerId: anna.id, ...WELDING },
    ]);
    const scores = new Map(items[0]?.proposals.map(({ proposalId, score }) => [proposalId, score]));
    expect([...scores.keys()].sort()).toEqual([welding, baking].sort());
    expect(scores.get(welding ?? '')).toBeGreaterThan(2 * (scores.get(baking ?? '') ?? 0));
    expect((await send('GET', path)).body).toEqual({ items });
  });

  it('says nothing of proposals before closing', async () => {
    const { challenge } = await makeJudging(world, 2);
    await world.database.asOwner(`UPDATE proposal SET state = 'submitted' WHERE challenge_id = $1`, [challenge.id]);
    await world.database.asOwner(`UPDATE challenge SET state = 'open' WHERE id = $1`, [challenge.id]);
    const anna = await reviewer('Anna');
    await anna.say({ ...WELDING, version: 0 });
    const { body } = await send('GET', `/api/taskforce/challenges/${challenge.id}/reviewer-fits`);
    expect(body).toEqual({ items: [{ reviewerId: anna.id, ...WELDING, proposals: [] }] });
  });
});
