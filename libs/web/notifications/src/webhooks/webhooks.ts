import { Component, computed, DOCUMENT, inject, signal, viewChild } from '@angular/core';
import { constraints, type WebhookDto, type WebhooksDto, type WebhookWithSecretDto } from '@htsm/contracts';
import { WEBHOOK_KINDS } from '@htsm/domain';
import { ApiClient, createAction, createForm, describePage, injectText, readScreen, Session } from '@htsm/web/core';
import {
  Button,
  CheckboxGroup,
  Confirm,
  Empty,
  ErrorSummary,
  Message,
  PageHead,
  SelectField,
  Skeleton,
  TextField,
  Toasts,
} from '@htsm/web/ui';
import { WebhookCard } from './webhook-card';

const { url, kinds } = constraints['AddWebhookDto'];
/** Whose challenges it is about is chosen from a list. */
const LIMITS = { url, kinds };
/** The word for the platform in the choice of whose challenges; an organisation has its id. */
const PLATFORM = 'platform';

const NOTHING = { keeper: '', url: '', kinds: [...WEBHOOK_KINDS] };

/** Page `/webhooks`: programs elsewhere that are told of challenges. */
@Component({
  selector: 'htsm-webhooks',
  imports: [
    Button,
    CheckboxGroup,
    Confirm,
    Empty,
    ErrorSummary,
    Message,
    PageHead,
    SelectField,
    Skeleton,
    TextField,
    WebhookCard,
  ],
  templateUrl: './webhooks.html',
  styleUrls: ['../form.css', './webhooks.css'],
})
export class Webhooks {
  private readonly api = inject(ApiClient);
  private readonly session = inject(Session);
  private readonly toasts = inject(Toasts);
  private readonly view = inject(DOCUMENT).defaultView;
  private readonly sure = viewChild.required(Confirm);

  protected readonly t = injectText();
  protected readonly list = readScreen<WebhooksDto>(() => '/webhooks');
  /** Who the reader may keep addresses for. */
  protected readonly keepers = computed(() => [
    ...(this.session.isAdministrator() ? [{ value: PLATFORM, label: this.t('notifications.webhooks.platform') }] : []),
    ...(this.session.user()?.organisations ?? [])
      .filter(({ kind, role }) => kind !== 'sme' && role === 'owner')
      .map(({ id, name }) => ({ value: id, label: name })),
  ]);
  protected readonly kinds = computed(() =>
    WEBHOOK_KINDS.map((value) => {
      const word = value.replace('.', '_');
      return { value, label: this.t('notifications.webhooks.kind.' + word) };
    }),
  );
  protected readonly form = createForm({
    initial: NOTHING,
    constraints: LIMITS,
    check: ({ kinds }) => (kinds.length === 0 ? { kinds: this.t('notifications.webhooks.noKind') } : {}),
  });
  protected readonly removing = createAction();
  /** A secret that was just made; shown until the reader has kept it. */
  protected readonly shown = signal<WebhookWithSecretDto | undefined>(undefined);
  protected readonly asked = signal<WebhookDto | undefined>(undefined);

  constructor() {
    describePage(() => ({ title: this.t('notifications.webhooks.title') }));
  }

  protected async add(): Promise<void> {
    const added = await this.form.submit(({ keeper, url, kinds }) => {
      const chosen = keeper === '' ? this.keepers()[0]?.value : keeper;
      const organisationId = chosen === PLATFORM ? null : chosen;
      return this.api.post<WebhookWithSecretDto>('/webhooks', { organisationId, url, kinds });
    });
    if (added === undefined) return;
    this.form.reset(NOTHING);
    this.show(added);
  }

  protected show(made: WebhookWithSecretDto): void {
    this.shown.set(made);
    this.list.reload();
  }

  protected async copy(secret: string): Promise<void> {
    await this.view?.navigator.clipboard.writeText(secret);
    this.toasts.show(this.t('notifications.webhooks.copied'));
  }

  protected async remove(webhook: WebhookDto): Promise<void> {
    this.asked.set(webhook);
    if (!(await this.sure().ask())) return;
    const isDone = await this.removing.run(() => this.api.delete(`/webhooks/${webhook.id}`));
    if (!isDone) return;
    this.toasts.show(this.t('notifications.webhooks.removed'));
    this.list.reload();
  }
}
