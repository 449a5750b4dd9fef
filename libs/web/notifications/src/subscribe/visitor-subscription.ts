import { Component, inject, signal } from '@angular/core';
import { ApiClient, createForm, injectText, Language } from '@htsm/web/core';
import { Button, ErrorSummary, Message, TextField } from '@htsm/web/ui';
import { ChoiceFields } from '../choices/choice-fields';
import { choiceConstraints, firstChoices } from '../choices/choices';

/** Asks for the mails with an e-mail address; nothing is sent until the owner of the address confirms. */
@Component({
  selector: 'htsm-visitor-subscription',
  imports: [Button, ChoiceFields, ErrorSummary, Message, TextField],
  template: `
    @if (askedFor(); as email) {
      <div class="form">
        <htsm-message tone="live" [isAlert]="true" [heading]="t('notifications.asked.title')">
          {{ t('notifications.asked.text', { email }) }}
        </htsm-message>
        <p>{{ t('notifications.asked.notYet') }}</p>
        <p class="row">
          <button htsm-button kind="second" type="button" (click)="askedFor.set('')">
            {{ t('notifications.asked.again') }}
          </button>
        </p>
      </div>
    } @else {
      <form class="form" (submit)="$event.preventDefault(); send()" novalidate>
        <htsm-error-summary [form]="form" />
        <htsm-text-field
          [htsmField]="form.field('email')"
          [label]="t('notifications.subscribe.email')"
          [hint]="t('notifications.subscribe.emailHint')"
          type="email"
          autocomplete="email"
        />
        <htsm-choice-fields [form]="form" />
        <div class="row">
          <button
            htsm-button
            type="submit"
            kind="primary"
            [busy]="form.isBusy()"
            [busyText]="t('notifications.subscribe.busy')"
          >
            {{ t('notifications.subscribe.send') }}
          </button>
        </div>
        <p class="hint">{{ t('notifications.subscribe.promise') }}</p>
      </form>
    }
  `,
  styleUrl: '../form.css',
})
export class VisitorSubscription {
  private readonly api = inject(ApiClient);

  protected readonly t = injectText();
  protected readonly form = createForm({
    initial: { email: '', ...firstChoices(inject(Language).current()) },
    constraints: choiceConstraints('SubscribeDto'),
  });
  /** The address that was asked for; empty before. */
  protected readonly askedFor = signal('');

  protected async send(): Promise<void> {
    const asked = await this.form.submit(async (value) => {
      await this.api.post('/subscriptions', value);
      return value.email;
    });
    if (asked !== undefined) this.askedFor.set(asked);
  }
}
