import { Component, computed, inject, input, output, viewChild } from '@angular/core';
import { type OutboxMailDto, type ResentMailDto } from '@htsm/contracts';
import { ApiClient, createAction, injectText } from '@htsm/web/core';
import { Button, Confirm, Message, Toasts } from '@htsm/web/ui';

type Act = 'hold' | 'release' | 'resend' | 'drop';

/** What may be done with a mail in each state. */
const ACTS: Readonly<Record<OutboxMailDto['state'], readonly Act[]>> = {
  waiting: ['hold'],
  held: ['release', 'drop'],
  sent: ['resend'],
  merged: [],
  uncertain: ['resend', 'drop'],
  failed: ['resend', 'drop'],
  suppressed: ['resend'],
  unwanted: [],
};

/** The buttons of one mail; why one was refused stands below them. */
@Component({
  selector: 'htsm-mail-acts',
  imports: [Button, Confirm, Message],
  template: `
    <span class="row">
      @for (act of acts(); track act) {
        <button
          htsm-button
          type="button"
          isSmall
          [kind]="act === 'drop' ? 'plain' : 'second'"
          [disabled]="deciding.isBusy()"
          (click)="decide(act)"
        >
          {{ t('notifications.outbox.act.' + act) }}<span class="sr">: {{ mail().toEmail }}</span>
        </button>
      }
    </span>
    @if (deciding.problem(); as problem) {
      <htsm-message tone="stop" [heading]="problem.title" [isAlert]="true">{{ problem.detail }}</htsm-message>
    }
    <htsm-confirm [heading]="t('notifications.outbox.sure')" [confirmText]="t('notifications.outbox.act.drop')">
      {{ t('notifications.outbox.sureText', { address: mail().toEmail }) }}
    </htsm-confirm>
  `,
  styles: `
    :host {
      display: grid;
      gap: var(--space-2);
    }
  `,
})
export class MailActs {
  private readonly api = inject(ApiClient);
  private readonly toasts = inject(Toasts);
  private readonly sure = viewChild.required(Confirm);

  readonly mail = input.required<OutboxMailDto>();
  /** Something was decided; the id of the mail that is under way now, when there is another one. */
  readonly decided = output<string | undefined>();

  protected readonly t = injectText();
  protected readonly deciding = createAction();
  /** What waits for the release of its kind goes with it, unless it is held by itself. */
  protected readonly acts = computed(() =>
    this.mail().reason === 'kind_held' ? ACTS.waiting : ACTS[this.mail().state],
  );

  protected async decide(act: Act): Promise<void> {
    const { id, toEmail } = this.mail();
    if (act === 'drop' && !(await this.sure().ask())) return;
    let fresh: string | undefined;
    const isDone = await this.deciding.run(async () => {
      const answer = await this.api.post<ResentMailDto | undefined>(`/administration/mails/${id}/${act}`);
      fresh = answer?.id;
    });
    if (!isDone) return;
    this.toasts.show(this.t(`notifications.outbox.done.${act}`, { address: toEmail }));
    this.decided.emit(fresh);
  }
}
