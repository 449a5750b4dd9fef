import fc from 'fast-check';
import { analyseText } from './analyse-text';
import { openReader } from './command';
import { MatchIndex, type Findable } from './match-index';

const reader = openReader();
const WORDS = ['pump', 'leak', 'heat', 'oak', 'weld', 'robot', 'sensor', 'cable', 'bread', 'dust'];

function somebody(id: string, ...texts: string[]): Findable {
  return { id, documents: texts.map((text) => analyseText(text, 'en', reader)) };
}
function order(index: MatchIndex, text: string): string[] {
  return index
    .likenesses(analyseText(text, 'en', reader))
    .sort((a, b) => b.likeness - a.likeness)
    .map(({ id }) => id);
}

describe('the index', () => {
  it('finds who was added, with the new texts of who changed, and not who left', () => {
    const index = new MatchIndex([
      somebody('a', 'pump repair'),
      somebody('b', 'oak tables'),
      somebody('c', 'welding robots'),
    ]);
    index.put(somebody('d', 'pump sensors for leaks'));
    index.put(somebody('b', 'a robot that bakes bread'));
    index.remove('a');
    expect([order(index, 'leaking pump'), order(index, 'robot bread')]).toEqual([['d'], ['b', 'c']]);
  });

  it('gives the same from the lists as from beside them', () => {
    const texts = fc.array(fc.array(fc.constantFrom(...WORDS), { minLength: 1, maxLength: 6 }), {
      minLength: 1,
      maxLength: 3,
    });
    fc.assert(
      fc.property(fc.array(texts, { minLength: 1, maxLength: 8 }), (given) => {
        const everybody = given.map((own, at) => somebody(`s${at}`, ...own.map((words) => words.join(' '))));
        const index = new MatchIndex(everybody);
        const query = analyseText('leaking heat pump with sensor cable', 'en', reader);
        const before = index.likenesses(query);
        for (const one of everybody) index.put(one);
        const byId = (list: typeof before) =>
          Object.fromEntries(list.map(({ id, likeness }) => [id, likeness.toFixed(12)]));
        expect(byId(index.likenesses(query))).toEqual(byId(before));
      }),
      { numRuns: 50 },
    );
  });

  it('says when it is worth making anew', () => {
    const index = new MatchIndex([somebody('a', 'oak')]);
    for (let at = 0; at < 199; at += 1) index.put(somebody(`s${at}`, `${WORDS[at % 10]} ${WORDS[(at * 7 + 3) % 10]}`));
    const before = index.isWorthRebuilding;
    index.remove('a');
    expect([before, index.isWorthRebuilding, order(index, 'oak').includes('a')]).toEqual([false, true, false]);
  });
});
