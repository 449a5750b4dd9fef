import { Component, inject, input, signal } from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import { constraints, type StoppedAddressDto } from '@htsm/contracts';
import { ApiClient, createForm, describePage, injectFormats, injectText, readPages } from '@htsm/web/core';
import { Button, Empty, ErrorSummary, PageHead, ReadFailure, Skeleton, TextField, Toasts } from '@htsm/web/ui';
import { MailMenu } from './mail-menu';

const LIMITS = constraints['StopAddressDto'];
const WHY = constraints['MailReasonDto'];
const NOTHING = { email: '', reason: '' };

/** Page `/administration/stopped-addresses`: where no mail goes any more, and why. */
@Component({
  selector: 'htsm-stopped-addresses',
  imports: [Button, Empty, ErrorSummary, MailMenu, PageHead, ReadFailure, RouterLink, Skeleton, TextField],
  templateUrl: './stopped-addresses.html',
  styleUrls: ['../form.css', './outbox.css'],
})
export class StoppedAddresses {
  private readonly api = inject(ApiClient);
  private readonly router = inject(Router);
  private readonly toasts = inject(Toasts);

  /** Part of an address to look for. */
  readonly q = input<string>();

  protected readonly t = injectText();
  protected readonly formats = injectFormats();
  protected readonly list = readPages<StoppedAddressDto>(() => {
    const q = this.q();
    return `/administration/stopped-addresses${q ? `?q=${encodeURIComponent(q)}` : ''}`;
  });
  protected readonly form = createForm({ initial: NOTHING, constraints: LIMITS });
  /** The address that is being taken off the list. */
  protected readonly asked = signal<StoppedAddressDto | undefined>(undefined);
  protected readonly why = createForm({ initial: { reason: '' }, constraints: WHY });

  constructor() {
    describePage(() => ({ title: this.t('notifications.stopped.title') }));
  }

  protected search(q: string): void {
    const queryParams = q.trim() === '' ? {} : { q: q.trim() };
    void this.router.navigate(['/administration/stopped-addresses'], { queryParams });
  }

  protected async stop(): Promise<void> {
    const stopped = await this.form.submit((input) =>
      this.api.post<StoppedAddressDto>('/administration/stopped-addresses', input),
    );
    if (stopped === undefined) return;
    this.form.reset(NOTHING);
    this.toasts.show(this.t('notifications.stopped.stoppedToast', { address: stopped.email }));
    this.list.reload();
  }

  protected ask(address: StoppedAddressDto): void {
    this.why.reset({ reason: '' });
    this.asked.set(address);
  }

  protected async allow({ id, email }: StoppedAddressDto): Promise<void> {
    const allowed = await this.why.submit(async (reason) => {
      await this.api.post(`/administration/stopped-addresses/${id}/allow`, reason);
      return true;
    });
    if (allowed === undefined) return;
    this.asked.set(undefined);
    this.toasts.show(this.t('notifications.stopped.allowedToast', { address: email }));
    this.list.reload();
  }
}
