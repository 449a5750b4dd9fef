import { Component, computed, inject, input, output } from '@angular/core';
import { constraints, type HeldKindDto } from '@htsm/contracts';
import { ApiClient, createAction, createForm, injectFormats, injectText } from '@htsm/web/core';
import { Button, ErrorSummary, Message, SelectField, TextField } from '@htsm/web/ui';
import { injectMailWords } from './mail-words';

const { reason } = constraints['MailReasonDto'];
const NOTHING = { kind: '', reason: '' };

/** The kinds of mail that do not go out for now, and a form to hold another. */
@Component({
  selector: 'htsm-held-kinds',
  imports: [Button, ErrorSummary, Message, SelectField, TextField],
  template: `
    @if (held().length === 0) {
      <p class="soft">{{ t('notifications.outbox.noHeldKinds') }}</p>
    }
    <ul class="held">
      @for (one of held(); track one.kind) {
        <li>
          <strong>{{ words.kind(one.kind) }}</strong>
          <span>{{ one.reason }}</span>
          <span class="soft">{{ formats().moment(one.heldAt) }}</span>
          <button htsm-button type="button" isSmall [disabled]="releasing.isBusy()" (click)="release(one)">
            {{ t('notifications.outbox.releaseKind') }}<span class="sr">: {{ words.kind(one.kind) }}</span>
          </button>
        </li>
      }
    </ul>
    @if (releasing.problem(); as problem) {
      <htsm-message tone="stop" [heading]="problem.title" [isAlert]="true">{{ problem.detail }}</htsm-message>
    }
    <details>
      <summary>{{ t('notifications.outbox.holdKind') }}</summary>
      <form class="form" (submit)="$event.preventDefault(); hold()" novalidate>
        <htsm-error-summary [form]="form" />
        <htsm-select
          [htsmField]="form.field('kind')"
          [label]="t('notifications.outbox.kind')"
          [options]="free()"
          [placeholder]="t('notifications.outbox.chooseKind')"
        />
        <htsm-text-field
          [htsmField]="form.field('reason')"
          [label]="t('notifications.outbox.whyHold')"
          [hint]="t('notifications.outbox.logged')"
        />
        <div class="row">
          <button htsm-button type="submit" [busy]="form.isBusy()">{{ t('notifications.outbox.holdNow') }}</button>
        </div>
      </form>
    </details>
  `,
  styleUrls: ['../form.css', './outbox.css'],
  styles: `
    :host {
      padding: 0;
    }
    summary {
      min-block-size: 2.75rem;
      cursor: pointer;
    }
  `,
})
export class HeldKinds {
  private readonly api = inject(ApiClient);

  readonly held = input.required<readonly HeldKindDto[]>();
  readonly kinds = input.required<readonly { readonly value: string; readonly label: string }[]>();
  readonly changed = output();

  protected readonly t = injectText();
  protected readonly formats = injectFormats();
  protected readonly words = injectMailWords();
  protected readonly releasing = createAction();
  /** The kinds that go out. */
  protected readonly free = computed(() =>
    this.kinds().filter(({ value }) => !this.held().some(({ kind }) => kind === value)),
  );
  protected readonly form = createForm({
    initial: NOTHING,
    constraints: { reason },
    check: ({ kind }) => (kind === '' ? { kind: this.t('notifications.outbox.chooseKind') } : {}),
  });

  protected async hold(): Promise<void> {
    const held = await this.form.submit(async ({ kind, reason }) => {
      await this.api.put(`/administration/mail-kinds/${kind}/hold`, { reason });
      return true;
    });
    if (held === undefined) return;
    this.form.reset(NOTHING);
    this.changed.emit();
  }

  protected async release({ kind }: HeldKindDto): Promise<void> {
    if (await this.releasing.run(() => this.api.delete(`/administration/mail-kinds/${kind}/hold`))) this.changed.emit();
  }
}
