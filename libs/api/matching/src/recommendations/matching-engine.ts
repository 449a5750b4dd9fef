import {
  analyseText,
  documentShares,
  explainText,
  MatchIndex,
  scoreMatch,
  themeRarity,
  type AnalysedText,
  type Match,
  type Means,
  type TextExplanation,
  type TextReader,
  type Wish,
} from '@htsm/domain/matching';
import type { Locale } from '@htsm/domain';

/** A text of an SME, as the database has it. */
export interface SmeText {
  /** The document's id; that of the organisation for what it says about itself. */
  readonly id: string;
  readonly locale: Locale;
  readonly text: string;
}

/** An SME as the database has it. */
export interface Sme {
  readonly id: string;
  readonly means: Means;
  readonly texts: readonly SmeText[];
}

/** A public challenge as the database has it. */
export interface Asked {
  readonly id: string;
  /** The owner, who is not recommended for its own challenge. */
  readonly organisationId: string;
  readonly locale: Locale;
  readonly text: string;
  readonly wish: Wish;
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

interface Known {
  readonly asked: Asked;
  readonly text: AnalysedText;
}

/** All SMEs and public challenges of the platform, analysed; the worker keeps one and tells it what changes. */
export class MatchingEngine {
  private readonly means = new Map<string, Means>();
  private readonly challenges = new Map<string, Known>();
  private readonly index: MatchIndex;
  private rarity: (code: string) => number;

  constructor(
    private readonly reader: TextReader,
    smes: readonly Sme[],
  ) {
    this.index = new MatchIndex(this.findables(smes));
    this.rarity = themeRarity([...this.means.values()]);
  }

  /** Whether it is worth making anew from the database. */
  get isWorn(): boolean {
    return this.index.isWorthRebuilding;
  }

  get challengeIds(): string[] {
    return [...this.challenges.keys()];
  }

  putChallenge(asked: Asked): void {
    this.challenges.set(asked.id, { asked, text: analyseText(asked.text, asked.locale, this.reader) });
  }

  removeChallenge(id: string): void {
    this.challenges.delete(id);
  }

  putSme(sme: Sme): void {
    for (const findable of this.findables([sme])) this.index.put(findable);
    this.rarity = themeRarity([...this.means.values()]);
  }

  removeSme(id: string): void {
    this.means.delete(id);
    this.index.remove(id);
  }

  /** Gives the SMEs that fit a challenge best, the best first. */
  smesFor(challengeId: string): Scored[] {
    const known = this.challenges.get(challengeId);
    if (known === undefined) return [];
    const likenesses = new Map(this.index.likenesses(known.text).map(({ id, likeness }) => [id, likeness]));
    return [...this.means]
      .map(([smeId, means]) => this.score(known, { smeId, means, likeness: likenesses.get(smeId) ?? 0 }))
      .filter(isWorthShowing)
      .sort((a, b) => b.match.score - a.match.score || (a.smeId < b.smeId ? -1 : 1))
      .slice(0, MOST);
  }

  /** Gives how well one SME fits every challenge, those that it does not fit left out. */
  challengesFor(sme: Sme): Scored[] {
    const texts = this.analyse(sme).map(({ text }) => this.index.weights(text));
    return [...this.challenges.values()]
      .map((known) => {
        const query = this.index.weights(known.text);
        const likeness = sum(documentShares(texts.map((text) => cosine(query, text))));
        return this.score(known, { smeId: sme.id, means: sme.means, likeness });
      })
      .filter(isWorthShowing);
  }

  /** Gives the words and documents behind the text part of a pair. */
  explain({ challengeId, match }: Scored, sme: Sme): TextExplanation | null {
    const known = this.challenges.get(challengeId);
    if (known === undefined) return null;
    return explainText(match.parts.text, known.text, this.analyse(sme), (text) => this.index.weights(text));
  }

  private score({ asked }: Known, sme: { smeId: string; means: Means; likeness: number }): Scored | null {
    if (asked.organisationId === sme.smeId) return null;
    const match = scoreMatch(asked.wish, sme.means, sme.likeness, this.rarity);
    return { challengeId: asked.id, smeId: sme.smeId, match };
  }

  private *findables(smes: readonly Sme[]) {
    for (const sme of smes) {
      this.means.set(sme.id, sme.means);
      yield { id: sme.id, documents: this.analyse(sme).map(({ text }) => text) };
    }
  }

  private analyse(sme: Sme): { id: string; text: AnalysedText }[] {
    return sme.texts.map(({ id, text, locale }) => ({ id, text: analyseText(text, locale, this.reader) }));
  }
}

function isWorthShowing(scored: Scored | null): scored is Scored {
  if (scored === null || scored.match.missing.length > 0) return false;
  const { text, themes } = scored.match.parts;
  return text + themes >= WORTH_SHOWING;
}

function cosine(query: ReadonlyMap<string, number>, text: ReadonlyMap<string, number>): number {
  return sum([...query].map(([term, weight]) => weight * (text.get(term) ?? 0)));
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}
