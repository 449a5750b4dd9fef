import { Component, inject, input, output, viewChild } from '@angular/core';
import { type RecoveryCodesDto } from '@htsm/contracts';
import { ApiClient, createForm, injectPlural, injectText } from '@htsm/web/core';
import { Button, Confirm, ErrorSummary } from '@htsm/web/ui';
import { Proofs } from '../proof/proofs';

/** How many recovery codes still work, and a way to make new ones. */
@Component({
  selector: 'htsm-recovery-part',
  imports: [Button, Confirm, ErrorSummary],
  template: `
    <section class="part" aria-labelledby="recovery">
      <h2 id="recovery">{{ t('accounts.recovery.title') }}</h2>
      <p>{{ t('accounts.recovery.text') }} {{ plural('accounts.recovery.left', left()) }}</p>
      <htsm-error-summary [form]="action" />
      <div class="row">
        <button htsm-button type="button" kind="second" [busy]="action.isBusy()" (click)="renew()">
          {{ t('accounts.recovery.renew') }}
        </button>
      </div>
      <htsm-confirm
        [heading]="t('accounts.recovery.sure')"
        [confirmText]="t('accounts.recovery.renew')"
        kind="primary"
        >{{ t('accounts.recovery.sureText') }}</htsm-confirm
      >
    </section>
  `,
  styleUrl: '../form.css',
})
export class RecoveryPart {
  private readonly api = inject(ApiClient);
  private readonly proofs = inject(Proofs);
  private readonly sure = viewChild.required(Confirm);

  /** Codes that were not used yet. */
  readonly left = input.required<number>();
  /** The new codes. */
  readonly changed = output<readonly string[]>();

  protected readonly t = injectText();
  protected readonly plural = injectPlural();
  protected readonly action = createForm({ initial: {} });

  protected async renew(): Promise<void> {
    if (!(await this.sure().ask())) return;
    const answer = await this.action.submit(() =>
      this.proofs.with(() => this.api.post<RecoveryCodesDto>('/account/second-factors/recovery-codes')),
    );
    if (answer !== undefined) this.changed.emit(answer.recoveryCodes);
  }
}
