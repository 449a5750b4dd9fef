import { Component, computed, inject, input, output, signal } from '@angular/core';
import {
  type WebhookDeliveriesDto,
  type WebhookDeliveryDto,
  type WebhookDto,
  type WebhookWithSecretDto,
} from '@htsm/contracts';
import { ApiClient, createAction, injectFormats, injectText } from '@htsm/web/core';
import { Button, Message, Toasts } from '@htsm/web/ui';

/** One address with what can be done to it, and the log of its messages. */
@Component({
  selector: 'htsm-webhook-card',
  imports: [Button, Message],
  templateUrl: './webhook-card.html',
  styleUrls: ['../form.css', './webhooks.css', './webhook-card.css'],
})
export class WebhookCard {
  readonly webhook = input.required<WebhookDto>();
  readonly changed = output();
  readonly madeSecret = output<WebhookWithSecretDto>();
  readonly removed = output();

  private readonly api = inject(ApiClient);
  private readonly toasts = inject(Toasts);
  protected readonly t = injectText();
  protected readonly formats = injectFormats();
  protected readonly act = createAction();
  /** The newest messages; undefined until somebody asks for them. */
  protected readonly log = signal<readonly WebhookDeliveryDto[] | undefined>(undefined);
  protected readonly kinds = computed(() =>
    this.webhook()
      .kinds.map((kind) => this.kind(kind))
      .join(', '),
  );
  private readonly path = computed(() => `/webhooks/${this.webhook().id}`);

  protected kind(kind: string): string {
    const word = kind.replace('.', '_');
    return this.t('notifications.webhooks.kind.' + word);
  }

  /** How a message went, in words: the status and how long it took, or why there was no answer. */
  protected outcome({ state, status, ms, fault, attempts }: WebhookDeliveryDto): string {
    const word = this.t('notifications.webhooks.state.' + state);
    if (attempts === 0) return word;
    const why = fault ?? 'unreachable';
    const answer =
      status === null
        ? this.t('notifications.webhooks.fault.' + why)
        : this.t('notifications.webhooks.answer', { status, ms: ms ?? 0 });
    return `${word}: ${answer}`;
  }

  protected async read(): Promise<void> {
    await this.act.run(async () => {
      this.log.set((await this.api.get<WebhookDeliveriesDto>(`${this.path()}/deliveries`)).items);
    });
  }

  protected async test(): Promise<void> {
    if (!(await this.act.run(() => this.api.post(`${this.path()}/test`)))) return;
    this.toasts.show(this.t('notifications.webhooks.tested'));
  }

  protected async replay(message: WebhookDeliveryDto): Promise<void> {
    if (!(await this.act.run(() => this.api.post(`${this.path()}/deliveries/${message.id}/replay`)))) return;
    this.toasts.show(this.t('notifications.webhooks.replayed'));
    await this.read();
  }

  protected async replaceSecret(): Promise<void> {
    await this.act.run(async () => {
      this.madeSecret.emit(await this.api.post<WebhookWithSecretDto>(`${this.path()}/secret`));
    });
  }

  protected async toggle(): Promise<void> {
    const on = `${this.path()}/on`;
    const work = () => (this.webhook().switchedOffBy === null ? this.api.delete(on) : this.api.put(on, {}));
    if (await this.act.run(work)) this.changed.emit();
  }
}
