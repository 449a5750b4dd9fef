import { analyseText, openReader, packText } from '@htsm/domain/matching';
import { MatchingEngine, type FindableSme } from './matching-engine';

const reader = openReader();
const WORDS = ['pump', 'leak', 'heat', 'oak', 'weld', 'robot', 'sensor', 'cable', 'bread', 'dust', 'seepage'];
const THEMES = [['sensors'], ['robotics', 'sensors'], [], ['sensors/vision']];
const REGIONS = ['drenthe', 'groningen'];

/** Gives a list's entry by number, from the beginning again after the last. */
function nth<Entry>(list: readonly Entry[], at: number): Entry {
  return list[at % list.length] as Entry; // no list is empty
}

/** Made-up SMEs that differ in texts, themes, regions and earlier successes. */
function smes(count: number): FindableSme[] {
  return Array.from({ length: count }, (_, at) => ({
    id: `sme-${String(at).padStart(4, '0')}`,
    means: {
      themes: nth(THEMES, at),
      offers: at % 7 === 0 ? {} : { regions: [nth(REGIONS, at)] },
      successes: at % 3,
    },
    documents: [
      packText(analyseText(`${nth(WORDS, at)} ${nth(WORDS, at * 3 + 1)} ${nth(WORDS, at * 5 + 2)}`, 'en', reader)),
    ],
  }));
}

describe('the engine', () => {
  it.each([[{}], [{ regions: ['drenthe'] }], [{ regions: ['drenthe'], hard: ['regions' as const] }]])(
    'gives the two hundred best of all with requirements %j, the owner left out',
    (requirements) => {
      const engine = new MatchingEngine(reader);
      const everybody = smes(500);
      engine.putSmes(everybody);
      engine.putChallenge({
        id: 'c',
        organisationId: 'sme-0001',
        locale: 'en',
        text: 'A robot that finds seepage at a pump with a sensor.',
        inOther: '',
        wish: { themes: ['sensors', 'robotics'], requirements },
      });
      const one = (sme: FindableSme) => engine.challengesFor(sme);
      const all = everybody
        .flatMap(one)
        .sort((a, b) => b.match.score - a.match.score || (a.smeId < b.smeId ? -1 : 1))
        .slice(0, 200);
      const found = engine.smesFor('c');
      expect(found.map(({ smeId, match }) => [smeId, match.score])).toEqual(
        all.map(({ smeId, match }) => [smeId, match.score]),
      );
      expect(found.map(({ smeId }) => smeId)).not.toContain('sme-0001');
      expect(found.every(({ match }) => match.missing.length === 0)).toBe(true);
      expect(found.length).toBeGreaterThan(100);
    },
  );

  it('knows nothing of challenges that went, and recommends nobody who left', () => {
    const engine = new MatchingEngine(reader);
    engine.putSmes(smes(3));
    const asked = {
      organisationId: 'o',
      locale: 'en' as const,
      text: 'leaking pump',
      inOther: '',
      wish: { themes: [], requirements: {} },
    };
    engine.putChallenge({ ...asked, id: 'c' });
    engine.removeSme('sme-0000');
    expect([
      engine.size,
      engine
        .smesFor('c')
        .map(({ smeId }) => smeId)
        .includes('sme-0000'),
    ]).toEqual([2, false]);
    engine.removeChallenge('c');
    expect([engine.challengeIds, engine.smesFor('c')]).toEqual([[], []]);
  });
});
