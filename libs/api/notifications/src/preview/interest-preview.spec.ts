import { createTestWorld, makeOrganisation, makePerson, type TestWorld } from '@htsm/api/core/testing';
import { NotificationsModule } from '../notifications.module';
import { notificationsTexts } from '../notifications.texts';
import { makeOpenChallenges } from '../testing/subscribers.factory';

const EVERYTHING = { themes: [], regions: [], frequency: 'weekly' };
const NO_REASON = { themes: [], region: null, words: [], isOfOrganisation: false, profile: null };

describe('what an interest would have brought', () => {
  let world: TestWorld;

  beforeAll(async () => {
    world = await createTestWorld({ modules: [NotificationsModule], entities: [], texts: [notificationsTexts] });
    await makeOpenChallenges(world.database, [
      { slug: 'robots', themes: ['robotics'], region: 'drenthe' },
      { slug: 'old', themes: ['robotics'] },
      { slug: 'over', themes: ['medical'] },
      { slug: 'secret', themes: ['robotics'], state: 'scheduled' },
    ]);
    const shift = `UPDATE challenge SET opened_at = htsm_now() - $2 * interval '1 day' WHERE slug = $1`;
    await world.database.asOwner(shift, ['old', 91]);
    await world.database.asOwner(shift, ['over', 89]);
    await world.database.asOwner(
      `UPDATE challenge SET state = 'closed', summary_en = 'Find seepage' WHERE slug = 'over'`,
    );
  });
  afterAll(() => world.close());

  const show = async (interest: object, cookie?: string) => {
    const answer = await world.request('POST', '/api/subscriptions/preview', {
      body: { ...EVERYTHING, ...interest },
      ...(cookie === undefined ? {} : { cookie }),
    });
    expect(answer.status).toBe(200);
    const { items, days } = answer.body as { items: { slug: string; state: string; reasons: object }[]; days: number };
    expect(days).toBe(90);
    return items.map(({ slug, state, reasons }) => [slug, state, reasons]);
  };

  it('is everything of ninety days that everyone may read, newest first', async () => {
    expect(await show({})).toEqual([
      ['robots', 'open', NO_REASON],
      ['over', 'closed', NO_REASON],
    ]);
  });

  it('follows the rules of the digests, and says why', async () => {
    expect(await show({ themes: ['robotics'], regions: ['drenthe'] })).toEqual([
      ['robots', 'open', { ...NO_REASON, themes: ['robotics'], region: 'drenthe' }],
    ]);
    expect(await show({ words: 'lekkage' })).toEqual([
      ['over', 'closed', { ...NO_REASON, words: [{ asked: 'lekkage', found: 'seepage' }] }],
    ]);
  });

  it('is what fits the profile for who has one, and nothing for a visitor', async () => {
    const sme = await makeOrganisation(world.database);
    const person = await makePerson(world.database, { organisationId: sme.id });
    await world.database.asOwner('INSERT INTO profile (organisation_id) VALUES ($1)', [sme.id]);
    await world.database.asOwner(
      `INSERT INTO recommendation (challenge_id, organisation_id, score, explanation, organisation_name, shows_name, engine)
       SELECT id, $1, 300000, '{"themes": [{"code": "robotics", "how": "same"}]}', 'Sme', true, '1' FROM challenge WHERE slug = 'robots'`,
      [sme.id],
    );
    const cookie = await world.signInAs(person.id);
    expect(await show({ followsProfile: true }, cookie)).toEqual([
      ['robots', 'open', { ...NO_REASON, profile: { themes: ['robotics'], words: [] } }],
    ]);
    const stranger = await makePerson(world.database);
    expect(await show({ followsProfile: true }, await world.signInAs(stranger.id))).toEqual([]);
    expect(await show({ followsProfile: true })).toEqual([]);
  });
});
