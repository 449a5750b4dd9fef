import { LEVELS, readPacked, termCount, type PackedText } from './packed-text';
import type { TermNumbers } from './term-numbers';
import { likenessOf } from './text-likeness';

/** A document of somebody, who has a number; documents of the same owner stand together. */
export interface OwnedText {
  readonly owner: number;
  readonly text: PackedText;
}

/** Stands for the owner of a document that is no longer there. */
const GONE = 0xffffffff;
/** Used by one search after another: none is asked for while another runs. */
let scratch = new Float64Array(0);

/** Postings of a group of documents, in typed arrays: three bytes for each term of a document. */
export interface Postings {
  /** The owner of each document. */
  readonly owners: Uint32Array;
  /** The terms that occur, by number, the lowest first. */
  readonly terms: Uint32Array;
  /** The entries of `terms[n]` are those from `from[n]` to `from[n + 1]`. */
  readonly from: Uint32Array;
  readonly documents: Uint16Array;
  /** Levels of the counts. */
  readonly levels: Uint8Array;
}

/** A part of the index that is searched as a whole; only who is gone from it changes. */
export class Segment {
  private owners: Uint32Array;
  private documents: Uint16Array;
  private levels: Uint8Array;
  private lengths = new Float64Array(0);
  private hasGone = false;

  constructor(private readonly postings: Postings) {
    this.owners = postings.owners;
    this.documents = postings.documents;
    this.levels = postings.levels;
  }

  /** How many documents there are, those that are gone included until the next sweep. */
  get size(): number {
    return this.owners.length;
  }

  /** Counts for each term the documents that have it. */
  countInto(having: Uint32Array): void {
    const { terms, from } = this.postings;
    for (const [place, term] of terms.entries())
      having[term] = (having[term] ?? 0) + (from[place + 1] ?? 0) - (from[place] ?? 0);
  }

  /** Takes the documents of an owner out; gives how many these were. */
  remove(owner: number): number {
    const first = this.owners.indexOf(owner);
    if (first < 0) return 0;
    let end = first;
    while (this.owners[end] === owner) end += 1;
    this.owners.fill(GONE, first, end);
    this.hasGone = true;
    return end - first;
  }

  /** Gives up the room of who is gone, in place, and counts their terms out of `having`. */
  sweep(having: Uint32Array): void {
    if (!this.hasGone) return;
    const { terms, from } = this.postings;
    const renumbered = this.keptDocuments();
    let kept = 0;
    let at = 0;
    for (let place = 0; place < terms.length; place += 1) {
      const term = terms[place] ?? 0;
      const end = from[place + 1] ?? 0;
      from[place] = kept;
      for (; at < end; at += 1) {
        const document = renumbered[this.documents[at] ?? 0] ?? GONE;
        if (document === GONE) having[term] = (having[term] ?? 1) - 1;
        else {
          this.documents[kept] = document;
          this.levels[kept] = this.levels[at] ?? 0;
          kept += 1;
        }
      }
    }
    from[terms.length] = kept;
    this.owners = this.owners.filter((owner) => owner !== GONE);
    this.documents = this.documents.subarray(0, kept);
    this.levels = this.levels.subarray(0, kept);
    this.hasGone = false;
  }

  /** Computes the length of every document anew. */
  measure(rarityOf: (term: number) => number): void {
    const { terms, from } = this.postings;
    const squares = new Float64Array(this.owners.length);
    for (let place = 0; place < terms.length; place += 1) {
      const rare = rarityOf(terms[place] ?? 0);
      const end = from[place + 1] ?? 0;
      for (let at = from[place] ?? 0; at < end; at += 1) {
        const document = this.documents[at] ?? 0;
        const weight = rare * (LEVELS[this.levels[at] ?? 0] ?? 0);
        squares[document] = (squares[document] ?? 0) + weight * weight;
      }
    }
    this.lengths = squares.map(Math.sqrt);
  }

  /**
   * Writes the likeness of every owner whose documents share a term with the query.
   * @param query terms with their weight there times their rarity
   * @param likenesses by owner
   */
  search(query: Iterable<readonly [term: number, weight: number]>, likenesses: Float64Array): void {
    const cosines = this.cosines(query);
    let first = 0;
    while (first < this.owners.length) {
      const owner = this.owners[first] ?? GONE;
      let end = first + 1;
      while (this.owners[end] === owner) end += 1;
      if (owner !== GONE) likenesses[owner] = likenessOf(cosines.subarray(first, end));
      first = end;
    }
  }

