import { Component, DOCUMENT, inject, input, output, signal, viewChild } from '@angular/core';
import { constraints, type PasskeyDto } from '@htsm/contracts';
import { ApiClient, createForm, injectFormats, injectText } from '@htsm/web/core';
import { Button, Confirm, ErrorSummary, TextField, Toasts } from '@htsm/web/ui';
import { deviceName } from '../account/device-name';
import { Passkeys } from './passkeys';
import { Proofs } from '../proof/proofs';

/** The reader's passkeys: added on this device, named, taken away. */
@Component({
  selector: 'htsm-passkeys-part',
  imports: [Button, Confirm, ErrorSummary, TextField],
  templateUrl: './passkeys-part.html',
  styleUrls: ['../form.css', './security.css'],
})
export class PasskeysPart {
  private readonly api = inject(ApiClient);
  private readonly proofs = inject(Proofs);
  private readonly device = inject(Passkeys);
  private readonly toasts = inject(Toasts);
  private readonly sure = viewChild.required(Confirm);

  readonly passkeys = input.required<readonly PasskeyDto[]>();
  /** Something changed; with the recovery codes that came with it. */
  readonly changed = output<readonly string[]>();

  protected readonly t = injectText();
  protected readonly formats = injectFormats();
  protected readonly form = createForm({
    initial: { name: deviceName(inject(DOCUMENT).defaultView?.navigator.userAgent ?? '').system ?? '' },
    constraints: { name: constraints['AddPasskeyDto'].name },
  });
  protected readonly removal = createForm({ initial: {} });
  /** The passkey that is about to be taken away. */
  protected readonly asked = signal<PasskeyDto | undefined>(undefined);

  protected async add(): Promise<void> {
    const answer = await this.form.submit(({ name }) => this.proofs.with(() => this.device.add(name)));
    if (answer === undefined) return;
    this.toasts.show(this.t('accounts.passkeys.added'));
    this.changed.emit(answer.recoveryCodes);
  }

  protected async remove(passkey: PasskeyDto): Promise<void> {
    this.asked.set(passkey);
    if (!(await this.sure().ask())) return;
    const done = await this.removal.submit(async () => {
      await this.proofs.with(() => this.api.delete(`/account/second-factors/passkeys/${passkey.id}`));
      return true;
    });
    if (done === undefined) return;
    this.toasts.show(this.t('accounts.passkeys.removed'));
    this.changed.emit([]);
  }
}
