import { rarity, weigh } from './term-weights';
import { likenessOf } from './text-likeness';

/** The terms of a document as numbers, with their weighted counts in the same order. */
export interface CompactText {
  readonly terms: Uint32Array;
  readonly counts: Float32Array;
}

/** For each term the documents that have it and its weight there, in typed arrays. Never changes. */
export class PostingLists {
  /** How many documents there are. */
  readonly documentCount: number;
  private readonly owners: readonly string[];
  /** Where each owner's documents begin; one more than there are owners. */
  private readonly firstDocument: Uint32Array;
  /** The entries of term `n` are those from `from[n]` to `from[n + 1]`. */
  private readonly from: Uint32Array;
  private readonly documents: Uint32Array;
  private readonly weights: Float32Array;

  /** @param termCount how many numbers of terms are in use */
  constructor(everybody: ReadonlyMap<string, readonly CompactText[]>, termCount: number) {
    this.owners = [...everybody.keys()];
    this.firstDocument = starts([...everybody.values()].map((texts) => texts.length));
    this.documentCount = this.firstDocument.at(-1) ?? 0;
    const lengths = new Uint32Array(termCount);
    for (const texts of everybody.values())
      for (const { terms } of texts) for (const term of terms) lengths[term] = (lengths[term] ?? 0) + 1;
    this.from = starts(lengths);
    this.documents = new Uint32Array(this.from.at(-1) ?? 0);
    this.weights = new Float32Array(this.documents.length);
    this.fill(everybody.values());
  }

  /** How many owners there are. */
  get size(): number {
    return this.owners.length;
  }

  /** How many documents have the term. */
  having(term: number): number {
    return (this.from[term + 1] ?? 0) - (this.from[term] ?? 0);
  }

  /** Gives the weight of each term of a document, in its order; those of a document in the lists are kept in single precision. */
  weigh({ terms, counts }: CompactText): Float32Array {
    return Float32Array.from(
      weigh(Float64Array.from(counts), (at) => rarity(this.documentCount, this.having(terms[at] ?? 0))),
    );
  }

  /** Gives the likeness of every owner whose documents share a term with the query. */
  *likenesses(query: Iterable<readonly [term: number, weight: number]>): Generator<[id: string, likeness: number]> {
    const cosines = this.cosines(query);
    for (const [number, id] of this.owners.entries()) {
      const likeness = likenessOf(cosines.subarray(this.firstDocument[number], this.firstDocument[number + 1]));
      if (likeness > 0) yield [id, likeness];
    }
  }

  private cosines(query: Iterable<readonly [term: number, weight: number]>): Float64Array {
    const { documents, weights } = this;
    const cosines = new Float64Array(this.documentCount);
    for (const [term, weight] of query) {
      const end = this.from[term + 1] ?? 0;
      for (let at = this.from[term] ?? 0; at < end; at += 1) {
        const document = documents[at] ?? 0;
        cosines[document] = (cosines[document] ?? 0) + weight * (weights[at] ?? 0);
      }
    }
    return cosines;
  }

  private fill(everybody: Iterable<readonly CompactText[]>): void {
    const next = this.from.slice();
    let document = 0;
    for (const texts of everybody) {
      for (const text of texts) {
        const weights = this.weigh(text);
        for (const [at, term] of text.terms.entries()) {
          const entry = next[term] ?? 0;
          this.documents[entry] = document;
          this.weights[entry] = weights[at] ?? 0;
          next[term] = entry + 1;
        }
        document += 1;
      }
    }
  }
}

function starts(lengths: ArrayLike<number>): Uint32Array {
  const all = new Uint32Array(lengths.length + 1);
  for (let index = 0; index < lengths.length; index += 1) all[index + 1] = (all[index] ?? 0) + (lengths[index] ?? 0);
  return all;
}
