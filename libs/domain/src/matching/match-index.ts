import type { AnalysedText } from './analyse-text';
import { NO_BACKGROUND, type Background } from './background';
import { LEVELS, readPacked, type PackedText } from './packed-text';
import { Segment, type OwnedText } from './segment';
import { termKey } from './term-key';
import { TermNumbers } from './term-numbers';
import { rarity, weigh } from './term-weights';
import { likenessOf } from './text-likeness';

/** Somebody who can be found: an SME, a reviewer. */
export interface Findable {
  readonly id: string;
  readonly documents: readonly PackedText[];
}

/** Documents of a segment; neighbours that have no more together are merged. More would need more room while they are. */
const SEGMENT = 16_000;
/** Small segments are merged when there are more than this beside the large ones, not with each that is added. */
const MANY_SMALL = 8;

/**
 * Finds by text. Keeps numbers and no words. What is found depends on who is there now, and not on who was before: how rare
 * terms are is counted anew with every change.
 */
export class MatchIndex {
  private readonly numbers = new TermNumbers();
  private readonly places = new Map<string, number>();
  /** Places that were given back. */
  private readonly free: number[] = [];
  /** How many documents have the term of a number. */
  private having = new Uint32Array(0);
  private documents = 0;
  private segments: Segment[] = [];
  private isCounted = true;
  private isMeasured = true;

  /** @param background how common terms are outside the index; terms in it have the first numbers, in its order */
  constructor(private readonly background: Background = NO_BACKGROUND) {
    for (const { key } of background.terms) this.numbers.number(key);
  }

  /** How many can be found. */
  get size(): number {
    return this.places.size;
  }

  /** Adds everybody at once, or puts their new documents in the place of the old. Each may come once. */
  put(everybody: readonly Findable[]): void {
    for (const { id } of everybody) this.remove(id);
    const texts = everybody.flatMap(({ id, documents }) => {
      const owner = this.free.pop() ?? this.places.size;
      this.places.set(id, owner);
      return documents.map((text) => ({ owner, text }));
    });
    for (let from = 0; from < texts.length;) {
      const end = endOfOwner(texts, from + SEGMENT);
      this.add(texts.slice(from, end));
      from = end;
    }
    this.change();
    if (this.segments.filter(({ size }) => size < SEGMENT / 2).length > MANY_SMALL) this.count();
  }

  /** Takes somebody out; does nothing for a stranger. */
  remove(id: string): void {
    const owner = this.places.get(id);
    if (owner === undefined) return;
    this.places.delete(id);
    this.free.push(owner);
    for (const segment of this.segments) this.documents -= segment.remove(owner);
    this.change();
  }

  /** Makes everything ready for being found. The first look after changes does it too; who looks then waits for it. */
  settle(): void {
    this.count();
    if (this.isMeasured) return;
    this.isMeasured = true;
    for (const segment of this.segments) segment.measure((term) => this.rarityOf(term));
  }

  /** Gives the likeness of everybody with a text, 0 for who shares no term with it. */
  *likenesses(text: AnalysedText): Generator<readonly [id: string, likeness: number]> {
    const likenesses = this.search(text);
    for (const [id, place] of this.places) yield [id, likenesses[place] ?? 0];
  }

  /** Gives the likeness by place: see `placeOf`. */
  search(text: AnalysedText): Float64Array {
    this.settle();
    const query = this.query(text);
    const likenesses = new Float64Array(this.places.size + this.free.length);
    for (const segment of this.segments) segment.search(query, likenesses);
    return likenesses;
  }

  /** Gives the likeness of documents with a text: the same as if somebody in the index had them. */
  compare(text: AnalysedText, documents: readonly PackedText[]): number {
    const query = this.query(text);
    return likenessOf(Float64Array.from(documents, (document) => this.cosine(query, document)));
  }

  /** The place of somebody in what `search` gives; another after every change of the same one. */
  placeOf(id: string): number | undefined {
    return this.places.get(id);
  }

  /** Gives the weight of each term of a text, in its order, as if the text were one of the documents. */
  weights(text: AnalysedText): Map<string, number> {
    this.count();
    const terms = [...text.terms.keys()];
    const weights = weigh(Float64Array.from(text.terms.values()), (at) =>
      this.rarityOf(this.numbers.find(termKey(terms[at] ?? ''))),
    );
    return new Map(terms.map((term, at) => [term, weights[at] ?? 0]));
  }

  private query(text: AnalysedText): (readonly [number, number])[] {
    const query: (readonly [number, number])[] = [];
    for (const [term, weight] of this.weights(text)) {
      const number = this.numbers.find(termKey(term));
      if (number >= 0) query.push([number, weight * this.rarityOf(number)]);
    }
    return query;
  }

  private cosine(query: readonly (readonly [number, number])[], document: PackedText): number {
    const counts = new Map<number, number>();
    let squares = 0;
    readPacked(document, (key, level) => {
      const number = this.numbers.find(key);
      const count = LEVELS[level] ?? 0;
      squares += (this.rarityOf(number) * count) ** 2;
      counts.set(number, count);
    });
    const product = query.reduce((sum, [term, weight]) => sum + weight * (counts.get(term) ?? 0), 0);
    return product > 0 ? product / Math.sqrt(squares) : 0;
  }

  private rarityOf(term: number): number {
    const { documents, terms } = this.background;
    const expected = documents * (terms[term]?.share ?? 0);
    return rarity(this.documents + documents, (this.having[term] ?? 0) + expected);
  }

  private add(texts: readonly OwnedText[]): void {
    const segment = Segment.of(texts, this.numbers);
    this.documents += texts.length;
    this.countTerms(segment);
    this.segments.push(segment);
  }

  private countTerms(segment: Segment): void {
    if (this.having.length < this.numbers.size) {
      const more = new Uint32Array(Math.ceil(this.numbers.size * 1.25));
      more.set(this.having);
      this.having = more;
    }
    segment.countInto(this.having);
  }

  private change(): void {
    this.isCounted = false;
    this.isMeasured = false;
  }

  /** Counts who is gone out, and merges small neighbours. */
  private count(): void {
    if (this.isCounted) return;
    this.isCounted = true;
    for (const segment of this.segments) segment.sweep(this.having);
    for (let at = 1; at < this.segments.length;) {
      const [before, after] = this.segments.slice(at - 1, at + 1);
      if (before === undefined || after === undefined || before.size + after.size > SEGMENT) at += 1;
      else this.segments.splice(at - 1, 2, Segment.merge(before, after));
    }
  }
}

/** The first place from `at` on, at most the end, where another owner begins; nobody has as many documents as fit a segment. */
function endOfOwner(texts: readonly OwnedText[], at: number): number {
  let end = Math.min(at, texts.length);
  while (end < texts.length && texts[end]?.owner === texts[end - 1]?.owner) end += 1;
  return end;
}
