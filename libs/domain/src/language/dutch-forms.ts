const VOWELS = 'aeiouy';

/**
 * Gives what the folded Dutch word may be a form of, the likeliest first: itself, then singulars, undeclined adjectives and
 * infinitives, then the verb behind a noun in -ing. Most of what it gives are no words; the caller keeps those in a lexicon.
 * Rules: double letters in open and closed syllables, f/v and s/z at the end, plurals, diminutives, comparison, and the weak
 * conjugation (Algemene Nederlandse Spraakkunst, chapters 2, 3, 6 and 12).
 */
export function dutchBases(word: string): string[] {
  const bases = new Set<string>([word]);
  for (const stem of stems(word)) for (const base of spellings(stem)) bases.add(base);
  for (const stem of verbStems(word)) for (const base of infinitives(stem)) bases.add(base);
  if (word.endsWith('ing') && word.length > 5) for (const base of infinitives(word.slice(0, -3))) bases.add(base);
  if (word.endsWith('ingen') && word.length > 7) for (const base of infinitives(word.slice(0, -5))) bases.add(base);
  return [...bases].filter((base) => base.length > 1);
}

/** The word without a plural, diminutive or adjective ending. */
function* stems(word: string): Generator<string> {
  yield word;
  for (const [ending, replacement] of NOMINAL_ENDINGS) {
    if (word.endsWith(ending) && word.length - ending.length >= 2) yield word.slice(0, -ending.length) + replacement;
  }
}
const NOMINAL_ENDINGS: readonly (readonly [string, string])[] = [
  ['heden', 'heid'],
  ['eren', ''],
  ['etjes', ''],
  ['etje', ''],
  ['tjes', ''],
  ['tje', ''],
  ['pjes', ''],
  ['pje', ''],
  ['kjes', 'g'],
  ['kje', 'g'],
  ['jes', ''],
  ['je', ''],
  ['en', ''],
  ['n', ''],
  ['s', ''],
  ['e', ''],
  ['ere', ''],
  ['er', ''],
  ['ste', ''],
  ['st', ''],
];

/** The stem as it is written at the end of a word: `bom` and `boom`, `kass` and `kas`, `prijz` and `prijs`. */
function* spellings(stem: string): Generator<string> {
  yield stem;
  const last = stem.at(-1) ?? '';
  const hard = HARDENED[last];
  const closed = hard === undefined ? stem : stem.slice(0, -1) + hard;
  if (closed !== stem) yield closed;
  if (isDoubled(stem)) yield stem.slice(0, -1);
  else if (endsInOpenSyllable(stem)) yield closed.slice(0, -1) + closed.charAt(closed.length - 2) + closed.slice(-1);
}
const HARDENED: Readonly<Record<string, string>> = { v: 'f', z: 's' };
const SOFTENED: Readonly<Record<string, string>> = { f: 'v', s: 'z' };

/** The word without the endings and the prefix of a conjugated verb, as a stem. */
function* verbStems(word: string): Generator<string> {
  for (const part of [word, ...withoutPrefix(word)]) {
    yield part;
    for (const ending of VERB_ENDINGS) {
      if (part.endsWith(ending) && part.length - ending.length >= 2) yield part.slice(0, -ending.length);
    }
  }
}
const VERB_ENDINGS = ['t', 'd', 'te', 'de', 'ten', 'den', 'end', 'ende', 'en', 'er', 'ers'];

/** `gemeten` without `ge`; `opgewarmd` and `op te warmen` written together without it, the particle kept. */
function* withoutPrefix(word: string): Generator<string> {
  if (word.startsWith('ge') && word.length > 5) yield word.slice(2);
  for (const particle of PARTICLES) {
    const rest = word.slice(particle.length);
    if (word.startsWith(particle) && /^(ge|te)/.test(rest) && rest.length > 4) yield particle + rest.slice(2);
  }
}
const PARTICLES =
  'aan achter af bij binnen door dood in los mee na neer om onder op over samen stil terug toe uit vast vol voor voort weg'
    .split(' ')
    .concat(['bij', 'schoon', 'vrij', 'droog', 'goed', 'plaats', 'waar', 'warm']);

/** The infinitives that a stem may have: `meet` → `meten`, `rem` → `remmen`, `verlies` → `verliezen`, `snij` → `snijden`. */
function* infinitives(stem: string): Generator<string> {
  const last = stem.at(-1) ?? '';
  const soft = SOFTENED[last];
  const before = stem.at(-2) ?? '';
  const isShort = isVowel(before) && !isVowel(last) && !isVowel(stem.at(-3) ?? '');
  if (isShort) yield `${stem}${last}en`;
  yield `${stem}en`;
  if (soft !== undefined) yield `${stem.slice(0, -1)}${soft}en`;
  if (isVowel(before) && before === stem.at(-3) && !isVowel(last)) {
    yield `${stem.slice(0, -2)}${last}en`;
    if (soft !== undefined) yield `${stem.slice(0, -2)}${soft}en`;
  }
  if (isVowel(last)) yield `${stem}n`;
  if (/(ij|ou)$/.test(stem)) yield `${stem}den`; // snij, rij, hou
}

function isVowel(letter: string): boolean {
  return letter !== '' && VOWELS.includes(letter);
}

function isDoubled(stem: string): boolean {
  const last = stem.at(-1) ?? '';
  return !isVowel(last) && last === stem.at(-2);
}

function endsInOpenSyllable(stem: string): boolean {
  return isVowel(stem.at(-2) ?? '') && !isVowel(stem.at(-1) ?? '') && !isVowel(stem.at(-3) ?? '');
}
