import fc from 'fast-check';
import { openReader } from './command';
import { readChallenges, readProfiles, type MatchFileChallenge, type MatchFileProfile } from './match-file-format';
import { matchFiles } from './match-files';
import { divide, MILLION, millionths } from './match-score';

const reader = openReader();
const challenge: MatchFileChallenge = {
  id: 'c',
  lang: 'nl',
  texts: ['Lekkages in persluchtleidingen', 'Wij verliezen druk en zoeken een manier om lekken op te sporen.'],
  themes: ['sensors/acoustic', 'data_ai', 'robotics'],
  requirements: { certificates: ['iso-9001'], regions: ['NL11'], trl: { min: 4, max: 6 }, hard: ['certificates'] },
};
const seepage: MatchFileProfile = {
  id: 'seepage',
  lang: 'en',
  documents: [
    { id: 'p', title: 'Acoustic cameras', text: 'We locate seepage in compressed air pipes.' },
    { id: 'q', title: 'Furniture', text: 'Oak tables.' },
  ],
  themes: ['sensors/acoustic', 'data_ai/vision'],
  requirements: { certificates: ['iso-9001'], regions: ['NL113'], trl: { min: 7, max: 9 } },
};
const baker: MatchFileProfile = { id: 'baker', lang: 'en', documents: [{ id: 'p', text: 'Bread and cake.' }] };

function explained(profiles: MatchFileProfile[], one = challenge) {
  const [result] = [...matchFiles([one], profiles, reader, true)];
  if (result?.explanations === undefined) throw new Error('Nothing was explained');
  return { scores: result.scores, explanations: result.explanations };
}

describe('the score of a pair', () => {
  it('is explained across languages, and adds up', () => {
    const { scores, explanations } = explained([seepage, baker]);
    const why = explanations['seepage'];
    expect(why?.text.terms.slice(0, 2).map(({ asked, found, how, document }) => [asked, found, how, document])).toEqual(
      [
        ['persluchtleidingen', 'compressed air', 'meaning', 'p'],
        ['Lekkages', 'seepage', 'meaning', 'p'],
      ],
    );
    expect(why?.text.documents.map(({ document }) => document)).toEqual(['p']);
    expect(why?.requirements.map(({ kind, met }) => [kind, met])).toEqual([
      ['certificates', 1],
      ['regions', 1],
      ['trl', 0.75],
    ]);
    expect(why?.themes.map(({ code, how }) => [code, how])).toEqual([
      ['sensors/acoustic', 'same'],
      ['data_ai', 'related'],
      ['robotics', 'none'],
    ]);
    const parts = Object.values(why?.parts ?? {}).reduce((sum, part) => sum + part, 0);
    expect(parts / MILLION).toBe(scores['seepage']);
  });

  it('is nothing for who misses what is required, and says what', () => {
    const { scores, explanations } = explained([seepage, { ...seepage, id: 'bare', requirements: {} }]);
    expect(scores['bare']).toBe(0);
    expect(explanations['bare']?.missing).toEqual([
      { kind: 'certificates', asked: 'iso-9001', met: null, isHard: true },
    ]);
  });

  it('changes in one line when a capability goes', () => {
    const others = [baker, { ...baker, id: 'other', themes: ['data_ai/vision', 'sensors/acoustic'] }];
    const whole = explained([seepage, ...others]).explanations['seepage'];
    const less = explained([{ ...seepage, themes: ['sensors/acoustic'] }, ...others]).explanations['seepage'];
    expect({ ...less, parts: { ...less?.parts, themes: 0 }, themes: [] }).toEqual({
      ...whole,
      parts: { ...whole?.parts, themes: 0 },
      themes: [],
    });
    expect(less?.themes.map(({ how }) => how)).toEqual(['same', 'none', 'none']);
  });

  it('adds up for any texts, and comes out the same again', () => {
    const words = fc.constantFrom(
      'pump',
      'leak',
      'seepage',
      'heat',
      'oak',
      'weld',
      'robot',
      'pomp',
      'lek',
      'lassen',
      '.',
      'zz',
    );
    const text = fc.array(words, { maxLength: 12 }).map((list) => list.join(' '));
    const profile = fc.record({ lang: fc.constantFrom('nl', 'en'), texts: fc.array(text, { maxLength: 4 }) });
    fc.assert(
      fc.property(text, fc.array(profile, { maxLength: 5 }), (asked, given) => {
        const profiles = given.map(({ lang, texts }, at) => ({
          id: `s${at}`,
          lang,
          documents: texts.map((one, number) => ({ id: `d${number}`, text: one })),
        }));
        const run = () => explained(profiles, { id: 'c', lang: 'en', texts: [asked] });
        const { scores, explanations } = run();
        for (const [id, { parts, text: why }] of Object.entries(explanations)) {
          const sum = (lines: readonly { millionths: number }[]) =>
            lines.reduce((all, line) => all + line.millionths, 0);
          expect(parts.text / MILLION).toBe(scores[id]);
          expect([sum(why.terms) + why.otherTerms, sum(why.documents)]).toEqual([parts.text, parts.text]);
        }
        expect(JSON.stringify(run())).toBe(JSON.stringify({ scores, explanations }));
      }),
      { numRuns: 200 },
    );
  });
});

describe('dividing millionths', () => {
  it('gives the rest to the largest remainders', () => {
    expect([divide(10, [1, 1, 1]), divide(7, []), divide(5, [0, 0]), divide(0, [3])]).toEqual([
      [4, 3, 3],
      [],
      [5, 0],
      [0],
    ]);
    expect(millionths('text', 0.5)).toBe(300_000);
  });
});

describe('the files', () => {
  const good = { id: 'c', lang: 'nl', texts: ['a'] };
  it.each([
    [{}, 'The file of challenges must hold a list.'],
    [[3], 'Make entry 1 of challenges an object.'],
    [[{ ...good, id: '' }], 'Give entry 1 of challenges an "id".'],
    [[good, good], 'Give entry 2 of challenges an id of its own: "c" stands twice.'],
    [[{ ...good, lang: 'de' }], 'Give entry 1 of challenges "lang": "nl" or "en".'],
    [[{ ...good, texts: 'a' }], 'Give entry 1 of challenges its "texts" as a list of strings.'],
    [[{ ...good, themes: [1] }], 'Make "themes" of entry 1 of challenges a list of strings.'],
    [[{ ...good, requirements: [] }], 'Make "requirements" of entry 1 of challenges an object.'],
    [
      [{ ...good, requirements: { trl: 4 } }],
      'Make "trl" in the requirements of entry 1 of challenges {"min": 4, "max": 6}.',
    ],
  ])('with %j are refused: %s', (value, sentence) => {
    expect(() => readChallenges(value)).toThrow(sentence);
  });

  it('of profiles need documents with ids of their own', () => {
    expect(() => readProfiles([{ id: 's', lang: 'en' }])).toThrow(
      'Give entry 1 of profiles its "documents" as a list.',
    );
    const documents = [{ id: 'd' }, { id: 'd' }];
    expect(() => readProfiles([{ id: 's', lang: 'en', documents }])).toThrow(
      'Give document 2 of entry 1 of profiles an "id" of its own.',
    );
  });
});
