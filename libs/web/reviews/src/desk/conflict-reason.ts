import { Component, inject, input, output } from '@angular/core';
import { type DeclarationDto, constraints } from '@htsm/contracts';
import { MIN_REASON_LENGTH } from '@htsm/domain';
import { ApiClient, createForm, injectText } from '@htsm/web/core';
import { Button, ErrorSummary, TextArea } from '@htsm/web/ui';

/** Asks which interest the reviewer has, and declares it. */
@Component({
  selector: 'htsm-conflict-reason',
  imports: [Button, ErrorSummary, TextArea],
  template: `
    <form
      novalidate
      class="stack"
      [attr.aria-label]="t('reviews.conflict.title')"
      (submit)="$event.preventDefault(); send()"
    >
      <htsm-error-summary [form]="form" />
      <p class="soft">{{ t('reviews.conflict.consequence') }}</p>
      <htsm-text-area
        [htsmField]="form.field('reason')"
        [label]="t('reviews.conflict.reason')"
        [hint]="t('reviews.conflict.reasonHint')"
        [sees]="t('reviews.conflict.sees')"
        [isNarrow]="true"
        [rows]="3"
      />
      <div class="row">
        <button htsm-button kind="risk" type="submit" [busy]="form.isBusy()" [busyText]="t('reviews.conflict.busy')">
          {{ t('reviews.conflict.send') }}
        </button>
        <button htsm-button kind="plain" type="button" (click)="cancelled.emit()">
          {{ t('reviews.conflict.cancel') }}
        </button>
      </div>
    </form>
  `,
  styles: `
    :host {
      display: block;
    }
  `,
})
export class ConflictReason {
  private readonly api = inject(ApiClient);

  readonly assignmentId = input.required<string>();
  readonly declared = output();
  readonly cancelled = output();

  protected readonly t = injectText();
  protected readonly form = createForm<{ reason: string }>({
    initial: { reason: '' },
    constraints: { reason: constraints.DeclareConflictDto.reason },
    check: ({ reason }) =>
      reason.trim().length < MIN_REASON_LENGTH
        ? { reason: this.t('reviews.form.reasonTooShort', { min: MIN_REASON_LENGTH }) }
        : {},
  });

  protected async send(): Promise<void> {
    const path = `/my/reviews/${this.assignmentId()}/declaration`;
    const done = await this.form.submit(({ reason }) =>
      this.api.post<DeclarationDto>(path, { hasConflict: true, reason }),
    );
    if (done !== undefined) this.declared.emit();
  }
}
