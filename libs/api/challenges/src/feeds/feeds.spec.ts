import { createHash } from 'node:crypto';
import { parseFeed } from '@rowanmanning/feed-parser';
import ICAL from 'ical.js';
import { SaxesParser } from 'saxes';
import {
  createTestWorld,
  makeOrganisation,
  makePerson,
  type TestResponse,
  type TestWorld,
} from '@htsm/api/core/testing';
import { ChallengesModule, challengesEntities, challengesTexts } from '../index';
import { makeChallenge, openWorkerClock, type MadeChallenge } from '../testing';

const DAY_MS = 86_400_000;
const START = Date.now();
const inDays = (days: number): Date => new Date(START + days * DAY_MS);
/** What a title may try to do to XML, HTML, JSON and calendars. */
const NASTY =
  'Een "titel" met <script>alert(1)</script> & ]]> en ]]> \u0007\u001b[31m\u2028 half \\, ; \'dus\'\r\nATTENDEE:mailto:x@example.nl\nEND:VEVENT';

describe('feeds of challenges', () => {
  let world: TestWorld;
  let company: string;
  let author: string;
  let wear: MadeChallenge;

  beforeAll(async () => {
    world = await createTestWorld({
      modules: [ChallengesModule],
      entities: challengesEntities,
      texts: [challengesTexts],
    });
    company = (await makeOrganisation(world.database, { name: 'Strukton & <Zoon>', kind: 'company' })).id;
    author = (await makePerson(world.database, { organisationId: company })).id;
    const shared = { organisationId: company, createdBy: author };
    wear = await makeChallenge(world.database, {
      ...shared,
      slug: 'wissels',
      titleNl: 'Slijtage aan wissels meten',
      titleEn: 'Measuring wear of rail switches',
      themes: ['sensors'],
      opensAt: inDays(-3),
      closesAt: inDays(30),
    });
    await makeChallenge(world.database, {
      ...shared,
      slug: 'zakken',
      titleNl: 'Zakken stapelen',
      titleEn: 'Stacking bags',
      themes: ['robotics'],
      region: 'friesland',
      opensAt: inDays(-2),
      closesAt: inDays(40),
    });
    await makeChallenge(world.database, { ...shared, slug: 'straks', titleNl: 'Straks meten', state: 'scheduled' });
    await makeChallenge(world.database, { ...shared, slug: 'geheim', titleNl: 'Geheim meten', state: 'draft' });
    await makeChallenge(world.database, {
      ...shared,
      slug: 'dicht',
      titleNl: 'Dicht',
      titleEn: 'Shut',
      themes: ['cyber_security'],
      opensAt: inDays(-30),
      closesAt: inDays(-1),
    });
  });
  afterAll(() => world.close());

  const get = (path: string, headers: Record<string, string> = {}): Promise<TestResponse> =>
    world.request('GET', `/api/feeds/${path}`, { headers });
  const atom = async (query = ''): Promise<ReturnType<typeof parseFeed>> => {
    const answer = await get(`challenges.atom${query}`);
    expect([answer.status, answer.headers['content-type']]).toEqual([200, 'application/atom+xml; charset=utf-8']);
    expect(faultsOfXml(answer.text)).toEqual([]);
    return parseFeed(answer.text);
  };
  const events = async (path: string): Promise<ICAL.Event[]> => {
    const answer = await get(path);
    expect([answer.status, answer.headers['content-type']]).toEqual([200, 'text/calendar; charset=utf-8']);
    expect(answer.text.split('\r\n').filter((line) => Buffer.byteLength(line) > 75)).toEqual([]);
    const calendar = new ICAL.Component(ICAL.parse(answer.text) as unknown[]); // jCal, as its own type says
    return calendar.getAllSubcomponents('vevent').map((event) => new ICAL.Event(event));
  };

  it('give open challenges as Atom, the newest first, with ids that stay', async () => {
    const feed = await atom();
    expect([feed.meta.type, feed.title, feed.self, feed.items.map(({ title }) => title)]).toEqual([
      'atom',
      'HTSM Challenges: open challenges',
      `${world.config.publicUrl}/api/feeds/challenges.atom?lang=nl`,
      ['Zakken stapelen', 'Slijtage aan wissels meten'],
    ]);
    const [, item] = feed.items;
    expect(item).toMatchObject({
      id: `urn:uuid:${wear.id}`,
      url: `${world.config.publicUrl}/challenges/wissels?lang=nl`,
      published: inDays(-3),
      authors: [{ name: 'Strukton & <Zoon>' }],
      categories: [{ term: 'sensors', label: 'sensoren en meten' }],
    });
    expect(item?.content).toContain('Vraagsteller: Strukton & <Zoon>');
    expect((await atom('?lang=en')).items.map(({ id, title }) => [id, title])[1]).toEqual([
      `urn:uuid:${wear.id}`,
      'Measuring wear of rail switches',
    ]);
  });

  it.each<[string, string[], string[]?]>([
    ['?theme=sensors', ['wissels']],
    ['?theme=sensors&theme=robotics', ['zakken', 'wissels']],
    ['?region=friesland', ['zakken']],
    ['?q=wissel', ['wissels']],
    ['?q=meten', ['wissels']],
    ['?q=niets', []],
    ['?theme=cyber_security', [], ['dicht']],
    ['?q=wear&lang=en', ['wissels']],
  ])('follow %s in every form', async (query, slugs, closings = slugs) => {
    const feed = await atom(query);
    expect(feed.items.map(({ url }) => slugOf(url))).toEqual(slugs);
    const json = (await get(`challenges.json${query}`)).body as { items: { url: string }[] }; // JSON Feed
    expect(json.items.map(({ url }) => slugOf(url))).toEqual(slugs);
    const urls = (await events(`challenges.ics${query}`)).map(({ component }) =>
      component.getFirstPropertyValue('url'),
    );
    expect(urls.map(slugOf).sort()).toEqual([...closings].sort());
  });

  it('are valid JSON Feed 1.1, with only what is public', async () => {
    const answer = await get('challenges.json?theme=sensors&lang=en');
    expect(answer.headers['content-type']).toBe('application/feed+json; charset=utf-8');
    const [row] = await world.database.asOwner<{ changed: Date }>(
      'SELECT changed_at AS changed FROM public_challenge WHERE id = $1',
      [wear.id],
    );
    const { publicUrl } = world.config;
    expect(answer.body).toEqual({
      version: 'https://jsonfeed.org/version/1.1',
      title: 'HTSM Challenges: open challenges about sensors and measuring',
      description: 'Technical questions of companies in the north of the Netherlands. Every SME may take part.',
      home_page_url: `${publicUrl}/challenges?theme=sensors&lang=en`,
      feed_url: `${publicUrl}/api/feeds/challenges.json?theme=sensors&lang=en`,
      language: 'en',
      authors: [{ name: 'Taskforce HTSM Noord-Nederland', url: `${publicUrl}/` }],
      items: [
        {
          id: `urn:uuid:${wear.id}`,
          url: `${publicUrl}/challenges/wissels?lang=en`,
          title: 'Measuring wear of rail switches',
          summary: 'A summary.',
          content_html: expect.stringMatching(/^<p>A summary\.<\/p><p>Asked by: Strukton &amp; &lt;Zoon&gt;<\/p>/),
          content_text: expect.stringContaining('Asked by: Strukton & <Zoon>'),
          date_published: inDays(-3).toISOString(),
          date_modified: row?.changed.toISOString(),
          authors: [{ name: 'Strukton & <Zoon>' }],
          tags: ['sensors and measuring'],
          language: 'en',
        },
      ],
    });
  });

  it('say when nothing changed, and notice what did', async () => {
    const paths = ['challenges.atom', 'challenges.json', 'challenges.ics', 'challenges/wissels/closing.ics'];
    for (const [round, path] of paths.entries()) {
      const first = await get(path);
      const etag = String(first.headers['etag']);
      const date = String(first.headers['last-modified']);
      expect(first.headers['cache-control']).toBe('public, max-age=300');
      expect(first.headers['set-cookie']).toBeUndefined();
      const again = await get(path, { 'if-none-match': `"x", W/${etag}` });
      expect([again.status, again.text, again.headers['etag']]).toEqual([304, '', etag]);
      expect((await get(path, { 'if-modified-since': date })).status).toBe(304);
      expect((await get(path, { 'if-none-match': '"x"', 'if-modified-since': date })).status).toBe(200);
      await world.database.shiftClock((round + 1) * 60_000);
      await world.database.asOwner(`UPDATE challenge SET summary_nl = summary_nl || '!' WHERE slug = 'wissels'`);
      expect((await get(path, { 'if-none-match': etag })).status).toBe(200);
      expect((await get(path, { 'if-modified-since': date })).status).toBe(200);
      await world.database.asOwner(`UPDATE challenge SET summary_nl = 'Een samenvatting.' WHERE slug = 'wissels'`);
      await world.database.shiftClock(0);
    }
  });

  it('hold nothing before it opens, and let go of it when it closes', async () => {
    const worker = await openWorkerClock(world);
    await makeChallenge(world.database, {
      organisationId: company,
      createdBy: author,
      slug: 'op-tijd',
      themes: ['medical'],
      state: 'scheduled',
      opensAt: inDays(1),
      closesAt: inDays(20),
    });
    const shown = async (): Promise<number[]> => [
      (await atom('?theme=medical')).items.length,
      (await events('challenges.ics?theme=medical')).length,
      (await get('challenges/op-tijd/closing.ics')).status,
    ];
    expect([(await atom('?theme=medical')).items, (await get('challenges/op-tijd/closing.ics')).status]).toEqual([
      [],
      404,
    ]);
    await world.database.shiftClock(1 * DAY_MS + 60_000);
    await worker.clock.tick();
    expect(await shown()).toEqual([1, 1, 200]);
    const opened = (await get('challenges.atom?theme=medical')).headers['last-modified'];
    await world.database.shiftClock(20 * DAY_MS + 60_000);
    expect(await shown()).toEqual([0, 1, 200]);
    const closed = await get('challenges.atom?theme=medical', { 'if-modified-since': String(opened) });
    expect(closed.status).toBe(200);
    await world.database.shiftClock(0);
    await worker.close();
  });

  it('put a closing into calendars: the same event when it moves, called off when it is cancelled', async () => {
    const made = await makeChallenge(world.database, {
      organisationId: company,
      createdBy: author,
      slug: 'agenda',
      titleNl: 'Agenda',
      titleEn: 'Diary',
      opensAt: inDays(-1),
      closesAt: new Date('2027-01-20T16:00:00Z'),
    });
    const read = async (path = 'challenges/agenda/closing.ics?lang=en'): Promise<Record<string, unknown>> => {
      const event = (await events(path)).find(({ uid }) => uid.includes(made.id));
      return {
        uid: event?.uid,
        at: event?.startDate.toJSDate().toISOString(),
        zone: event?.startDate.zone?.tzid,
        sequence: event?.sequence,
        summary: event?.summary,
        status: event?.component.getFirstPropertyValue('status'),
        attendees: event?.attendees.length,
      };
    };
    const uid = `closing-${made.id}@htsm-challenges`;
    const first = {
      uid,
      at: '2027-01-20T16:00:00.000Z',
      zone: 'UTC',
      sequence: 0,
      summary: 'Closes: Diary',
      status: 'CONFIRMED',
      attendees: 0,
    };
    expect(await read()).toEqual(first);
    expect(await read('challenges.ics?lang=en')).toEqual(first);
    const lastModified = async (): Promise<unknown> =>
      (await events('challenges/agenda/closing.ics'))[0]?.component.getFirstPropertyValue('last-modified')?.toString();
    const before = await lastModified();
    await world.database.shiftClock(60_000);
    await world.database.asOwner(`UPDATE challenge SET closes_at = '2027-02-03T16:00:00Z' WHERE id = $1`, [made.id]);
    const moved = { ...first, at: '2027-02-03T16:00:00.000Z', sequence: 1 };
    expect([await read(), (await lastModified()) === before]).toEqual([moved, false]);
    await world.database.asOwner(`UPDATE challenge SET state = 'cancelled', opened_at = opens_at WHERE id = $1`, [
      made.id,
    ]);
    expect(await read()).toEqual({ ...moved, sequence: 2, summary: 'Cancelled: Diary', status: 'CANCELLED' });
    expect((await events('challenges.ics')).map(({ uid: one }) => one)).toContain(uid);
    await world.database.shiftClock(0);
  });

  it('take no harm from what a title holds', async () => {
    await makeChallenge(world.database, {
      organisationId: company,
      createdBy: author,
      slug: 'naar',
      titleNl: NASTY,
      summaryNl: NASTY,
      themes: ['circularity'],
    });
    const query = `?theme=circularity&q=${encodeURIComponent('titel ]]> "\u0007<b>\r\nATTENDEE:x')}`;
    expect((await atom(query)).items).toHaveLength(0);
    const feed = await atom('?theme=circularity');
    expect(
      feed.items.map(({ title }) => title?.startsWith('Een "titel" met <script>alert(1)</script> & ]]> en')),
    ).toEqual([true]);
    // once out of its CDATA, what was typed is still text in the HTML
    expect(textsOf((await get('challenges.atom?theme=circularity')).text, 'content')).toEqual([
      expect.stringMatching(
        /^<p>Een &quot;titel&quot; met &lt;script&gt;alert\(1\)&lt;\/script&gt; &amp; \]\]&gt; en \]\]&gt; \[31m/,
      ),
    ]);
    const json = (await get('challenges.json?theme=circularity')).body as { items: { content_html: string }[] }; // JSON Feed
    for (const harm of ['<script', '\u0007', '\u2028']) expect(json.items[0]?.content_html).not.toContain(harm);
    const [event, ...others] = await events('challenges.ics?theme=circularity');
    expect([others, event?.attendees, event?.component.getAllProperties('attendee')]).toEqual([[], [], []]);
    expect(event?.summary).toMatch(/^Sluit: Een "titel" met <script>/);
    const odd = await get(`challenges.ics?q=${encodeURIComponent('a\r\nATTENDEE:mailto:x@example.nl')}`);
    expect(odd.text).not.toMatch(/^ATTENDEE/m);
  });

  it('are cards for other sites too: no script, no cookie, any frame', async () => {
    await makeChallenge(world.database, {
      organisationId: company,
      createdBy: author,
      slug: 'kaart',
      titleNl: NASTY,
      titleEn: 'Card',
      themes: ['data_ai'],
      closesAt: new Date('2027-01-20T16:00:00Z'),
    });
    const card = (query = ''): Promise<TestResponse> => world.request('GET', `/api/embed/challenges/kaart${query}`);
    const { headers, text } = await card();
    const policy = String(headers['content-security-policy']);
    expect([headers['content-type'], headers['x-frame-options'], headers['set-cookie']]).toEqual([
      'text/html; charset=utf-8',
      undefined,
      undefined,
    ]);
    expect(policy).toMatch(/^default-src 'none'; style-src 'sha256-[^']+'; .*frame-ancestors \*; sandbox allow-popups/);
    const style = /<style>([^]*)<\/style>/.exec(text)?.[1] ?? '';
    expect(policy).toContain(createHash('sha256').update(style).digest('base64'));
    expect(text).not.toMatch(/<script|onerror|<img/);
    expect(text).toContain('Sluit op woensdag 20 januari 2027 om 17:00 (UTC+1).');
    expect((await card('?lang=en')).text).toContain('Closes on Wednesday 20 January 2027 at 17:00 (UTC+1).');
    await world.database.asOwner(`UPDATE challenge SET state = 'cancelled', opened_at = opens_at WHERE slug = 'kaart'`);
    expect((await card('?lang=en')).text).toContain('This challenge was cancelled.');
    expect((await world.request('GET', '/api/embed/challenges/geheim')).headers['x-frame-options']).toBe('DENY');
  });

  it('do not grow without bound', async () => {
    await world.database.asOwner(
      `INSERT INTO challenge (slug, organisation_id, created_by, state, title_nl, themes, opens_at, opened_at, closes_at)
       SELECT 'veel-' || n, $1, $2, 'open', 'Veel ' || n, '{additive}', htsm_now() - interval '1 day', htsm_now() - interval '1 day',
         htsm_now() + interval '9 days' FROM generate_series(1, 400) n`,
      [company, author],
    );
    expect([
      (await atom('?theme=additive')).items.length,
      (await events('challenges.ics?theme=additive')).length,
    ]).toEqual([50, 300]);
  });
});

/** What a strict XML parser finds wrong. */
function faultsOfXml(text: string): string[] {
  const faults: string[] = [];
  const parser = new SaxesParser({ xmlns: true });
  parser.on('error', (fault) => faults.push(fault.message));
  parser.write(text).close();
  return faults;
}

/** The texts of all elements of a name, as a strict XML parser reads them. */
function textsOf(xml: string, name: string): string[] {
  const texts: string[] = [];
  let isInside = false;
  const parser = new SaxesParser();
  parser.on('opentag', (tag) => {
    isInside = tag.name === name;
    if (isInside) texts.push('');
  });
  parser.on('closetag', () => (isInside = false));
  const add = (text: string): void => {
    if (isInside) texts.push((texts.pop() ?? '') + text);
  };
  parser.on('text', add);
  parser.on('cdata', add);
  parser.write(xml).close();
  return texts;
}

function slugOf(url: unknown): string {
  return new URL(String(url)).pathname.split('/').at(-1) ?? '';
}
