import { Component, computed, inject, input, output } from '@angular/core';
import { type CollaborationDto, constraints } from '@htsm/contracts';
import { EURO_RANGES, SUGGESTION_OUTCOMES } from '@htsm/domain';
import { ApiClient, createForm, injectText, mayBeEmpty } from '@htsm/web/core';
import { Button, ErrorSummary, SelectField, TextArea, Toasts } from '@htsm/web/ui';
import { DateField } from '../shared/date-field';

interface NoteForm {
  readonly kind: string;
  readonly euros: string;
  readonly on: string;
  readonly words: string;
}

/** What the taskforce heard of a match. */
@Component({
  selector: 'htsm-note-outcome',
  imports: [Button, DateField, ErrorSummary, SelectField, TextArea],
  template: `
    <form (submit)="$event.preventDefault(); save()" (keydown.escape)="cancelled.emit()" novalidate>
      <htsm-error-summary [form]="form" />
      <htsm-select
        [htsmField]="form.field('kind')"
        [label]="t('matching.ledger.noteKind')"
        [placeholder]="t('matching.ledger.choose')"
        [options]="kinds()"
      />
      <htsm-date-field [htsmField]="form.field('on')" [label]="t('matching.ledger.noteOn')" />
      <htsm-select
        [htsmField]="form.field('euros')"
        [label]="t('matching.ledger.noteEuros')"
        [options]="ranges()"
        isOptional
      />
      <htsm-text-area
        [htsmField]="form.field('words')"
        [label]="t('matching.ledger.noteWords')"
        [sees]="t('matching.ledger.noteSees')"
        isOptional
        [rows]="3"
      />
      <p class="row">
        <button htsm-button kind="primary" type="submit" [busy]="form.isBusy()" [busyText]="t('matching.ledger.busy')">
          {{ t('matching.ledger.save') }}
        </button>
        <button htsm-button kind="plain" type="button" (click)="cancelled.emit()">
          {{ t('matching.ledger.cancel') }}
        </button>
      </p>
    </form>
  `,
  styleUrl: '../shared/act-form.css',
})
export class NoteOutcome {
  private readonly api = inject(ApiClient);
  private readonly toasts = inject(Toasts);

  readonly item = input.required<CollaborationDto>();
  /** The match with what was noted. */
  readonly done = output<CollaborationDto>();
  readonly cancelled = output();

  protected readonly t = injectText();
  protected readonly kinds = computed(() =>
    SUGGESTION_OUTCOMES.map((value) => ({ value, label: this.t(`matching.ledger.kind.${value}`) })),
  );
  protected readonly ranges = computed(() => [
    { value: '', label: this.t('matching.ledger.noEuros') },
    ...EURO_RANGES.map((value) => ({ value, label: this.t(`matching.ledger.euros.${value}`) })),
  ]);
  protected readonly form = createForm<NoteForm>({
    initial: { kind: '', euros: '', on: '', words: '' },
    constraints: { words: mayBeEmpty(constraints['NoteOutcomeDto'].words) },
    check: ({ kind, on }) => ({
      kind: kind === '' ? this.t('matching.ledger.needsKind') : undefined,
      on: on === '' ? this.t('matching.ledger.needsDay') : undefined,
    }),
  });

  protected async save(): Promise<void> {
    const item = await this.form.submit(({ kind, euros, on, words }) =>
      this.api.post<CollaborationDto>(`/taskforce/collaborations/${this.item().id}/outcomes`, {
        kind,
        euros: euros === '' ? null : euros,
        on,
        words,
      }),
    );
    if (item === undefined) return;
    this.toasts.show(this.t('matching.ledger.saved'));
    this.done.emit(item);
  }
}
