import { readNumber } from './number-field';

describe('reading a number', () => {
  it.each([
    ['', null],
    ['  ', null],
    ['120', 120],
    ['60.000', 60_000],
    ['€ 60.000,50', 60_000.5],
    ['1.234.567', 1_234_567],
    ['3,75', 3.75],
    ['3.75', 3.75],
    ['-2', -2],
    ['honderd', Number.NaN],
    ['1,2,3', Number.NaN],
    ['1e3', Number.NaN],
  ])('reads “%s” as %s', (text, number) => {
    expect(readNumber(text)).toBe(number);
  });
});
