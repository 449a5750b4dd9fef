import { conceptOf } from '../language/thesaurus';
import { builtInConcepts } from './built-in-thesaurus';

describe('the thesaurus that comes with the product', () => {
  const concepts = builtInConcepts();

  it('pairs thousands of terms', () => {
    const pairs = concepts.reduce((sum, { en, nl }) => sum + Math.max(en.length, nl.length), 0);
    expect({ concepts: concepts.length > 7_000, pairs: pairs > 15_000 }).toEqual({ concepts: true, pairs: true });
  });

  it('writes a term one way: no empty ones, none twice in a cell, no signs that belong to a list', () => {
    const faults = concepts.flatMap(({ name, en, nl, broader }) =>
      [en, nl, broader]
        .filter((terms) => new Set(terms).size < terms.length || terms.some((term) => /[|,;"]|^\s|\s$/.test(term)))
        .map(() => name),
    );
    expect(faults).toEqual([]);
  });

  it('knows the trades apart from everyday words', () => {
    const isCommon = (name: string) => concepts.find((concept) => concept.name === name)?.isCommon;
    expect([isCommon('heat exchanger'), isCommon('to-do list'), isCommon('invoice')]).toEqual([false, undefined, true]);
  });

  it('takes no line that lacks a language', () => {
    expect([conceptOf(['leak|seepage', 'lek', 'fault'], false), conceptOf(['leak', ' '], false)]).toEqual([
      { name: 'leak', en: ['leak', 'seepage'], nl: ['lek'], broader: ['fault'], isCommon: false },
      null,
    ]);
  });
});
