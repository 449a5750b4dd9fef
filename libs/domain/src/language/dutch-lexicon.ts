import { dutchBases } from './dutch-forms';

/** Sounds that join the parts of a compound: `veiligheid-s-eis`, `paard-e-staart`, `boek-en-kast`. */
const LINKS = ['', 's', 'en', 'e', 'n'];
const SHORTEST_PART = 3;
/** Words longer than this are no words but noise; splitting them costs time. */
const LONGEST_WORD = 40;
const MOST_PARTS = 4;

/** The Dutch words that are known, and how others are read as forms or compounds of them. */
export class DutchLexicon {
  private readonly headwords: ReadonlySet<string>;
  private readonly read = new Map<string, readonly string[]>();

  /** @param headwords folded words in their base form */
  constructor(headwords: Iterable<string>) {
    this.headwords = new Set(headwords);
  }

  /** Gives the headword that a folded word is a form of, or undefined. */
  headword(word: string): string | undefined {
    return dutchBases(word).find((base) => this.headwords.has(base));
  }

  /** Gives the headwords that a folded word is made of: one, several for a compound, none when it is unknown. */
  parts(word: string): readonly string[] {
    let parts = this.read.get(word);
    if (parts === undefined) {
      const headword = this.headword(word);
      parts = headword === undefined ? this.split(word) : [headword];
      this.read.set(word, parts);
    }
    return parts;
  }

  /** The split with the fewest parts; among those the one that reads most parts as they stand, and then has the longest last part. */
  private split(word: string): readonly string[] {
    if (word.length > LONGEST_WORD) return [];
    for (let most = 2; most <= MOST_PARTS; most += 1) {
      const best = this.splits(word, most).sort((a, b) => a.cost - b.cost || b.lastLength - a.lastLength)[0];
      if (best !== undefined) return best.parts;
    }
    return [];
  }

  private splits(word: string, count: number): Split[] {
    if (word.length < SHORTEST_PART) return [];
    if (count === 1) {
      const headword = this.headword(word);
      if (headword === undefined) return [];
      return [{ parts: [headword], cost: headword === word ? 0 : 1, lastLength: word.length }];
    }
    const splits: Split[] = [];
    for (let at = SHORTEST_PART; at <= word.length - SHORTEST_PART; at += 1) {
      const first = this.firstPart(word.slice(0, at));
      if (first === undefined) continue;
      const cost = first.length === at && word.startsWith(first) ? 0 : 1;
      for (const rest of this.splits(word.slice(at), count - 1))
        splits.push({ ...rest, parts: [first, ...rest.parts], cost: cost + rest.cost });
    }
    return splits;
  }

  /** A part that another follows stands in its base form, or as the stem of a verb, with or without a link. */
  private firstPart(part: string): string | undefined {
    for (const link of LINKS) {
      if (!part.endsWith(link) || part.length - link.length < SHORTEST_PART) continue;
      const bare = part.slice(0, part.length - link.length);
      if (this.headwords.has(bare)) return bare;
    }
    return part.length > SHORTEST_PART ? this.headword(part) : undefined;
  }
}

interface Split {
  readonly parts: readonly string[];
  /** How many parts do not stand in the word as they are. */
  readonly cost: number;
  readonly lastLength: number;
}
