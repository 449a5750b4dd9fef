import type { TaxonomyLine, TaxonomyRecord } from '@htsm/domain/themes';
import { writeCsv } from '@htsm/api/core';
import { cellOf, readCsv, wordsOf } from './csv';

const COLUMNS = [
  'scheme',
  'code',
  'broader',
  'nl',
  'en',
  'synonyms_nl',
  'synonyms_en',
  'notation',
  'state',
  'replaced_by',
] as const;
type Column = (typeof COLUMNS)[number];

/** Writes all terms, a line each, in the order given. */
export function writeTaxonomyCsv(terms: readonly TaxonomyRecord[]): string {
  return writeCsv(
    COLUMNS,
    terms.map((term) => [
      term.scheme,
      term.code,
      term.broader,
      term.nl,
      term.en,
      cellOf(term.synonymsNl),
      cellOf(term.synonymsEn),
      term.notation,
      term.state,
      term.replacedBy,
    ]),
  );
}

/** Reads terms; only the code has to be there. @param scheme of lines that name no list. @throws UnreadableFile */
export function readTaxonomyCsv(text: string, scheme: string): TaxonomyLine[] {
  const records = readCsv(text, Object.fromEntries(COLUMNS.map((name) => [name, [name]])), ['code']);
  return records.map(({ line, cells }) => {
    const cell = (name: Column): string | undefined => cells.get(name);
    const filled = (name: Column): string | undefined => cell(name) || undefined;
    const words = (name: Column): string[] | undefined => {
      const found = cell(name);
      return found === undefined ? undefined : wordsOf(found);
    };
    return {
      line,
      scheme: filled('scheme') ?? scheme,
      code: cell('code') ?? '',
      ...told({ broader: filled('broader'), nl: cell('nl'), en: cell('en'), notation: cell('notation') }),
      ...told({ synonymsNl: words('synonyms_nl'), synonymsEn: words('synonyms_en') }),
      ...told({ state: filled('state'), replacedBy: cell('replaced_by') }),
    };
  });
}

/** Only what the file has a column for. */
function told<Fields extends object>(fields: Fields): { [Name in keyof Fields]?: Exclude<Fields[Name], undefined> } {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as {
    [Name in keyof Fields]?: Exclude<Fields[Name], undefined>; // the same names, without those that are undefined
  };
}
