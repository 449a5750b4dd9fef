import { isPlainWord, TAXONOMY_CODE, TAXONOMY_LIMITS, TAXONOMY_SCHEMES, topOf, type TaxonomyScheme } from './taxonomy';

/** What became of a term: in use, not to be chosen any more, or replaced by another. */
export const TAXONOMY_STATES = ['active', 'retired', 'merged'] as const;
export type TaxonomyState = (typeof TAXONOMY_STATES)[number];

/** Lists whose codes the program itself knows: their words can change, terms cannot come or go. */
export const CLOSED_SCHEMES: readonly TaxonomyScheme[] = ['company_size', 'region', 'readiness'];

/** A term with all that a file tells of it. */
export interface TaxonomyRecord {
  readonly scheme: TaxonomyScheme;
  readonly code: string;
  readonly broader: string;
  readonly nl: string;
  readonly en: string;
  readonly synonymsNl: readonly string[];
  readonly synonymsEn: readonly string[];
  readonly notation: string;
  readonly state: TaxonomyState;
  /** The code of the successor; empty unless the term was merged. */
  readonly replacedBy: string;
}

/** A term as a file has it; what the file says nothing of stays as it is. */
export type TaxonomyLine = { readonly line: number; readonly scheme: string; readonly code: string } & Partial<
  Omit<TaxonomyRecord, 'scheme' | 'code' | 'state'> & { readonly state: string }
>;

/** Why a line is left out. */
export const IMPORT_REFUSALS = [
  'unknown_list',
  'bad_code',
  'twice',
  'no_words',
  'bad_words',
  'too_long',
  'too_many',
  'closed_list',
  'bad_state',
  'no_broader',
  'no_successor',
] as const;
export type ImportRefusal = (typeof IMPORT_REFUSALS)[number];

/** A line that is left out: where it stands, what it is about, and why. */
export interface RefusedLine {
  readonly line: number;
  readonly what: string;
  readonly why: ImportRefusal;
}

/** What an import does. */
export interface TaxonomyPlan {
  readonly added: readonly TaxonomyRecord[];
  readonly changed: readonly { readonly before: TaxonomyRecord; readonly after: TaxonomyRecord }[];
  /** How many lines change nothing. */
  readonly same: number;
  readonly refused: readonly RefusedLine[];
}

/** Compares the lines of a file with the terms that are there; nothing that is not in the file changes. */
export function planTaxonomyImport(present: readonly TaxonomyRecord[], lines: readonly TaxonomyLine[]): TaxonomyPlan {
  const known = new Map(present.map((term) => [keyOf(term), term]));
  const refused: RefusedLine[] = [];
  const wanted = new Map<string, { line: number; record: TaxonomyRecord }>();
  for (const line of lines) {
    const key = keyOf(line);
    const record = complete(line, known.get(key));
    const why = wanted.has(key) ? 'twice' : formFault(record, known.has(key));
    if (why === null)
      wanted.set(key, { line: line.line, record: record as TaxonomyRecord }); // formFault checked it
    else refused.push({ line: line.line, what: line.code, why });
  }
  refuseDangling(wanted, known, refused);
  const accepted = [...wanted.values()].map(({ record }) => record);
  const changed = accepted.flatMap((after) => {
    const before = known.get(keyOf(after));
    return before === undefined || isSame(before, after) ? [] : [{ before, after }];
  });
  const added = accepted.filter((record) => !known.has(keyOf(record)));
  refused.sort((one, other) => one.line - other.line);
  return { added, changed, same: accepted.length - added.length - changed.length, refused };
}

/** Gives a code made of an English label: lower case, everything else underscores. */
export function codeFor(label: string): string {
  const plain = label.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
  return plain
    .replace(/[^a-z0-9]+/g, '_')
    .replace(/^_+|_+$/g, '')
    .slice(0, TAXONOMY_LIMITS.code / 2)
    .replace(/_$/, '');
}

