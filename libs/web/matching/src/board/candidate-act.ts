import { afterNextRender, Component, computed, type ElementRef, inject, input, output, viewChild } from '@angular/core';
import { type CandidateDto, constraints, type MatchBoardDto } from '@htsm/contracts';
import { SUGGESTION_OUTCOMES } from '@htsm/domain';
import { ApiClient, createForm, injectText } from '@htsm/web/core';
import { Button, ErrorSummary, SelectField, TextArea } from '@htsm/web/ui';
import { DateField } from '../shared/date-field';

/** What can be done with an SME that asks for words first. */
export type CandidateAct = 'pin' | 'veto' | 'introduce' | 'agree' | 'outcome';

interface ActForm {
  readonly words: string;
  readonly kind: string;
  readonly on: string;
}

/** A step with one SME: what to write with it, and the button that takes it. */
@Component({
  selector: 'htsm-candidate-act',
  imports: [Button, DateField, ErrorSummary, SelectField, TextArea],
  template: `
    <form (submit)="$event.preventDefault(); take()" (keydown.escape)="cancelled.emit()" novalidate>
      <h3 tabindex="-1" #head>{{ t('matching.board.act.' + act() + '.head', { name: item().organisationName }) }}</h3>
      <htsm-error-summary [form]="form" />
      @if (act() === 'outcome') {
        <htsm-select
          [htsmField]="form.field('kind')"
          [label]="t('matching.board.outcome.kind')"
          [placeholder]="t('matching.board.outcome.choose')"
          [options]="kinds()"
        />
        <htsm-date-field [htsmField]="form.field('on')" [label]="t('matching.board.outcome.on')" />
      }
      <htsm-text-area
        [htsmField]="form.field('words')"
        [label]="t('matching.board.act.' + act() + '.label')"
        [hint]="t('matching.board.act.' + act() + '.hint')"
        [sees]="t('matching.board.act.' + act() + '.sees')"
        [isOptional]="!asksWords()"
        [rows]="3"
      />
      <p class="row">
        <button
          htsm-button
          type="submit"
          [kind]="act() === 'veto' ? 'risk' : 'primary'"
          [busy]="form.isBusy()"
          [busyText]="t('matching.board.busy')"
        >
          {{ t('matching.board.act.' + act() + '.go') }}
        </button>
        <button htsm-button type="button" kind="plain" (click)="cancelled.emit()">
          {{ t('matching.board.cancel') }}
        </button>
      </p>
    </form>
  `,
  styleUrl: '../shared/act-form.css',
  styles: `
    :host {
      display: block;
    }
    h3 {
      font-size: var(--text-md);
    }
    h3:focus {
      outline: none;
      box-shadow: none;
    }
  `,
})
export class CandidateActForm {
  private readonly api = inject(ApiClient);
  private readonly head = viewChild.required<ElementRef<HTMLElement>>('head');

  readonly challengeId = input.required<string>();
  readonly item = input.required<CandidateDto>();
  readonly act = input.required<CandidateAct>();
  /** The board after the step. */
  readonly done = output<MatchBoardDto>();
  readonly cancelled = output();

  protected readonly t = injectText();
  protected readonly kinds = computed(() =>
    SUGGESTION_OUTCOMES.map((value) => ({ value, label: this.t(`matching.board.outcome.of.${value}`) })),
  );
  /** Whether it needs its reason. */
  protected readonly asksWords = computed(() => this.act() === 'pin' || this.act() === 'veto');
  protected readonly form = createForm<ActForm>({
    initial: { words: '', kind: '', on: '' },
    check: (value) => this.faultsOf(value),
  });

  constructor() {
    // The form takes the place of the button that was pressed, so focus would be lost.
    afterNextRender({ read: () => this.head().nativeElement.focus({ preventScroll: true }) });
  }

  protected async take(): Promise<void> {
    const board = await this.form.submit((value) => this.send(value));
    if (board !== undefined) this.done.emit(board);
  }

  private send({ words, kind, on }: ActForm): Promise<MatchBoardDto> {
    const { organisationId, suggestionId, version } = this.item();
    const act = this.act();
    const suggestion = `/taskforce/suggestions/${suggestionId ?? ''}`;
    if (act === 'outcome') return this.api.post(`${suggestion}/outcome`, { kind, on, words, version });
    if (act === 'introduce' || act === 'agree') {
      return this.api.post(`${suggestion}/steps`, { step: act, words, version });
    }
    return this.api.post(`/taskforce/challenges/${this.challengeId()}/suggestions`, {
      organisationId,
      act,
      reason: words,
    });
  }

  private faultsOf({ words, kind, on }: ActForm): Readonly<Record<string, string | undefined>> {
    const isOutcome = this.act() === 'outcome';
    const { maxLength: longest } = isOutcome
      ? constraints['ConcludeDto'].words
      : constraints['JudgeCandidateDto'].reason;
    return {
      words:
        this.asksWords() && words.trim() === ''
          ? this.t('matching.board.needsReason')
          : words.length > longest
            ? this.t('matching.board.tooLong', { max: longest })
            : undefined,
      kind: isOutcome && kind === '' ? this.t('matching.board.outcome.needsKind') : undefined,
      on: isOutcome && on === '' ? this.t('matching.board.outcome.needsDay') : undefined,
    };
  }
}
