import { Component, effect, input, output, untracked } from '@angular/core';
import { createForm, injectText } from '@htsm/web/core';
import { Button, ErrorSummary } from '@htsm/web/ui';
import { ChoiceFields } from '../choices/choice-fields';
import { FIRST_INTEREST, type Interest, interestConstraints } from '../choices/choices';
import { InterestPreview } from '../choices/interest-preview';

/** The form of one interest of somebody who has a subscription. */
@Component({
  selector: 'htsm-interest-editor',
  imports: [Button, ChoiceFields, ErrorSummary, InterestPreview],
  template: `
    <form class="form" (submit)="$event.preventDefault(); send()" novalidate>
      <htsm-error-summary [form]="form" />
      <htsm-choice-fields [form]="form" [hasProfile]="hasProfile()" />
      <htsm-interest-preview [interest]="form.value()" />
      <div class="row">
        <button
          htsm-button
          type="submit"
          kind="primary"
          [busy]="form.isBusy()"
          [busyText]="t('notifications.own.busy')"
        >
          {{ isFirst() ? t('notifications.own.start') : t('notifications.own.change') }}
        </button>
        @if (!isFirst()) {
          <button htsm-button type="button" kind="plain" (click)="left.emit()">
            {{ t('notifications.own.leave') }}
          </button>
        }
      </div>
    </form>
  `,
  styleUrl: '../form.css',
})
export class InterestEditor {
  readonly interest = input.required<Interest>();
  readonly hasProfile = input(false);
  /** Whether the reader gets no mail yet: there is nothing to go back to. */
  readonly isFirst = input(false);
  /** Keeps the interest; throws a Problem when the server refuses. */
  readonly save = input.required<(interest: Interest) => Promise<unknown>>();
  /** The reader wants to change nothing. */
  readonly left = output();

  protected readonly t = injectText();
  protected readonly form = createForm({
    initial: FIRST_INTEREST,
    constraints: interestConstraints('KeptInterestDto'),
  });

  constructor() {
    effect(() => {
      const interest = this.interest();
      untracked(() => this.form.reset(interest));
    });
  }

  protected async send(): Promise<void> {
    await this.form.submit((interest) => this.save()(interest));
  }
}
