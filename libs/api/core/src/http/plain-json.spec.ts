import { isPlain } from './plain-json';

describe('plain JSON', () => {
  it.each([[undefined], [null], ['tekst'], [{ a: [1, 'é', { b: '💥' }] }]])('takes %j', (value) => {
    expect(isPlain(value)).toBe(true);
  });

  it.each([
    ['a zero byte', { a: ['\0'] }],
    ['half a surrogate pair', { a: '\ud800' }],
    ['a strange key', { '\ud800': 1 }],
    ['deep nesting', JSON.parse(`${'['.repeat(5000)}${']'.repeat(5000)}`)],
  ])('refuses %s', (_name, value) => {
    expect(isPlain(value)).toBe(false);
  });
});
