import { Component, computed, effect, inject, input, signal, untracked } from '@angular/core';
import { ApiClient, createForm, injectText, Language } from '@htsm/web/core';
import { LOCALES } from '@htsm/domain';
import { Button, ErrorSummary, Message, RadioGroup, TextField } from '@htsm/web/ui';
import { ChoiceFields } from '../choices/choice-fields';
import { FIRST_INTEREST, type Interest, interestConstraints, choicesOf } from '../choices/choices';
import { InterestPreview } from '../choices/interest-preview';

/** Asks for the mails with an e-mail address; nothing is sent until the owner of the address confirms. */
@Component({
  selector: 'htsm-visitor-subscription',
  imports: [Button, ChoiceFields, ErrorSummary, InterestPreview, Message, RadioGroup, TextField],
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
        <htsm-interest-preview [interest]="form.value()" />
        <htsm-radio-group
          [htsmField]="form.field('locale')"
          [label]="t('notifications.choice.locale')"
          [options]="locales()"
        />
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
  /** What the form starts with. */
  readonly first = input<Interest>(FIRST_INTEREST);

  private readonly api = inject(ApiClient);

  protected readonly t = injectText();
  protected readonly locales = computed(() =>
    LOCALES.map((value) => ({ value, label: this.t('notifications.locale.' + value) })),
  );
  protected readonly form = createForm({
    initial: { ...FIRST_INTEREST, email: '', locale: inject(Language).current() },
    constraints: interestConstraints('SubscribeDto'),
  });
  /** The address that was asked for; empty before. */
  protected readonly askedFor = signal('');

  constructor() {
    effect(() => {
      const first = this.first();
      untracked(() => this.form.reset({ ...this.form.value(), ...first }));
    });
  }

  protected async send(): Promise<void> {
    const asked = await this.form.submit(async (value) => {
      const { email, locale, ...interest } = value;
      await this.api.post('/subscriptions', { ...choicesOf(interest), email, locale });
      return email;
    });
    if (asked !== undefined) this.askedFor.set(asked);
  }
}
