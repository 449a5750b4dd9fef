import { Component, type ElementRef, inject, viewChild } from '@angular/core';
import { ApiClient, createForm, injectText } from '@htsm/web/core';
import { Button, ErrorSummary } from '@htsm/web/ui';
import { PasswordInput } from '../password/password-input';
import { Proofs } from './proofs';

/** Asks for the password once more, before a change of address or second step, or the end of a session. One per screen. */
@Component({
  selector: 'htsm-proof-dialog',
  imports: [Button, ErrorSummary, PasswordInput],
  template: `
    <dialog #dialog aria-labelledby="proof-heading" (close)="answer()">
      <form class="in" (submit)="$event.preventDefault(); send()" novalidate>
        <h2 id="proof-heading">{{ t('accounts.proof.title') }}</h2>
        <p>{{ t('accounts.proof.text') }}</p>
        <htsm-error-summary [form]="form" />
        <htsm-password-input
          [field]="form.field('password')"
          [label]="t('accounts.field.currentPassword')"
          autocomplete="current-password"
        />
        <div class="row">
          <button htsm-button type="submit" kind="primary" [busy]="form.isBusy()">
            {{ t('accounts.proof.send') }}
          </button>
          <button htsm-button type="button" kind="plain" (click)="dialog.close()">
            {{ t('accounts.security.cancel') }}
          </button>
        </div>
      </form>
    </dialog>
  `,
  styleUrl: './proof-dialog.css',
})
export class ProofDialog {
  private readonly api = inject(ApiClient);
  private readonly dialog = viewChild.required<ElementRef<HTMLDialogElement>>('dialog');
  private settle: ((isGiven: boolean) => void) | undefined;
  private isGiven = false;

  protected readonly t = injectText();
  protected readonly form = createForm({
    initial: { password: '' },
    constraints: { password: { required: true, maxLength: 500 } },
  });

  constructor() {
    inject(Proofs).askWith(() => this.ask());
  }

  private ask(): Promise<boolean> {
    this.isGiven = false;
    this.form.reset({ password: '' });
    this.dialog().nativeElement.showModal();
    return new Promise((resolve) => (this.settle = resolve));
  }

  protected async send(): Promise<void> {
    const done = await this.form.submit(async (value) => {
      await this.api.post('/account/proof', value);
      return true;
    });
    if (done === undefined) return;
    this.isGiven = true;
    this.dialog().nativeElement.close();
  }

  /** Escape and “Cancel” mean no. */
  protected answer(): void {
    this.form.reset({ password: '' });
    this.settle?.(this.isGiven);
  }
}
