import fc from 'fast-check';
import { LEVELS, packText, readPacked, termCount } from './packed-text';
import { termKey, type TermKey } from './term-key';
import { TermNumbers } from './term-numbers';

describe('a packed text', () => {
  it('has the key and the damped count of each term, in order', () => {
    const terms = new Map([
      ['#leak', 1.5],
      ['leak', 0.5],
      ['leak_pump', 20],
      ['pump', 1e9],
      ['dust', 0],
    ]);
    const packed = packText({ terms, surfaces: new Map(), words: 4 });
    const read: [TermKey, number][] = [];
    readPacked(packed, (key, level) => read.push([key, LEVELS[level] ?? 0]));
    expect(termCount(packed)).toBe(5);
    expect(read.map(([key]) => key)).toEqual([...terms.keys()].map(termKey));
    const [leaks = 0, leak = 0, ...others] = read.map(([, count]) => count);
    expect(Math.abs(leaks / (1 + Math.log(1.5)) - 1)).toBeLessThan(0.011);
    expect(Math.abs(leak / 0.5 - 1)).toBeLessThan(0.011);
    expect(others.map((count) => count.toFixed(2))).toEqual(['4.00', '11.07', '0.04']);
  });
});

describe('the keys of terms', () => {
  it('are 48 bits, stay the same, and differ for a hundred thousand like terms', () => {
    expect(termKey('compressed_air')).toEqual(termKey('compressed_air'));
    const keys = Array.from({ length: 100_000 }, (_, at) => termKey(`term${at}_${at % 7}`));
    expect(keys.every(({ low, high }) => low >= 0 && low < 2 ** 32 && high >= 0 && high < 2 ** 16)).toBe(true);
    expect(new Set(keys.map(({ low, high }) => high * 2 ** 32 + low)).size).toBe(100_000);
  });

  it('get numbers in the order in which they come, each its own', () => {
    const key = fc.record({ low: fc.integer({ min: 0, max: 3 }), high: fc.integer({ min: 0, max: 3 }) });
    fc.assert(
      fc.property(fc.array(key, { maxLength: 40 }), (keys) => {
        const numbers = new TermNumbers();
        const known: string[] = [];
        for (const one of keys) {
          const name = `${one.low} ${one.high}`;
          if (!known.includes(name)) {
            expect(numbers.find(one)).toBe(-1);
            known.push(name);
          }
          expect([numbers.number(one), numbers.find(one), numbers.size]).toEqual([
            known.indexOf(name),
            known.indexOf(name),
            known.length,
          ]);
        }
      }),
    );
    const many = new TermNumbers();
    const given = Array.from({ length: 5_000 }, (_, at) => many.number(termKey(`t${at}`)));
    expect(given.every((number, at) => number === at && many.find(termKey(`t${at}`)) === at)).toBe(true);
  });
});
