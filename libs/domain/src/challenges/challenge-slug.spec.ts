import fc from 'fast-check';
import { freeSlug, slugOf } from './challenge-slug';

describe('the slug of a title', () => {
  it.each([
    ['Slijtage aan wissels meten', 'slijtage-aan-wissels-meten'],
    ['  Café & “Größe”: 3 × ruïne ', 'cafe-grosse-3-ruine'],
    ['???', 'challenge'],
    ['', 'challenge'],
    ['x'.repeat(100), 'x'.repeat(60)],
    [`${'woord '.repeat(12)}einde`, 'woord-woord-woord-woord-woord-woord-woord-woord-woord-woord'],
  ])('of %j is %j', (title, slug) => {
    expect(slugOf(title)).toBe(slug);
  });

  it('is always usable in an address', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (title) =>
        expect(slugOf(title)).toMatch(/^[a-z0-9]+(-[a-z0-9]+)*$/),
      ),
    );
  });

  it('gets the first free number', () => {
    expect(freeSlug('Vocht', new Set())).toBe('vocht');
    expect(freeSlug('Vocht', new Set(['vocht', 'vocht-2']))).toBe('vocht-3');
  });
});
