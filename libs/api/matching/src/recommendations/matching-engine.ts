import {
  analyseText,
  builtInBackground,
  evidencePart,
  explainText,
  MatchIndex,
  scoreMatch,
  textPart,
  themeRarity,
  themeScorer,
  millionths,
  type AnalysedText,
  type AskedText,
  type Match,
  type Means,
  type PackedText,
  type TextExplanation,
  type TextReader,
  type Wish,
} from '@htsm/domain/matching';
import type { Locale } from '@htsm/domain';
import { SharedMeans } from './shared-means';

/** An SME as the index needs it. */
export interface FindableSme {
  readonly id: string;
  readonly means: Means;
  /** What the database keeps of its texts. */
  readonly documents: readonly PackedText[];
}

/** A document of an SME with its words. */
export interface ReadDocument {
  readonly id: string;
  readonly text: AnalysedText;
}

/** A public challenge as the database has it. */
export interface Asked {
  readonly id: string;
  /** The owner, who is not recommended for its own challenge. */
  readonly organisationId: string;
  /** The language of `text`. */
  readonly locale: Locale;
  readonly text: string;
  /** The same in the other language; empty when it is written in one. */
  readonly inOther: string;
  readonly wish: Wish;
}

/** The words and documents behind the text part of a score, as they are kept. */
export interface ExplainedWords extends TextExplanation {
  /** The language of the challenge's words; the other one is that of `askedInOther`. */
  readonly locale: Locale;
}

/** A pair that is worth showing. */
export interface Scored {
  readonly challengeId: string;
  readonly smeId: string;
  readonly match: Match;
}

/** Where texts and themes together bring less than this, in millionths, the rest of the score is about the wrong thing. */
const WORTH_SHOWING = 180_000;
/** Recommendations of one challenge. */
const MOST = 200;

interface Indexed {
  readonly id: string;
  readonly means: Means;
  /** In what the index finds. */
  readonly place: number;
}

interface Known extends AskedText {
  readonly asked: Asked;
}

/** All SMEs as numbers and all public challenges; the worker keeps one and tells it what changes. */
export class MatchingEngine {
  private readonly index = new MatchIndex(builtInBackground());
  private readonly smes = new Map<string, Indexed>();
  private readonly shared = new SharedMeans();
  private readonly challenges = new Map<string, Known>();
  private rarity: ((code: string) => number) | null = null;

  /** @param currentReader reads challenges and documents */
  constructor(private currentReader: TextReader) {}

  get reader(): TextReader {
    return this.currentReader;
  }

  /** Reads with another thesaurus from now on. */
  readWith(reader: TextReader): void {
    this.currentReader = reader;
    for (const { asked } of this.challenges.values()) this.putChallenge(asked);
  }

  /** How many SMEs can be found. */
  get size(): number {
    return this.smes.size;
  }

  get challengeIds(): string[] {
    return [...this.challenges.keys()];
  }

  putChallenge(asked: Asked): void {
    const inOther =
      asked.inOther === '' ? null : this.read({ text: asked.inOther, locale: asked.locale === 'nl' ? 'en' : 'nl' });
    this.challenges.set(asked.id, { asked, text: this.read(asked), inOther });
  }

  removeChallenge(id: string): void {
    this.challenges.delete(id);
  }

  /** Adds SMEs, or puts what they are now in the place of what they were. */
  putSmes(smes: readonly FindableSme[]): void {
    this.index.put(smes);
    for (const { id, means } of smes)
      this.smes.set(id, { id, means: this.shared.of(means), place: this.index.placeOf(id) ?? 0 });
    this.rarity = null;
  }

  removeSme(id: string): void {
    this.smes.delete(id);
    this.index.remove(id);
    this.rarity = null;
  }

  /** Counts anew how rare words are, so that the next look does not wait for it. */
  settle(): void {
    this.index.settle();
  }

