import { Component, input, output, type Signal } from '@angular/core';
import { Button } from '../button/button';
import { ErrorSummary, type SummarySource } from '../field/error-summary';

/** What the form needs of its state. */
export interface ConfirmFormState extends SummarySource {
  readonly isBusy: Signal<boolean>;
}

/** A question with one button: what there is to know first, the button, and in the slot `after` what else can be done. */
@Component({
  selector: 'htsm-confirm-form',
  imports: [Button, ErrorSummary],
  template: `
    <form (submit)="$event.preventDefault(); confirmed.emit()" novalidate>
      <htsm-error-summary [form]="form()" />
      <ng-content />
      <div class="row">
        <button htsm-button type="submit" kind="primary" [busy]="form().isBusy()" [busyText]="busyText()">
          {{ label() }}
        </button>
      </div>
      <ng-content select="[after]" />
    </form>
  `,
  styles: `
    :host {
      display: block;
    }
    form {
      display: grid;
      grid-template-columns: minmax(0, 1fr);
      gap: var(--space-5);
      max-width: 34rem;
    }
  `,
})
export class ConfirmForm {
  readonly form = input.required<ConfirmFormState>();
  /** The words on the button. */
  readonly label = input.required<string>();
  readonly busyText = input.required<string>();

  /** The reader pressed the button. */
  readonly confirmed = output();
}
