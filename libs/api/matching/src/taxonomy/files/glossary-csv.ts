import type { GlossaryLine, GlossaryRecord } from '@htsm/domain/themes';
import { writeCsv } from '@htsm/api/core';
import { cellOf, readCsv, wordsOf } from './csv';

const COLUMNS = {
  nl: ['nl', 'dutch', 'nederlands'],
  en: ['en', 'english', 'engels'],
  synonyms: ['synonyms', 'synoniemen'],
  synonyms_nl: ['synonyms_nl', 'synoniemen_nl'],
  synonyms_en: ['synonyms_en', 'synoniemen_en'],
  broader: ['broader', 'breder', 'bovenliggend'],
};

/** Writes all pairs, a line each, in the order given. */
export function writeGlossaryCsv(pairs: readonly GlossaryRecord[]): string {
  return writeCsv(
    ['nl', 'en', 'synonyms_nl', 'synonyms_en', 'broader'],
    pairs.map(({ nl, en, synonymsNl, synonymsEn, broader }) => [
      nl,
      en,
      cellOf(synonymsNl),
      cellOf(synonymsEn),
      cellOf(broader),
    ]),
  );
}

/**
 * Reads pairs; only `nl` and `en` have to be there. Each may hold several words with `|` between, the preferred one first. A word in
 * `synonyms` belongs to the language that stands before it (`nl:`, `en:`), without one to both.
 * @throws UnreadableFile
 */
export function readGlossaryCsv(text: string): GlossaryLine[] {
  return readCsv(text, COLUMNS, ['nl', 'en']).map(({ line, cells }) => {
    const words = (name: string): string[] => wordsOf(cells.get(name) ?? '');
    const [nl = '', ...moreNl] = words('nl');
    const [en = '', ...moreEn] = words('en');
    const both = words('synonyms').map(languageOf);
    const ofLanguage = (language: 'nl' | 'en'): string[] =>
      both.filter((word) => word.language === null || word.language === language).map(({ word }) => word);
    const isTold = ['synonyms', 'synonyms_nl', 'synonyms_en'].some((name) => cells.has(name));
    return {
      line,
      nl,
      en,
      ...(isTold || moreNl.length > 0
        ? { synonymsNl: once([...moreNl, ...words('synonyms_nl'), ...ofLanguage('nl')], nl) }
        : {}),
      ...(isTold || moreEn.length > 0
        ? { synonymsEn: once([...moreEn, ...words('synonyms_en'), ...ofLanguage('en')], en) }
        : {}),
      ...(cells.has('broader') ? { broader: words('broader') } : {}),
    };
  });
}

function languageOf(word: string): { language: 'nl' | 'en' | null; word: string } {
  const [, language, rest = ''] = /^(nl|en):\s*(.+)$/i.exec(word) ?? [];
  if (language === undefined) return { language: null, word };
  return { language: language.toLowerCase() === 'nl' ? 'nl' : 'en', word: rest };
}

function once(words: readonly string[], preferred: string): string[] {
  return [...new Set(words)].filter((word) => word !== preferred);
}
