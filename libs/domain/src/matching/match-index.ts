import type { AnalysedText } from './analyse-text';
import { PostingLists, type CompactText } from './posting-lists';
import { rarity, weigh } from './term-weights';
import { documentShares } from './text-likeness';

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

/** Changes that are kept aside before the lists are worth making anew: this many, and this share of all. */
const WORTH_REBUILDING = { changes: 200, share: 0.02 } as const;

/**
 * Finds by text. Keeps numbers only, no texts: about 20 bytes for each term of a document. What changes is kept beside the
 * lists until these are made anew; how rare terms are is counted then, and moves little by what changes between.
 */
export class MatchIndex {
  private readonly numbers = new Map<string, number>();
  private readonly everybody = new Map<string, readonly CompactText[]>();
  private readonly changed = new Set<string>();
  private lists: PostingLists;

  constructor(everybody: Iterable<Findable>) {
    for (const { id, documents } of everybody) this.everybody.set(id, this.compact(documents));
    this.lists = new PostingLists(this.everybody, this.numbers.size);
  }

  /** How many can be found. */
  get size(): number {
    return this.everybody.size;
  }

  /** Adds somebody, or puts new documents in the place of the old. */
  put({ id, documents }: Findable): void {
    this.everybody.set(id, this.compact(documents));
    this.change(id);
  }

  remove(id: string): void {
    if (this.everybody.delete(id)) this.change(id);
  }

  /** Gives everybody whose texts share a term with this one, in no particular order. */
  likenesses(text: AnalysedText): Likeness[] {
    const query = this.weighQuery(text);
    const found: Likeness[] = [];
    const add = (id: string, cosines: readonly number[]) => {
      if (cosines.some((cosine) => cosine > 0)) found.push({ id, likeness: sum(documentShares(cosines)) });
    };
    for (const [id, cosines] of this.lists.cosines(query)) if (!this.changed.has(id)) add(id, cosines);
    if (this.changed.size === 0) return found;
    const wanted = new Map(query.map(([number, weight]) => [number, weight]));
    for (const id of this.changed) add(id, this.aside(id, wanted));
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

  private aside(id: string, query: ReadonlyMap<number, number>): number[] {
    return (this.everybody.get(id) ?? []).map((text) => {
      const weights = this.lists.weigh(text);
      const own = new Map([...text.terms].map((number, at) => [number, weights[at] ?? 0]));
      let cosine = 0;
      for (const [number, weight] of query) cosine += weight * (own.get(number) ?? 0);
      return cosine;
    });
  }

  private change(id: string): void {
    this.changed.add(id);
    const { changes, share } = WORTH_REBUILDING;
    if (this.changed.size < changes || this.changed.size < this.everybody.size * share) return;
    this.lists = new PostingLists(this.everybody, this.numbers.size);
    this.changed.clear();
  }

  private compact(documents: readonly AnalysedText[]): CompactText[] {
    return documents.map(({ terms }) => ({
      terms: Uint32Array.from(terms.keys(), (term) => this.number(term)),
      counts: Float64Array.from(terms.values()),
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

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}
