import { LOCALES } from '../themes/themes';
import type { Offers, Requirements } from './requirements-part';

/** A challenge, or a paper, as a file gives it. */
export interface MatchFileChallenge {
  readonly id: string;
  readonly lang: string;
  /** Title and body, or any other texts that belong together. */
  readonly texts: readonly string[];
  readonly themes?: readonly string[];
  readonly requirements?: Requirements;
}

/** An SME, or a reviewer, as a file gives it. */
export interface MatchFileProfile {
  readonly id: string;
  readonly lang: string;
  readonly documents: readonly { readonly id: string; readonly title?: string; readonly text?: string }[];
  readonly themes?: readonly string[];
  /** What the party brings of what challenges ask. */
  readonly requirements?: Offers;
}

/** What a file holds cannot be matched; the message is a sentence that names the place and says what to do. */
export class MatchFileFault extends Error {}

type Fields = Readonly<Record<string, unknown>>;

/** Checks the challenges of a file. Throws MatchFileFault at the first fault. */
export function readChallenges(value: unknown): MatchFileChallenge[] {
  return readList(value, 'challenges', (fields, place) => {
    const texts = fields['texts'];
    if (!isTexts(texts)) throw new MatchFileFault(`Give ${place} its "texts" as a list of strings.`);
    checkThemes(fields, place);
    checkRequirements(fields, place);
    return { ...fields, texts } as unknown as MatchFileChallenge; // id, lang and the parts used were checked here
  });
}

/** Checks the profiles of a file. Throws MatchFileFault at the first fault. */
export function readProfiles(value: unknown): MatchFileProfile[] {
  return readList(value, 'profiles', (fields, place) => {
    const documents = fields['documents'];
    if (!Array.isArray(documents)) throw new MatchFileFault(`Give ${place} its "documents" as a list.`);
    const known = new Set<unknown>();
    for (const [index, document] of documents.entries())
      checkDocument(document, `document ${index + 1} of ${place}`, known);
    checkThemes(fields, place);
    checkRequirements(fields, place);
    return fields as unknown as MatchFileProfile; // id, lang and the parts used were checked here
  });
}

function readList<Entry>(value: unknown, what: string, read: (fields: Fields, place: string) => Entry): Entry[] {
  if (!Array.isArray(value)) throw new MatchFileFault(`The file of ${what} must hold a list.`);
  const ids = new Set<string>();
  return value.map((entry: unknown, index) => {
    const place = `entry ${index + 1} of ${what}`;
    if (!isFields(entry)) throw new MatchFileFault(`Make ${place} an object.`);
    const { id, lang } = entry;
    if (typeof id !== 'string' || id === '') throw new MatchFileFault(`Give ${place} an "id".`);
    if (ids.has(id)) throw new MatchFileFault(`Give ${place} an id of its own: "${id}" stands twice.`);
    ids.add(id);
    if (!LOCALES.some((locale) => locale === lang)) throw new MatchFileFault(`Give ${place} "lang": "nl" or "en".`);
    return read(entry, place);
  });
}

function checkDocument(document: unknown, place: string, known: Set<unknown>): void {
  if (!isFields(document)) throw new MatchFileFault(`Make ${place} an object.`);
  const { id, title = '', text = '' } = document;
  if (typeof id !== 'string' || known.has(id)) throw new MatchFileFault(`Give ${place} an "id" of its own.`);
  known.add(id);
  if (typeof title !== 'string' || typeof text !== 'string')
    throw new MatchFileFault(`Make "title" and "text" of ${place} strings.`);
}

function checkThemes({ themes }: Fields, place: string): void {
  if (themes !== undefined && !isTexts(themes))
    throw new MatchFileFault(`Make "themes" of ${place} a list of strings.`);
}

function checkRequirements({ requirements }: Fields, place: string): void {
  if (requirements === undefined) return;
  if (!isFields(requirements)) throw new MatchFileFault(`Make "requirements" of ${place} an object.`);
  for (const list of ['certificates', 'regions', 'sizes', 'hard']) {
    const value = requirements[list];
    if (value !== undefined && !isTexts(value))
      throw new MatchFileFault(`Make "${list}" in the requirements of ${place} a list of strings.`);
  }
  const { trl } = requirements;
  const isRange = isFields(trl) && Number.isFinite(trl['min']) && Number.isFinite(trl['max']);
  if (trl !== undefined && !isRange)
    throw new MatchFileFault(`Make "trl" in the requirements of ${place} {"min": 4, "max": 6}.`);
}

function isFields(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isTexts(value: unknown): value is string[] {
  return Array.isArray(value) && value.every((entry) => typeof entry === 'string');
}