type Completed = Omit<TaxonomyRecord, 'scheme' | 'state'> & { readonly scheme: string; readonly state: string };

function keyOf({ scheme, code }: { readonly scheme: string; readonly code: string }): string {
  return `${scheme}:${code}`;
}

/** @param line without fields that are undefined */
function complete(line: TaxonomyLine, before: TaxonomyRecord | undefined): Completed {
  const broader = topOf(line.code) === line.code ? '' : topOf(line.code);
  const { scheme, code } = line;
  const told = Object.fromEntries(Object.entries(line).filter(([name]) => name !== 'line'));
  return { ...BLANK, broader, ...before, ...told, scheme, code };
}
const BLANK = {
  nl: '',
  en: '',
  synonymsNl: [],
  synonymsEn: [],
  notation: '',
  state: 'active',
  replacedBy: '',
} as const;

function formFault(record: Completed, isKnown: boolean): ImportRefusal | null {
  const { scheme, code, broader, state, replacedBy } = record;
  const list = TAXONOMY_SCHEMES.find((one) => one === scheme);
  if (list === undefined) return 'unknown_list';
  if (!TAXONOMY_CODE.test(code) || code.length > TAXONOMY_LIMITS.code) return 'bad_code';
  const why = wordsFault(record);
  if (why !== null) return why;
  const isState = TAXONOMY_STATES.some((one) => one === state);
  if (!isState || (state === 'merged') !== (replacedBy !== '')) return 'bad_state';
  if (CLOSED_SCHEMES.includes(list) && (!isKnown || state !== 'active')) return 'closed_list';
  return topOf(code) !== code && broader !== topOf(code) ? 'no_broader' : null;
}

function wordsFault({ nl, en, synonymsNl, synonymsEn, notation }: Completed): ImportRefusal | null {
  const words = [nl, en, ...synonymsNl, ...synonymsEn];
  if (nl === '' || en === '') return 'no_words';
  if (!words.every(isPlainWord)) return 'bad_words';
  if (words.some((word) => word.length > TAXONOMY_LIMITS.label)) return 'too_long';
  if (notation.length > TAXONOMY_LIMITS.notation) return 'too_long';
  const most = Math.max(synonymsNl.length, synonymsEn.length);
  return most > TAXONOMY_LIMITS.synonyms ? 'too_many' : null;
}

/** Leaves out lines whose more general term or successor is neither there nor in the file, until none is left. */
function refuseDangling(
  wanted: Map<string, { line: number; record: TaxonomyRecord }>,
  known: ReadonlyMap<string, TaxonomyRecord>,
  refused: RefusedLine[],
): void {
  const at = (scheme: TaxonomyScheme, code: string): TaxonomyRecord | undefined =>
    wanted.get(`${scheme}:${code}`)?.record ?? known.get(`${scheme}:${code}`);
  const faultOf = ({ scheme, code, broader, replacedBy }: TaxonomyRecord): ImportRefusal | null => {
    if (broader !== '' && at(scheme === 'capability' ? 'theme' : scheme, broader) === undefined) return 'no_broader';
    const isFollowed = replacedBy === '' || (replacedBy !== code && at(scheme, replacedBy)?.state === 'active');
    return isFollowed ? null : 'no_successor';
  };
  for (let isDone = false; !isDone;) {
    isDone = true;
    for (const [key, { line, record }] of wanted) {
      const why = faultOf(record);
      if (why === null) continue;
      wanted.delete(key);
      refused.push({ line, what: record.code, why });
      isDone = false;
    }
  }
}

function isSame(one: TaxonomyRecord, other: TaxonomyRecord): boolean {
  return JSON.stringify(fieldsOf(one)) === JSON.stringify(fieldsOf(other));
}

function fieldsOf({ broader, nl, en, synonymsNl, synonymsEn, notation, state, replacedBy }: TaxonomyRecord): unknown[] {
  return [broader, nl, en, synonymsNl, synonymsEn, notation, state, replacedBy];
}
