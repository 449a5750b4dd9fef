import fc from 'fast-check';
import { analyseText } from './analyse-text';
import { builtInBackground } from './background';
import { openReader } from './command';
import { MatchIndex, type Findable } from './match-index';
import { packText } from './packed-text';

const reader = openReader();
const WORDS = ['pump', 'leak', 'heat', 'oak', 'weld', 'robot', 'sensor', 'cable', 'bread', 'dust'];

function somebody(id: string, ...texts: string[]): Findable {
  return { id, documents: texts.map((text) => packText(analyseText(text, 'en', reader))) };
}
function indexOf(...everybody: Findable[]): MatchIndex {
  const index = new MatchIndex();
  index.put(everybody);
  return index;
}
function likenesses(index: MatchIndex, text: string): Record<string, string> {
  const found = [...index.likenesses(analyseText(text, 'en', reader))].sort(([a], [b]) => (a < b ? -1 : 1));
  return Object.fromEntries(found.map(([id, likeness]) => [id, likeness.toFixed(12)]));
}
function order(index: MatchIndex, text: string): string[] {
  return [...index.likenesses(analyseText(text, 'en', reader))]
    .filter(([, likeness]) => likeness > 0)
    .sort((a, b) => b[1] - a[1])
    .map(([id]) => id);
}

/** What happens to an index: somebody comes or changes, all who come together, or somebody leaves. */
const words = fc.array(fc.constantFrom(...WORDS), { minLength: 1, maxLength: 6 }).map((list) => list.join(' '));
const person = fc.record({
  id: fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f'),
  texts: fc.array(words, { maxLength: 3 }),
});
const group = fc.uniqueArray(person, { minLength: 1, maxLength: 4, selector: ({ id }) => id });
const happening = fc.oneof(group, fc.constantFrom('a', 'b', 'c', 'd'));

describe('the index', () => {
  it('finds who was added, with the new texts of who changed, and not who left', () => {
    const index = indexOf(somebody('a', 'pump repair'), somebody('b', 'oak tables'), somebody('c', 'welding robots'));
    index.put([somebody('d', 'pump sensors for leaks')]);
    index.put([somebody('b', 'a robot that bakes bread')]);
    index.remove('a');
    index.remove('stranger');
    expect([index.size, order(index, 'leaking pump'), order(index, 'robot bread')]).toEqual([3, ['d'], ['b', 'c']]);
  });

  it('finds what an index of those who are there would find, whatever happened before', () => {
    fc.assert(
      fc.property(fc.array(happening, { maxLength: 30 }), (happenings) => {
        const index = indexOf();
        const there = new Map<string, Findable>();
        for (const one of happenings) {
          if (typeof one === 'string') {
            index.remove(one);
            there.delete(one);
          } else {
            const everybody = one.map(({ id, texts }) => somebody(id, ...texts));
            index.put(everybody);
            for (const each of everybody) there.set(each.id, each);
          }
        }
        const query = 'leaking heat pump with sensor cable';
        const found = likenesses(index, query);
        expect(found).toEqual(likenesses(indexOf(...there.values()), query));
        const asked = analyseText(query, 'en', reader);
        for (const { id, documents } of there.values())
          expect(index.compare(asked, documents).toFixed(12)).toBe(found[id]);
      }),
      { numRuns: 200 },
    );
  });

  it('takes everyday words for common when few can be found', () => {
    const everybody = [somebody('talker', 'we make time for people'), somebody('plumber', 'ultrasonic flow')];
    const index = new MatchIndex(builtInBackground());
    index.put(everybody);
    const query = 'people with time make ultrasonic things';
    expect([order(index, query), order(indexOf(...everybody), query)]).toEqual([
      ['plumber', 'talker'],
      ['talker', 'plumber'],
    ]);
  });
});
