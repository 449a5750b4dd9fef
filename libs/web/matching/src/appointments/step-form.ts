import { afterNextRender, Component, type ElementRef, input, output, viewChild } from '@angular/core';
import { injectText } from '@htsm/web/core';
import { Button, type ButtonKind, type ConfirmFormState, ErrorSummary } from '@htsm/web/ui';

/** A step with an appointment being written: its heading takes the focus of the button that opened it. */
@Component({
  selector: 'htsm-step-form',
  imports: [Button, ErrorSummary],
  template: `
    <form (submit)="$event.preventDefault(); taken.emit()" (keydown.escape)="cancelled.emit()" novalidate>
      <div class="caption" role="heading" [attr.aria-level]="level()" tabindex="-1" #head>{{ heading() }}</div>
      <htsm-error-summary [form]="form()" />
      <ng-content />
      <p class="row">
        <button
          htsm-button
          type="submit"
          [kind]="kind()"
          [busy]="form().isBusy()"
          [busyText]="t('matching.appointment.busy')"
        >
          {{ go() }}
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
    .caption {
      font-weight: var(--weight-strong);
    }
    .caption:focus {
      outline: none;
      box-shadow: none;
    }
  `,
})
export class StepForm {
  private readonly head = viewChild.required<ElementRef<HTMLElement>>('head');

  readonly form = input.required<ConfirmFormState>();
  readonly heading = input.required<string>();
  readonly level = input.required<number>();
  /** The words on the button. */
  readonly go = input.required<string>();
  readonly kind = input<ButtonKind>('primary');
  readonly taken = output();
  readonly cancelled = output();

  protected readonly t = injectText();

  constructor() {
    afterNextRender({ read: () => this.head().nativeElement.focus({ preventScroll: true }) });
  }
}
