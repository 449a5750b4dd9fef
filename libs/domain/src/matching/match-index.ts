import type { AnalysedText } from './analyse-text';
import { PostingLists, type CompactText } from './posting-lists';
import { rarity, weigh } from './term-weights';
import { likenessOf } from './text-likeness';

/** Somebody who can be found: an SME, a challenge, a reviewer. */
export interface Findable {
  readonly id: string;
  readonly documents: readonly AnalysedText[];
}

/** The likeness of somebody with a text, 0..1. */
export interface Likeness {
  readonly id: string;
  readonly likeness: number;
}

/** Changes that are kept aside before the index is worth making anew: this many, and this share of all. */
const WORTH_REBUILDING = { changes: 200, share: 0.02 } as const;

/**
 * Finds by text. Keeps numbers and no texts: 8 bytes for each term of a document. What changes later is kept beside the lists;
 * how rare terms are was counted when these were made, and moves little by what changes since.
 */
export class MatchIndex {
  private readonly numbers = new Map<string, number>();
  private readonly lists: PostingLists;
  /** Null for who is gone. */
  private readonly changed = new Map<string, readonly CompactText[] | null>();

  /** @param everybody is gone through once; nothing of it is kept */
  constructor(everybody: Iterable<Findable>) {
    const texts = new Map<string, readonly CompactText[]>();
    for (const { id, documents } of everybody) texts.set(id, this.compact(documents));
    this.lists = new PostingLists(texts, this.numbers.size);
  }

  /** Whether so much has changed that a new index is faster and counts rarity better. */
  get isWorthRebuilding(): boolean {
    const { changes, share } = WORTH_REBUILDING;
    return this.changed.size >= changes && this.changed.size >= this.lists.size * share;
  }

  /** Adds somebody, or puts new documents in the place of the old. */
  put({ id, documents }: Findable): void {
    this.changed.set(id, this.compact(documents));
  }

  remove(id: string): void {
    this.changed.set(id, null);
  }

  /** Gives everybody whose texts share a term with this one, in no particular order. */
  likenesses(text: AnalysedText): Likeness[] {
    const query = this.weighQuery(text);
    const found: Likeness[] = [];
    for (const [id, likeness] of this.lists.likenesses(query)) if (!this.changed.has(id)) found.push({ id, likeness });
    if (this.changed.size === 0) return found;
    const wanted = new Map(query);
    for (const [id, texts] of this.changed) {
      const likeness = likenessOf(Float64Array.from(texts ?? [], (one) => this.cosine(wanted, one)));
      if (likeness > 0) found.push({ id, likeness });
    }
    return found;
  }

  /** Gives the weight of each term of a text, in its order, as if the text were one of the documents. */
  weights(text: AnalysedText): Map<string, number> {
    const terms = [...text.terms.keys()];
    const weights = weigh(Float64Array.from(text.terms.values()), (at) => this.rarityOf(terms[at] ?? ''));
    return new Map(terms.map((term, at) => [term, weights[at] ?? 0]));
  }

  private weighQuery(text: AnalysedText): (readonly [number, number])[] {
    const query: (readonly [number, number])[] = [];
    for (const [term, weight] of this.weights(text)) {
      const number = this.numbers.get(term);
      if (number !== undefined) query.push([number, weight]);
    }
    return query;
  }

  private rarityOf(term: string): number {
    const number = this.numbers.get(term);
    return rarity(this.lists.documentCount, number === undefined ? 0 : this.lists.having(number));
  }

  private cosine(query: ReadonlyMap<number, number>, text: CompactText): number {
    const weights = this.lists.weigh(text);
    const own = new Map([...text.terms].map((number, at) => [number, weights[at] ?? 0]));
    let cosine = 0;
    for (const [number, weight] of query) cosine += weight * (own.get(number) ?? 0);
    return cosine;
  }

  private compact(documents: readonly AnalysedText[]): CompactText[] {
    return documents.map(({ terms }) => ({
      terms: Uint32Array.from(terms.keys(), (term) => this.number(term)),
      counts: Float32Array.from(terms.values()),
    }));
  }

  private number(term: string): number {
    let number = this.numbers.get(term);
    if (number === undefined) {
      number = this.numbers.size;
      this.numbers.set(term, number);
    }
    return number;
  }
}
