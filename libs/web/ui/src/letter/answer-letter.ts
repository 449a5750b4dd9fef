import { Component, computed, inject, input } from '@angular/core';
import { TranslocoService } from '@jsverse/transloco';
import { type FormatLanguage, formatsFor, type Instant } from '../format/formats';
import { Range } from '../measure/range';
import { injectWords } from '../words';

/** Why, for one criterion; scores are 0 to 5. */
export interface LetterReason {
  readonly criterionId: string;
  readonly title: string;
  /** Percentage of the whole. */
  readonly weight: number;
  readonly meanScore: number | null;
  readonly lowest: number | null;
  readonly highest: number | null;
  /** The middle of all proposals; null when it is not told. */
  readonly fieldMedian: number | null;
  readonly text: string;
}

/** An answer as its proposer reads it. */
export interface Letter {
  readonly outcome: string;
  readonly summary: string;
  readonly releasedAt: Instant;
  readonly meanScore: number | null;
  readonly fieldMedian: number | null;
  readonly reviewCount: number;
  readonly reasons: readonly LetterReason[];
}

/** The reasoned answer: the outcome in words, and per criterion the scores, the middle of the field, and the reason. */
@Component({
  selector: 'htsm-answer-letter',
  imports: [Range],
  templateUrl: './answer-letter.html',
  styleUrl: './answer-letter.css',
  host: { '[attr.lang]': 'language()' },
})
export class AnswerLetter {
  private readonly transloco = inject(TranslocoService);
  private readonly words = injectWords();

  readonly letter = input.required<Letter>();
  /** Language of the words around what was written; left out: that of the screen. Its texts must be loaded. */
  readonly in = input<FormatLanguage>();
  /** Level of the heading: 2, or 3 below another heading. */
  readonly level = input<2 | 3>(2);

  protected readonly language = computed(() => this.in() ?? this.words.language());
  protected readonly formats = computed(() => formatsFor(this.language()));
  protected readonly hasScores = computed(() => this.letter().reasons.some((reason) => reason.meanScore !== null));

  protected t(key: string, params: Record<string, string | number> = {}): string {
    return this.transloco.translate(key, params, this.language());
  }

  protected score(value: number): string {
    return this.formats().number(value, 1);
  }

  /** “3,9 van 5, van 3 tot 5; midden van alle voorstellen 3,0”. */
  protected scoreText({ meanScore, lowest, highest, fieldMedian }: LetterReason): string {
    if (meanScore === null) return this.t('ui.letter.notApplicable');
    const parts = [this.t('ui.letter.score', { score: this.score(meanScore) })];
    if (lowest !== null && highest !== null && lowest < highest)
      parts.push(this.t('ui.letter.range', { lowest, highest }));
    if (fieldMedian !== null) parts.push(this.t('ui.letter.median', { score: this.score(fieldMedian) }));
    return parts.join(', ');
  }

  protected reviewers(n: number): string {
    const form = new Intl.PluralRules(this.language()).select(n) === 'one' ? 'one' : 'other';
    return this.t(`ui.letter.reviewers.${form}`, { n });
  }
}