  /** Gives the SMEs that fit a challenge best, the best first. */
  smesFor(challengeId: string): Scored[] {
    const known = this.challenges.get(challengeId);
    if (known === undefined) return [];
    const { ids, scores, likenesses } = this.scores(known);
    const least = scores.toSorted()[Math.max(0, scores.length - MOST)] ?? 0;
    return ids
      .flatMap((smeId, at) => ((scores[at] ?? 0) < least ? [] : (this.score(known, smeId, likenesses[at] ?? 0) ?? [])))
      .sort(byScore)
      .slice(0, MOST);
  }

  /** Gives how well one SME of the index fits every challenge, those that it does not fit left out. */
  challengesFor({ id, documents }: Pick<FindableSme, 'id' | 'documents'>): Scored[] {
    return [...this.challenges.values()].flatMap(
      (known) => this.score(known, id, this.index.compare(known.text, documents)) ?? [],
    );
  }

  /** Gives the words and documents behind the text part of a pair, and in which language the challenge was asked with. */
  explain({ challengeId, match }: Scored, documents: readonly ReadDocument[]): ExplainedWords | null {
    const known = this.challenges.get(challengeId);
    if (known === undefined) return null;
    const explained = explainText(match.parts.text, known, documents, (text) => this.index.weights(text));
    return { ...explained, locale: known.asked.locale };
  }

  /** Analyses a text with the reader of now. */
  read({ text, locale }: { readonly text: string; readonly locale: Locale }): AnalysedText {
    return analyseText(text, locale, this.currentReader);
  }

  /** Scores everybody whose texts and themes bring enough, without the lines that explain it. */
  private scores({ asked, text }: Known) {
    const found = this.index.search(text);
    const { ofThemes, ofOffers } = this.partsFor(asked.wish);
    const ids: string[] = [];
    const scores: number[] = [];
    const likenesses: number[] = [];
    for (const { id, means, place } of this.smes.values()) {
      const likeness = found[place] ?? 0;
      const worth = ofThemes(means.themes) + millionths('text', textPart(likeness));
      if (worth < WORTH_SHOWING || asked.organisationId === id) continue;
      const requirements = ofOffers(means.offers);
      if (requirements === null) continue;
      ids.push(id);
      scores.push(worth + requirements + millionths('evidence', evidencePart(means.successes)));
      likenesses.push(likeness);
    }
    return { ids, scores: Float64Array.from(scores), likenesses };
  }

  /** What is the same for many SMEs is computed once for a challenge. Null where a hard requirement is missing. */
  private partsFor({ themes, requirements }: Wish) {
    const rarity = this.themeRarity();
    const ofThemes = themeScorer(themes, rarity, (share) => millionths('themes', share));
    const ofOffers = once((offers: Means['offers']) => {
      const { missing, parts } = scoreMatch(
        { themes: [], requirements },
        { themes: [], offers, successes: 0 },
        0,
        rarity,
      );
      return missing.length > 0 ? null : parts.requirements;
    });
    return { ofThemes, ofOffers };
  }

  private score({ asked }: Known, smeId: string, likeness: number): Scored | null {
    const sme = this.smes.get(smeId);
    if (sme === undefined || asked.organisationId === smeId) return null;
    const match = scoreMatch(asked.wish, sme.means, likeness, this.themeRarity());
    const { text, themes } = match.parts;
    return match.missing.length > 0 || text + themes < WORTH_SHOWING ? null : { challengeId: asked.id, smeId, match };
  }

  private themeRarity(): (code: string) => number {
    return (this.rarity ??= themeRarity([...this.smes.values()].map(({ means }) => means)));
  }
}

/** Computes each value once, by identity: `SharedMeans` makes lists that are alike the same. */
function once<Part extends object, Value>(compute: (part: Part) => Value): (part: Part) => Value {
  const known = new Map<Part, Value>();
  return (part) => {
    const value = known.get(part);
    if (value !== undefined) return value;
    const computed = compute(part);
    known.set(part, computed);
    return computed;
  };
}

function byScore(a: Scored, b: Scored): number {
  return b.match.score - a.match.score || (a.smeId < b.smeId ? -1 : 1);
}
