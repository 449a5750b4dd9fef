import { openReader } from './command';
import { findWords, readMeanings } from './find-words';

describe('words of a search in a challenge', () => {
  const reader = openReader();
  const dutch = readMeanings(
    [{ text: 'Een pomp met lekkage langs het spoor. We zoeken sensoren voor voorspellend onderhoud.', locale: 'nl' }],
    reader,
  );
  const english = readMeanings(
    [{ text: 'A pump with seepage along the railway. We look for sensors and predictive maintenance.', locale: 'en' }],
    reader,
  );

  it.each([
    ['the word itself', 'lekkage', 'nl', dutch, [{ asked: 'lekkage', found: 'lekkage' }]],
    ['another form of it', 'pompen', 'nl', dutch, [{ asked: 'pompen', found: 'pomp' }]],
    ['an English word for a Dutch one', 'lekkage', 'nl', english, [{ asked: 'lekkage', found: 'seepage' }]],
    ['a Dutch word for an English one', 'railway', 'en', dutch, [{ asked: 'railway', found: 'spoor' }]],
    [
      'a phrase',
      'predictive maintenance',
      'en',
      dutch,
      [{ asked: 'predictive maintenance', found: 'voorspellend onderhoud' }],
    ],
    ['an English term in a Dutch search', 'predictive maintenance', 'nl', english, expect.any(Array)],
    [
      'all of several',
      'pomp sensor',
      'nl',
      english,
      [
        { asked: 'pomp', found: 'pump' },
        { asked: 'sensor', found: 'sensors' },
      ],
    ],
  ] as const)('meet %s', (...[, search, locale, text, expected]) => {
    expect(findWords(search, locale, text, reader)).toEqual(expected);
  });

  it.each([
    ['one of several is missing', 'pomp composiet', 'nl'],
    ['only a part of a compound is there', 'lasrobot', 'nl'],
    ['there is no word with content', 'de van het', 'nl'],
  ] as const)('meet nothing when %s', (_, search, locale) => {
    const text = readMeanings([{ text: 'Een robot met een pomp', locale: 'nl' }], reader);
    expect(findWords(search, locale, text, reader)).toBeNull();
  });
});
