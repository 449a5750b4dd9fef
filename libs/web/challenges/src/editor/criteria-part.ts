import { Component, computed, inject, input } from '@angular/core';
import { DEFAULT_SCORE_LABELS, MAX_CRITERIA, SCORES } from '@htsm/domain';
import { type CriterionInputDto } from '@htsm/contracts';
import { injectFormats, injectPlural, injectText, Language } from '@htsm/web/core';
import { Button, Checkbox, NumberField, SelectField, TextField, Toasts } from '@htsm/web/ui';
import { type EditorSession } from './editor-session';

/** The criteria with their weights: add, remove, move, and see what is left of the hundred. */
@Component({
  selector: 'htsm-criteria-part',
  imports: [Button, Checkbox, NumberField, SelectField, TextField],
  templateUrl: './criteria-part.html',
  styleUrls: ['./part.css', './criteria-part.css'],
})
export class CriteriaPart {
  readonly session = input.required<EditorSession>();

  private readonly toasts = inject(Toasts);
  private readonly language = inject(Language);
  protected readonly t = injectText();
  protected readonly plural = injectPlural();
  protected readonly formats = injectFormats();
  protected readonly scores = SCORES;
  protected readonly most = MAX_CRITERIA;
  protected readonly criteria = computed(() => this.session().form.value().criteria);
  protected readonly sum = computed(() => this.criteria().reduce((sum, { weight }) => sum + (weight || 0), 0));
  protected readonly minimums = computed(() =>
    SCORES.filter((score) => score > 0).map((score) => ({
      value: String(score),
      label: this.t('challenges.criteria.score', { n: score }),
    })),
  );
  /** What to do about the sum. */
  protected readonly sumText = computed(() => {
    const left = 100 - this.sum();
    if (left === 0) return this.t('challenges.criteria.sum.right');
    return left > 0
      ? this.t('challenges.criteria.sum.left', { n: left })
      : this.t('challenges.criteria.sum.over', { n: -left });
  });

  protected field(index: number, name: string): ReturnType<EditorSession['form']['field']> {
    return this.session().form.field(`criteria.${index}.${name}`);
  }

  protected name(criterion: CriterionInputDto, index: number): string {
    const [own, other] =
      this.language.current() === 'nl'
        ? [criterion.titleNl, criterion.titleEn]
        : [criterion.titleEn, criterion.titleNl];
    return own || other || this.t('challenges.criteria.number', { n: index + 1 });
  }

  protected setMinimum(index: number, score: string): void {
    this.session().form.set(`criteria.${index}.knockOutMinimum`, score === '' ? null : Number(score));
  }

  protected setWeight(index: number, weight: number | null): void {
    this.session().form.set(`criteria.${index}.weight`, weight ?? 0);
  }

  protected add(): void {
    const left = Math.max(0, 100 - this.sum());
    this.write([
      ...this.criteria(),
      {
        id: crypto.randomUUID(),
        titleNl: '',
        titleEn: '',
        weight: left,
        knockOutMinimum: null,
        scoreLabelsNl: [...DEFAULT_SCORE_LABELS.nl],
        scoreLabelsEn: [...DEFAULT_SCORE_LABELS.en],
      },
    ]);
  }

  protected remove(index: number): void {
    const before = this.criteria();
    this.write(before.filter((_, other) => other !== index));
    this.toasts.show(this.t('challenges.criteria.removed'), { undo: () => this.write(before) });
  }

  protected moveUp(index: number): void {
    const moved = [...this.criteria()];
    moved.splice(index - 1, 0, ...moved.splice(index, 1));
    this.write(moved);
  }

  private write(criteria: readonly CriterionInputDto[]): void {
    this.session().form.set('criteria', criteria);
  }
}
