import fc from 'fast-check';
import { ENOUGH_TEXT, completenessOf } from './profile-completeness';
import { profileOf, sizeFor, tidyWords, type DocumentContent, type ProfileContent } from './profile-content';

const EMPTY: ProfileContent = {
  locale: 'nl',
  about: '',
  themes: [],
  capabilities: [],
  regions: [],
  certificates: [],
  size: null,
  trlMin: null,
  trlMax: null,
  showsName: true,
};
const WHOLE: ProfileContent = {
  ...EMPTY,
  about: 'a'.repeat(ENOUGH_TEXT),
  themes: ['robotics'],
  capabilities: ['frezen', 'lassen', 'meten'],
  regions: ['drenthe'],
  size: 'small',
  trlMin: 4,
  trlMax: 7,
};
const PROJECT: DocumentContent = { kind: 'project', text: 'p'.repeat(ENOUGH_TEXT) };
const PRODUCT: DocumentContent = { kind: 'product', text: 'Kort.' };
const CERTIFICATE: DocumentContent = { kind: 'certificate', text: 'c'.repeat(ENOUGH_TEXT) };

describe('how complete a profile is', () => {
  it('is nothing for an empty profile, with all steps, what helps most first', () => {
    expect(completenessOf(EMPTY, [])).toEqual({
      percent: 0,
      steps: [
        { step: 'write_about', percent: 25 },
        { step: 'add_project', percent: 25 },
        { step: 'choose_themes', percent: 15 },
        { step: 'add_capabilities', percent: 12 },
        { step: 'add_document', percent: 10 },
        { step: 'set_trl', percent: 6 },
        { step: 'choose_regions', percent: 4 },
        { step: 'set_size', percent: 3 },
      ],
    });
  });

  it('is whole with enough words, two documents and every fact; certificates and names are free', () => {
    expect(completenessOf(WHOLE, [PRODUCT, PROJECT])).toEqual({ percent: 100, steps: [] });
    expect(completenessOf({ ...WHOLE, showsName: false }, [PRODUCT, PROJECT]).percent).toBe(100);
  });

  it.each<[string, ProfileContent, DocumentContent[], unknown]>([
    [
      'a certificate is no project',
      WHOLE,
      [CERTIFICATE],
      [
        ['add_project', 25],
        ['add_document', 10],
      ],
    ],
    ['one project asks for another', WHOLE, [PROJECT], [['add_document', 10]]],
    ['a short document can say more', WHOLE, [PRODUCT, PRODUCT], [['extend_document', 25]]],
    ['half a text counts half', { ...WHOLE, about: 'a'.repeat(125) }, [PROJECT, PRODUCT], [['extend_about', 13]]],
    ['spaces are no text', { ...WHOLE, about: '   ' }, [PROJECT, PRODUCT], [['write_about', 25]]],
    [
      'two of three capabilities',
      { ...WHOLE, capabilities: ['a', 'b'] },
      [PROJECT, PRODUCT],
      [['add_capabilities', 4]],
    ],
    ['half a range is none', { ...WHOLE, trlMax: null }, [PROJECT, PRODUCT], [['set_trl', 6]]],
  ])('%s', (_, profile, documents, steps) => {
    expect(completenessOf(profile, documents).steps.map(({ step, percent }) => [step, percent])).toEqual(steps);
  });

  it('never falls when something is added, and its parts make up the rest', () => {
    const text = fc.string({ maxLength: 400 });
    const documents = fc.array(fc.record({ kind: fc.constantFrom('project', 'product', 'certificate'), text }));
    fc.assert(
      fc.property(text, documents, fc.array(text), (about, have, capabilities) => {
        const profile = { ...EMPTY, about, capabilities };
        const { percent, steps } = completenessOf(profile, have);
        expect(percent + steps.reduce((sum, step) => sum + step.percent, 0)).toBe(100);
        expect(percent).toBeGreaterThanOrEqual(0);
        expect(completenessOf(profile, [...have, PROJECT]).percent).toBeGreaterThanOrEqual(percent);
        expect(completenessOf({ ...profile, about: `${about}en meer` }, have).percent).toBeGreaterThanOrEqual(percent);
      }),
    );
  });
});

describe('the first proposal for a profile', () => {
  it('is the region and the size of the organisation, in the language of the reader', () => {
    expect(profileOf({ region: 'drenthe', employees: 12 }, 'en')).toEqual({
      ...EMPTY,
      locale: 'en',
      regions: ['drenthe'],
      size: 'small',
    });
  });

  it('makes nothing up', () => {
    expect(profileOf({ region: null, employees: null }, 'nl')).toEqual(EMPTY);
  });

  it('keeps words short, few and once', () => {
    expect(tidyWords([' Lassen', 'lassen', '', '  ', 'x'.repeat(99)])).toEqual(['Lassen', 'x'.repeat(60)]);
    expect(tidyWords(Array.from({ length: 30 }, (_, n) => `woord ${n}`))).toHaveLength(20);
  });

  it.each([
    [1, 'micro'],
    [9, 'micro'],
    [10, 'small'],
    [49, 'small'],
    [50, 'medium'],
    [249, 'medium'],
    [250, 'large'],
    [null, null],
  ] as const)('takes %p people for size %p', (employees, size) => {
    expect(sizeFor(employees)).toBe(size);
  });
});
