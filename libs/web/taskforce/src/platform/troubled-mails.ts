import { Component, computed, inject, input } from '@angular/core';
import { type MailInTroubleDto } from '@htsm/contracts';
import { ApiClient, createAction, injectFormats, injectText } from '@htsm/web/core';
import { Button, Empty, Skeleton, Toasts } from '@htsm/web/ui';
import { readPages } from '../shared/page-list';
import { ReadFailure } from '../shared/read-failure';

/** Mails in one state of trouble, each with what an administrator can decide about it. */
@Component({
  selector: 'htsm-troubled-mails',
  imports: [Button, Empty, ReadFailure, Skeleton],
  templateUrl: './troubled-mails.html',
  styleUrl: './troubled-mails.css',
})
export class TroubledMails {
  private readonly api = inject(ApiClient);
  private readonly toasts = inject(Toasts);

  readonly state = input.required<MailInTroubleDto['state']>();

  protected readonly t = injectText();
  protected readonly formats = injectFormats();
  protected readonly deciding = createAction();
  protected readonly list = readPages<MailInTroubleDto>(() => `/administration/mails?state=${this.state()}`);
  protected readonly problem = computed(() => this.deciding.problem() ?? this.list.problem());

  /** Gives the words for a reason that is a code of ours; the relay's own words stay as they are. */
  protected reason({ reason }: MailInTroubleDto): string {
    const key = `taskforce.platform.reason.${reason ?? 'unknown'}`;
    const words = /^[a-z_]+$/.test(reason ?? 'unknown') ? this.t(key) : key;
    return words === key ? (reason ?? '') : words;
  }

  protected async decide(mail: MailInTroubleDto, act: 'resend' | 'drop'): Promise<void> {
    const isDone = await this.deciding.run(() => this.api.post(`/administration/mails/${mail.id}/${act}`));
    if (!isDone) return;
    this.toasts.show(this.t(`taskforce.platform.${act}Toast`, { address: mail.toEmail }));
    this.list.reload();
  }
}
