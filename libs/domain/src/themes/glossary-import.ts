import { isPlainWord, TAXONOMY_LIMITS } from './taxonomy';

/** A pair of terms that the operator adds to the thesaurus. */
export interface GlossaryRecord {
  readonly nl: string;
  readonly en: string;
  readonly synonymsNl: readonly string[];
  readonly synonymsEn: readonly string[];
  /** English names of more general terms. */
  readonly broader: readonly string[];
}

/** A pair as a file has it; what the file says nothing of stays as it is. */
export type GlossaryLine = { readonly line: number; readonly nl: string; readonly en: string } & Partial<
  Pick<GlossaryRecord, 'synonymsNl' | 'synonymsEn' | 'broader'>
>;

/** Why a line is left out. */
export const GLOSSARY_REFUSALS = ['no_words', 'bad_words', 'too_long', 'too_many', 'twice'] as const;
export type GlossaryRefusal = (typeof GLOSSARY_REFUSALS)[number];

/** What an import does. */
export interface GlossaryPlan {
  readonly added: readonly GlossaryRecord[];
  readonly changed: readonly { readonly before: GlossaryRecord; readonly after: GlossaryRecord }[];
  /** How many lines change nothing. */
  readonly same: number;
  readonly refused: readonly { readonly line: number; readonly what: string; readonly why: GlossaryRefusal }[];
}

const MOST_BROADER = 10;

/** Compares the lines of a file with the pairs that are there; a pair is the same when both its words are, whatever their capitals. */
export function planGlossaryImport(present: readonly GlossaryRecord[], lines: readonly GlossaryLine[]): GlossaryPlan {
  const known = new Map(present.map((pair) => [pairKey(pair), pair]));
  const seen = new Set<string>();
  const added: GlossaryRecord[] = [];
  const changed: { before: GlossaryRecord; after: GlossaryRecord }[] = [];
  const refused: { line: number; what: string; why: GlossaryRefusal }[] = [];
  let same = 0;
  for (const line of lines) {
    const key = pairKey(line);
    const before = known.get(key);
    const after = complete(line, before);
    const why = seen.has(key) ? 'twice' : faultOf(after);
    if (why !== null) refused.push({ line: line.line, what: line.nl === '' ? line.en : line.nl, why });
    else if (before === undefined) added.push(after);
    else if (JSON.stringify(fieldsOf(before)) === JSON.stringify(fieldsOf(after))) same += 1;
    else changed.push({ before, after });
    if (why === null) seen.add(key);
  }
  return { added, changed, same, refused };
}

/** What makes two pairs the same. */
export function pairKey({ nl, en }: { readonly nl: string; readonly en: string }): string {
  return `${nl.toLowerCase()}|${en.toLowerCase()}`;
}

function complete(line: GlossaryLine, before: GlossaryRecord | undefined): GlossaryRecord {
  return {
    nl: line.nl,
    en: line.en,
    synonymsNl: line.synonymsNl ?? before?.synonymsNl ?? [],
    synonymsEn: line.synonymsEn ?? before?.synonymsEn ?? [],
    broader: line.broader ?? before?.broader ?? [],
  };
}

function faultOf({ nl, en, synonymsNl, synonymsEn, broader }: GlossaryRecord): GlossaryRefusal | null {
  if (nl === '' || en === '') return 'no_words';
  const words = [nl, en, ...synonymsNl, ...synonymsEn, ...broader];
  if (!words.every(isPlainWord)) return 'bad_words';
  if (words.some((word) => word.length > TAXONOMY_LIMITS.label)) return 'too_long';
  const isTooMany =
    synonymsNl.length > TAXONOMY_LIMITS.synonyms ||
    synonymsEn.length > TAXONOMY_LIMITS.synonyms ||
    broader.length > MOST_BROADER;
  return isTooMany ? 'too_many' : null;
}

function fieldsOf({ nl, en, synonymsNl, synonymsEn, broader }: GlossaryRecord): unknown[] {
  return [nl, en, synonymsNl, synonymsEn, broader];
}
