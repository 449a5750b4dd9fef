import { Component, computed, inject, input, output, signal, viewChild } from '@angular/core';
import {
  constraints,
  type NewAuthenticatorDto,
  type RecoveryCodesDto,
  type SecondFactorCodeDto,
  type SecondFactorsDto,
} from '@htsm/contracts';
import { ApiClient, createForm, injectFormats, injectText } from '@htsm/web/core';
import { Button, Confirm, ErrorSummary, TextField, Toasts } from '@htsm/web/ui';
import { Proofs } from '../proof/proofs';

/** The authenticator app: set up with a square code, replaced, or taken away. */
@Component({
  selector: 'htsm-authenticator-part',
  imports: [Button, Confirm, ErrorSummary, TextField],
  templateUrl: './authenticator-part.html',
  styleUrls: ['../form.css', './security.css'],
})
export class AuthenticatorPart {
  private readonly api = inject(ApiClient);
  private readonly proofs = inject(Proofs);
  private readonly toasts = inject(Toasts);
  private readonly sure = viewChild.required(Confirm);

  readonly factors = input.required<SecondFactorsDto>();
  /** Something changed; with the recovery codes that came with it. */
  readonly changed = output<readonly string[]>();

  protected readonly t = injectText();
  protected readonly formats = injectFormats();
  protected readonly action = createForm({ initial: {} });
  protected readonly form = createForm<SecondFactorCodeDto>({
    initial: { code: '' },
    constraints: constraints['SecondFactorCodeDto'],
  });
  /** The app that is being set up. */
  protected readonly started = signal<NewAuthenticatorDto | undefined>(undefined);
  protected readonly picture = computed(
    () => `data:image/svg+xml,${encodeURIComponent(this.started()?.picture ?? '')}`,
  );
  /** The secret in groups of four, for typing over. */
  protected readonly spelled = computed(() => this.started()?.secret.replace(/(.{4})(?=.)/g, '$1 ') ?? '');

  protected async begin(): Promise<void> {
    const started = await this.action.submit(() =>
      this.proofs.with(() => this.api.post<NewAuthenticatorDto>('/account/second-factors/authenticator')),
    );
    if (started !== undefined) this.started.set(started);
  }

  protected async confirm(): Promise<void> {
    const answer = await this.form.submit((value) =>
      this.proofs.with(() => this.api.post<RecoveryCodesDto>('/account/second-factors/authenticator/confirm', value)),
    );
    if (answer === undefined) return;
    this.form.reset({ code: '' });
    this.started.set(undefined);
    this.toasts.show(this.t('accounts.authenticator.added'));
    this.changed.emit(answer.recoveryCodes);
  }

  protected async remove(): Promise<void> {
    if (!(await this.sure().ask())) return;
    const done = await this.action.submit(async () => {
      await this.proofs.with(() => this.api.delete('/account/second-factors/authenticator'));
      return true;
    });
    if (done === undefined) return;
    this.toasts.show(this.t('accounts.authenticator.removed'));
    this.changed.emit([]);
  }
}
