import { Component, computed, input, model } from '@angular/core';
import { injectText, type Problem } from '@htsm/web/core';
import { Button, DateTimeField } from '@htsm/web/ui';
import { ProblemMessage } from '../shared/problem-message';

/** The end of every form that gives tasks to reviewers: by when they are due, why it was refused, and the button. */
@Component({
  selector: 'htsm-give-tasks',
  imports: [Button, DateTimeField, ProblemMessage],
  template: `
    <htsm-date-time
      name="dueAt"
      [label]="t('reviews.assign.due')"
      [hint]="t('reviews.assign.dueHint')"
      [min]="now()"
      [(value)]="dueAt"
    />
    <htsm-problem-message [problem]="problem()" />
    <button
      htsm-button
      kind="primary"
      type="submit"
      isFull
      [blocked]="reason()"
      [busy]="isBusy()"
      [busyText]="t('reviews.assign.busy')"
    >
      <ng-content />
    </button>
  `,
  styles: `
    :host {
      display: grid;
      gap: var(--space-4);
    }
  `,
})
export class GiveTasks {
  /** The server's clock. */
  readonly now = input.required<string>();
  readonly problem = input.required<Problem | null | undefined>();
  readonly isBusy = input.required<boolean>();
  /** What else must be chosen first; empty when nothing is missing. */
  readonly blocked = input.required<string>();
  readonly dueAt = model.required<string | null>();

  protected readonly t = injectText();
  protected readonly reason = computed(
    () => this.blocked() || (this.dueAt() === null ? this.t('reviews.assign.blockedDue') : ''),
  );
}