  private cosines(query: Iterable<readonly [number, number]>): Float64Array {
    const { terms, from } = this.postings;
    const { documents, levels, lengths } = this;
    if (scratch.length < this.owners.length) scratch = new Float64Array(this.owners.length);
    const cosines = scratch.subarray(0, this.owners.length).fill(0);
    for (const [term, weight] of query) {
      const place = placeOf(terms, term);
      if (terms[place] !== term) continue;
      const end = from[place + 1] ?? 0;
      for (let at = from[place] ?? 0; at < end; at += 1) {
        const document = documents[at] ?? 0;
        cosines[document] = (cosines[document] ?? 0) + weight * (LEVELS[levels[at] ?? 0] ?? 0);
      }
    }
    for (let at = 0; at < cosines.length; at += 1) {
      const cosine = cosines[at] ?? 0;
      if (cosine > 0) cosines[at] = cosine / (lengths[at] ?? 1);
    }
    return cosines;
  }

  private keptDocuments(): Uint32Array {
    let kept = 0;
    return this.owners.map((owner) => (owner === GONE ? GONE : kept++));
  }

  /** Gives both as one; neither may have anybody who is gone. */
  static merge(one: Segment, other: Segment): Segment {
    const terms = union(one.postings.terms, other.postings.terms);
    const total = one.documents.length + other.documents.length;
    const merged = {
      owners: joined(one.owners, other.owners),
      terms,
      from: new Uint32Array(terms.length + 1),
      documents: new Uint16Array(total),
      levels: new Uint8Array(total),
    };
    const places = [0, 0];
    let entry = 0;
    for (let place = 0; place < terms.length; place += 1) {
      for (const [side, segment] of [one, other].entries()) {
        const own = places[side] ?? 0;
        if (segment.postings.terms[own] !== terms[place]) continue;
        entry = segment.copy(own, merged, { entry, firstDocument: side === 0 ? 0 : one.owners.length });
        places[side] = own + 1;
      }
      merged.from[place + 1] = entry;
    }
    return new Segment(merged);
  }

  private copy(place: number, to: Postings, start: { readonly entry: number; readonly firstDocument: number }): number {
    const end = this.postings.from[place + 1] ?? 0;
    let { entry } = start;
    for (let at = this.postings.from[place] ?? 0; at < end; at += 1) {
      to.documents[entry] = start.firstDocument + (this.documents[at] ?? 0);
      to.levels[entry] = this.levels[at] ?? 0;
      entry += 1;
    }
    return entry;
  }

  /** Makes a segment of at most 65,535 documents, whose numbers have two bytes; terms that are new get a number. */
  static of(texts: readonly OwnedText[], numbers: TermNumbers): Segment {
    const total = texts.reduce((sum, { text }) => sum + termCount(text), 0);
    const given = { terms: new Uint32Array(total), documents: new Uint16Array(total), levels: new Uint8Array(total) };
    let entry = 0;
    for (const [document, { text }] of texts.entries())
      readPacked(text, (key, level) => {
        given.terms[entry] = numbers.number(key);
        given.documents[entry] = document;
        given.levels[entry] = level;
        entry += 1;
      });
    return new Segment({ owners: Uint32Array.from(texts, ({ owner }) => owner), ...byTerm(given) });
  }
}

/** Sorts entries by term; within a term they keep their order. */
function byTerm(given: Pick<Postings, 'terms' | 'documents' | 'levels'>): Omit<Postings, 'owners'> {
  const terms = distinct(given.terms.slice().sort());
  const places = given.terms.map((term) => placeOf(terms, term));
  const from = new Uint32Array(terms.length + 1);
  for (const place of places) from[place + 1] = (from[place + 1] ?? 0) + 1;
  for (let place = 0; place < terms.length; place += 1) from[place + 1] = (from[place + 1] ?? 0) + (from[place] ?? 0);
  const next = from.slice();
  const documents = new Uint16Array(given.documents.length);
  const levels = new Uint8Array(given.levels.length);
  for (let at = 0; at < places.length; at += 1) {
    const place = places[at] ?? 0;
    const entry = next[place] ?? 0;
    documents[entry] = given.documents[at] ?? 0;
    levels[entry] = given.levels[at] ?? 0;
    next[place] = entry + 1;
  }
  return { terms, from, documents, levels };
}

/** The first place of a sorted list where the value could stand. */
function placeOf(sorted: Uint32Array, value: number): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((sorted[middle] ?? 0) < value) low = middle + 1;
    else high = middle;
  }
  return low;
}

function distinct(sorted: Uint32Array): Uint32Array {
  return sorted.filter((value, at) => at === 0 || value !== sorted[at - 1]);
}

function union(one: Uint32Array, other: Uint32Array): Uint32Array {
  return distinct(joined(one, other).sort());
}

function joined(one: Uint32Array, other: Uint32Array): Uint32Array {
  const both = new Uint32Array(one.length + other.length);
  both.set(one);
  both.set(other, one.length);
  return both;
}
