import { Component, computed, inject, resource, viewChild } from '@angular/core';
import { Router } from '@angular/router';
import { type AccountSessionDto, type AccountSessionsDto } from '@htsm/contracts';
import { ApiClient, createForm, injectFormats, injectText, Session } from '@htsm/web/core';
import { Button, Confirm, ErrorSummary, Skeleton, Toasts } from '@htsm/web/ui';
import { Proofs } from '../proof/proofs';
import { deviceName } from './device-name';

/** Where the reader is signed in, with a way to sign out there and everywhere. */
@Component({
  selector: 'htsm-account-sessions',
  imports: [Button, Confirm, ErrorSummary, Skeleton],
  templateUrl: './account-sessions.html',
  styleUrl: '../form.css',
})
export class AccountSessions {
  private readonly api = inject(ApiClient);
  private readonly proofs = inject(Proofs);
  private readonly router = inject(Router);
  private readonly session = inject(Session);
  private readonly toasts = inject(Toasts);
  private readonly sure = viewChild.required(Confirm);

  protected readonly t = injectText();
  protected readonly formats = injectFormats();
  protected readonly ending = createForm({ initial: {} });
  protected readonly list = resource({ loader: () => this.api.get<AccountSessionsDto>('/account/sessions') });
  protected readonly shown = computed(() => (this.list.hasValue() ? this.list.value().items : undefined));

  /** The device in words: “Firefox, Windows”. */
  protected device(session: AccountSessionDto): string {
    const { browser, system } = deviceName(session.userAgent);
    const known = [browser, system].filter((part) => part !== undefined).join(', ');
    return known === '' ? this.t('accounts.sessions.unknown') : known;
  }

  protected async end(session: AccountSessionDto): Promise<void> {
    const done = await this.ending.submit(async () => {
      await this.proofs.with(() => this.api.delete(`/account/sessions/${session.id}`));
      return true;
    });
    if (done === undefined) return;
    this.toasts.show(this.t('accounts.sessions.ended'));
    this.list.reload();
  }

  protected async endAll(): Promise<void> {
    if (!(await this.sure().ask())) return;
    const done = await this.ending.submit(async () => {
      await this.proofs.with(() => this.api.delete('/account/sessions'));
      return true;
    });
    if (done === undefined) return;
    await this.session.load();
    await this.router.navigateByUrl('/sign-in');
  }
}
