import { Component, computed, input, model } from '@angular/core';
import { FieldControl } from '../field/field-control';
import { injectWords } from '../words';

/** A score, `na` for not applicable, null for not yet given. */
export type ScoreValue = 0 | 1 | 2 | 3 | 4 | 5 | 'na' | null;

const scores = [0, 1, 2, 3, 4, 5] as const;

/** Reads a key as a score: 0 to 5, N for not applicable; undefined for any other key. */
export function scoreOfKey(key: string): ScoreValue | undefined {
  return key.toLowerCase() === 'n' ? 'na' : scores.find((score) => String(score) === key);
}

/**
 * The score of one criterion: six steps with words, and “not applicable” apart from them. The keys 0 to 5 and N work
 * only while focus is inside (WCAG 2.1.4).
 */
@Component({
  selector: 'htsm-score-scale',
  templateUrl: './score-scale.html',
  styleUrl: './score-scale.css',
})
export class ScoreScale extends FieldControl<ScoreValue> {
  /** Weight of the criterion in percent; null to leave it out. */
  readonly weight = input<number | null>(null);
  /** Score below which a proposal drops out; null when there is none. */
  readonly minimum = input<number | null>(null);
  /** What each score from 0 to 5 means for this criterion; may be empty. */
  readonly labels = input<readonly string[]>([]);
  override readonly value = model<ScoreValue>(null);

  protected readonly words = injectWords();
  protected readonly scores = scores;
  protected readonly meaning = computed(() => {
    const score = this.current();
    if (score === null) return '';
    return score === 'na' ? this.words.t('ui.score.naMeaning') : (this.labels()[score] ?? '');
  });
  protected readonly isBelow = computed(() => {
    const score = this.current();
    const minimum = this.minimum();
    return typeof score === 'number' && minimum !== null && score < minimum;
  });
  protected readonly facts = computed(() => {
    const { t } = this.words;
    const weight = this.weight();
    const minimum = this.minimum();
    return [
      weight === null ? '' : t('ui.score.weight', { weight: this.words.formats().percent(weight) }),
      minimum === null ? '' : t('ui.score.minimum', { minimum }),
    ]
      .filter((part) => part !== '')
      .join(', ');
  });

  /** Takes a digit or N as an answer and puts focus on it. */
  protected press(event: KeyboardEvent, group: HTMLElement): void {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const score = scoreOfKey(event.key);
    if (score === undefined) return;
    event.preventDefault();
    this.change(score);
    group.querySelector<HTMLInputElement>(`input[value="${score}"]`)?.focus();
  }

  protected override read(value: unknown): ScoreValue {
    return value === 'na' ? 'na' : (scores.find((score) => score === value) ?? null);
  }
}
