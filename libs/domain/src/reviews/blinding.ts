/** A word that tells who one of the parties is. */
export interface TellingWord {
  /** 1 for the lead, then its partners. */
  readonly party: number;
  readonly kind: 'organisation' | 'person' | 'domain' | 'number';
  readonly word: string;
}

/** What stands in the place of something that tells who it is. */
export interface BlindWords {
  readonly party: (party: number) => string;
  readonly person: (party: number) => string;
  readonly mail: string;
  readonly link: string;
  readonly phone: string;
}

/** Clears texts of who wrote them. */
export type Blinder = (text: string) => string;

interface Cut {
  readonly start: number;
  readonly end: number;
  readonly instead: string;
}

interface Pattern {
  readonly pattern: RegExp;
  /** Whether it counts only where it begins with a capital: surnames and first names are words too. */
  readonly isName: boolean;
  readonly instead: string;
}

const MARKED_LINK = /\[([^\][]{1,300})\]\((?:https?:\/\/|mailto:)[^\s()<>]{1,500}\)/g;
const MAIL = /[\p{L}\p{N}._%+-]{1,64}@[\p{L}\p{N}-]{1,63}(?:\.[\p{L}\p{N}-]{1,63}){1,5}/gu;
const LINK = /(?:https?:\/\/|\bwww\.)[^\s<>"]{0,500}[^\s<>".,;:!?)]/gi;
const PHONE = /(?:\+|\b00)\d{2}(?:[ ()-]{0,3}\d){8,10}\b|\b0(?:[ -]?\d){9}\b/g;
const LEGAL_FORM = /(?:^|\s)(?:b\.?v|n\.?v|v\.?o\.?f|c\.?v|u\.?a|gmbh|ltd|inc|holding|groep|group)\.?(?=\s|$)/gi;
const IN_BRACKETS = /\([^()]*\)/g;
/** From this length on a name counts within longer words too, such as a product called after its maker. */
const LONG_NAME = 6;
const SHORTEST = 3;

/**
 * Makes what clears texts of who the parties are: every e-mail address, link and telephone number, and the names, numbers
 * and domains that are given, however they are spaced, accented or written in capitals. What a text tells in other words
 * stays; the reader is asked to say so.
 */
export function blinderOf(telling: readonly TellingWord[], instead: BlindWords): Blinder {
  const patterns = telling.flatMap((word) => patternsOf(word, instead));
  return (text) => {
    const bare = text
      .replace(MARKED_LINK, '$1')
      .replace(MAIL, instead.mail)
      .replace(LINK, instead.link)
      .replace(PHONE, instead.phone);
    return cutOut(bare, cutsIn(bare, patterns));
  };
}

function patternsOf(telling: TellingWord, instead: BlindWords): Pattern[] {
  const { kind } = telling;
  const by = insteadOf(telling, instead);
  const pattern = (word: string, isName: boolean): Pattern[] => {
    const parts = folded(word)
      .text.split(/[^\p{L}\p{N}]+/u)
      .filter((part) => part !== '');
    const length = parts.join('').length;
    if (length < SHORTEST) return [];
    const end = length < LONG_NAME || isName ? `(?:'?s)?(?![\\p{L}\\p{N}])` : '';
    const start = length < LONG_NAME || isName ? '(?<![\\p{L}\\p{N}])' : '';
    return [{ pattern: new RegExp(start + parts.join('[^\\p{L}\\p{N},;]{0,3}') + end, 'gu'), isName, instead: by }];
  };
  if (kind === 'organisation') {
    const bare = telling.word.replace(IN_BRACKETS, ' ');
    return [telling.word, bare, bare.replace(LEGAL_FORM, ' ')].flatMap((word) => pattern(word, false));
  }
  if (kind === 'number') return pattern([...telling.word].join(' '), false);
  if (kind === 'domain') return pattern(telling.word, false);
  const names = telling.word.split(/\s+/);
  const single = [names[0] ?? '', names.at(-1) ?? ''].filter((name) => /^\p{Lu}/u.test(name));
  return [...pattern(telling.word, false), ...single.flatMap((name) => pattern(name, true))];
}

function insteadOf({ kind, party }: TellingWord, instead: BlindWords): string {
  if (kind === 'domain') return instead.link;
  return kind === 'person' ? instead.person(party) : instead.party(party);
}

function cutsIn(text: string, patterns: readonly Pattern[]): Cut[] {
  const plain = folded(text);
  return patterns
    .flatMap(({ pattern, isName, instead }) =>
      [...plain.text.matchAll(pattern)].map((match) => ({
        start: plain.at[match.index] ?? 0,
        end: (plain.at[match.index + match[0].length - 1] ?? 0) + 1,
        isName,
        instead,
      })),
    )
    .filter(({ start, isName }) => !isName || /\p{Lu}/u.test(text[start] ?? ''));
}

/** Puts the other words in place: of overlapping cuts the one that begins first, and of those the longest. */
function cutOut(text: string, cuts: readonly Cut[]): string {
  let at = 0;
  let result = '';
  for (const cut of cuts.toSorted((a, b) => a.start - b.start || b.end - a.end)) {
    if (cut.start < at) continue;
    result += text.slice(at, cut.start) + cut.instead;
    at = cut.end;
  }
  return result + text.slice(at);
}

/** Small letters without accents, marks and invisible signs, with the place of each in the text. */
function folded(text: string): { text: string; at: number[] } {
  const at: number[] = [];
  let result = '';
  for (let index = 0; index < text.length; index += 1) {
    const plain = (text[index] ?? '')
      .normalize('NFKD')
      .replace(/[\p{M}\p{Cf}*]/gu, '')
      .toLowerCase();
    for (let unit = 0; unit < plain.length; unit += 1) at.push(index);
    result += plain;
  }
  return { text: result, at };
}
