import { Component, inject, input, output, signal } from '@angular/core';
import { constraints, type WaiverDto } from '@htsm/contracts';
import { ApiClient, createForm, injectText } from '@htsm/web/core';
import { Button, DateTimeField, ErrorSummary, TextArea } from '@htsm/web/ui';

const { reason } = constraints['SignWaiverDto'];

interface WaiverForm {
  readonly reason: string;
  readonly endsAt: string | null;
}

/** The taskforce signs that what binds somebody to an organisation does not count here for a while. */
@Component({
  selector: 'htsm-sign-waiver',
  imports: [Button, DateTimeField, ErrorSummary, TextArea],
  template: `
    @if (!isOpen()) {
      <button htsm-button isSmall type="button" (click)="isOpen.set(true)">
        {{ t('reviews.panel.waive') }}<span class="sr">: {{ reviewerName() }}, {{ organisationName() }}</span>
      </button>
    } @else {
      <form (submit)="$event.preventDefault(); sign()" (keydown.escape)="isOpen.set(false)" novalidate>
        <htsm-error-summary [form]="form" />
        <p class="soft">{{ t('reviews.panel.waiveText', { organisation: organisationName() }) }}</p>
        <htsm-text-area
          [htsmField]="form.field('reason')"
          [label]="t('reviews.panel.reason')"
          [sees]="t('reviews.panel.reasonSees')"
          [rows]="3"
        />
        <htsm-date-time
          [htsmField]="form.field('endsAt')"
          [label]="t('reviews.panel.endsAt')"
          [hint]="t('reviews.panel.endsAtHint')"
          [min]="now()"
        />
        <p class="row">
          <button htsm-button kind="primary" type="submit" [busy]="form.isBusy()" [busyText]="t('reviews.links.busy')">
            {{ t('reviews.panel.sign') }}
          </button>
          <button htsm-button kind="plain" type="button" (click)="isOpen.set(false)">
            {{ t('reviews.links.cancel') }}
          </button>
        </p>
      </form>
    }
  `,
  styleUrl: '../shared/act-form.css',
})
export class SignWaiver {
  private readonly api = inject(ApiClient);

  readonly challengeId = input.required<string>();
  readonly reviewerId = input.required<string>();
  readonly reviewerName = input.required<string>();
  readonly organisationId = input.required<string>();
  readonly organisationName = input.required<string>();
  readonly now = input.required<string>();
  readonly signed = output();

  protected readonly t = injectText();
  protected readonly isOpen = signal(false);
  protected readonly form = createForm<WaiverForm>({
    initial: { reason: '', endsAt: null },
    constraints: { reason },
    check: ({ endsAt }) => ({ endsAt: endsAt === null ? this.t('reviews.panel.needsEnd') : undefined }),
  });

  protected async sign(): Promise<void> {
    const signed = await this.form.submit((form) =>
      this.api.post<WaiverDto>(`/taskforce/challenges/${this.challengeId()}/waivers`, {
        ...form,
        reviewerId: this.reviewerId(),
        organisationId: this.organisationId(),
      }),
    );
    if (signed === undefined) return;
    this.isOpen.set(false);
    this.signed.emit();
  }
}
