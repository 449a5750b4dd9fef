import fc from 'fast-check';
import { themeLines, themeRarity, themeScorer } from './theme-part';

const codes = fc.constantFrom('a', 'a/x', 'a/y', 'b', 'b/x', 'c', 'd/x');
const some = fc.uniqueArray(codes, { maxLength: 5 });
const everybody = fc.array(fc.record({ themes: some }), { minLength: 1, maxLength: 8 });

describe('themes', () => {
  const all = [{ themes: ['a/x'] }, { themes: ['a/y'] }, { themes: ['b'] }, { themes: [] }, {}];
  const rarity = themeRarity(all);

  it('are rarer the fewer have them, and who has one has the more general one too', () => {
    const [ofTop, ofPart, ofNobody] = ['a', 'a/x', 'c'].map((code) => rarity(code));
    expect(ofTop).toBeCloseTo(Math.log(6 / 2.5), 12);
    expect(ofPart).toBeCloseTo(Math.log(6 / 1.5), 12);
    expect(ofNobody).toBeCloseTo(Math.log(6 / 0.5), 12);
    expect(themeRarity(Array.from({ length: 20 }, () => ({ themes: ['a'] })))('a')).toBe(0.1);
  });

  it('count whole when they are shared, and the more general one by half when only that is', () => {
    const asked = ['a/x', 'b'];
    const shares = (has: string[]): number[] => themeLines(asked, has, () => 1).map(({ share }) => share);
    expect([shares(['a/x', 'b']), shares(['a']), shares(['a/y']), shares(['b/z'])]).toEqual([
      [0.5, 0.5],
      [0.25, 0],
      [0.25, 0],
      [0, 0.25],
    ]);
    const [line] = themeLines(['a/x'], ['a'], rarity);
    const others = themeRarity([...all.slice(0, -1)]); // whoever has it does not count
    expect(line?.how).toBe('related');
    expect(line?.share).toBeCloseTo(Math.log(5 / 1.5) / 2 / others('a/x'), 12);
  });

  it('never bring more than the part, nothing to who has none of them, and all to who has all', () => {
    fc.assert(
      fc.property(some, some, everybody, (asked, has, others) => {
        const lines = themeLines(asked, has, themeRarity([{ themes: has }, ...others]));
        const sum = lines.reduce((total, { share }) => total + share, 0);
        expect(sum).toBeLessThanOrEqual(1 + 1e-9);
        const isAll = asked.length > 0 && asked.every((code) => has.includes(code));
        expect(sum > 1 - 1e-9).toBe(isAll);
        for (const { how, share } of lines) expect(share > 0).toBe(how !== 'none');
      }),
    );
  });

  it('change no line but those of the same theme when somebody loses one', () => {
    fc.assert(
      fc.property(some, some, everybody, (asked, has, others) => {
        const lines = (own: string[]) => themeLines(asked, own, themeRarity([{ themes: own }, ...others]));
        const [lost] = has;
        fc.pre(lost !== undefined);
        const kept = (own: string[]) =>
          lines(own).filter(({ code }) => code.split('/')[0] !== String(lost).split('/')[0]);
        expect(kept(has.slice(1))).toEqual(kept(has));
      }),
    );
  });

  it('are worth the more the rarer they are', () => {
    const [often, seldom] = themeLines(['a', 'c'], ['a', 'c'], themeRarity([{ themes: ['a', 'c'] }, ...all]));
    expect(often?.share).toBeLessThan(seldom?.share ?? 0);
  });

  it('score the same for everybody at once as line by line', () => {
    fc.assert(
      fc.property(everybody, some, fc.array(some, { minLength: 1, maxLength: 4 }), (all, asked, parties) => {
        const rarity = themeRarity(all);
        const whole = (share: number): number => Math.round(share * 1_000_000);
        const score = themeScorer(asked, rarity, whole);
        for (const has of parties) {
          const lines = themeLines(asked, has, rarity);
          expect(score(has)).toBe(lines.reduce((sum, { share }) => sum + whole(share), 0));
        }
      }),
    );
  });
});
