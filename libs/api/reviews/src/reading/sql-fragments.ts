import type { Locale } from '@htsm/domain';

/** SQL that writes an instant as ISO 8601 in UTC. */
export function iso(expression: string): string {
  return `to_char(${expression} AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;
}

/** SQL that gives a text in the reader's language, or in the other when it is not written in it. */
export function inLanguage(locale: Locale, nl: string, en: string): string {
  const [own, other] = locale === 'en' ? [en, nl] : [nl, en];
  return `coalesce(nullif(${own}, ''), ${other})`;
}

/** SQL that gives a list of words in the reader's language, or in the other when it has none. */
export function listInLanguage(locale: Locale, nl: string, en: string): string {
  const [own, other] = locale === 'en' ? [en, nl] : [nl, en];
  return `CASE WHEN array_to_string(${own}, '') <> '' THEN ${own} ELSE ${other} END`;
}
