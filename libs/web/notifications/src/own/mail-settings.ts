import { Component, computed, effect, inject, input, untracked } from '@angular/core';
import { LOCALES } from '@htsm/domain';
import { type SubscriptionDto } from '@htsm/contracts';
import { createForm, injectText, Language } from '@htsm/web/core';
import { Button, CheckboxGroup, ErrorSummary, RadioGroup, TextField } from '@htsm/web/ui';
import { type MailSettings as Settings, settingsOf } from '../choices/choices';

/** The language of all mails, and the days on which none come. */
@Component({
  selector: 'htsm-mail-settings',
  imports: [Button, CheckboxGroup, ErrorSummary, RadioGroup, TextField],
  template: `
    <form class="form" (submit)="$event.preventDefault(); send()" novalidate>
      <htsm-error-summary [form]="form" />
      <htsm-radio-group
        [htsmField]="form.field('locale')"
        [label]="t('notifications.choice.locale')"
        [options]="locales()"
      />
      <htsm-checkbox-group
        [htsmField]="form.field('quietDays')"
        [label]="t('notifications.quiet.label')"
        [hint]="t('notifications.quiet.hint')"
        [options]="quietDays()"
      />
      <div class="dates">
        <htsm-text-field
          [htsmField]="form.field('quietFrom')"
          [label]="t('notifications.quiet.from')"
          [hint]="t('notifications.quiet.dateHint')"
        />
        <htsm-text-field [htsmField]="form.field('quietUntil')" [label]="t('notifications.quiet.until')" />
      </div>
      <div class="row">
        <button htsm-button type="submit" kind="second" [busy]="form.isBusy()" [busyText]="t('notifications.own.busy')">
          {{ t('notifications.own.settings') }}
        </button>
      </div>
    </form>
  `,
  styleUrl: '../form.css',
  styles: `
    .dates {
      display: flex;
      flex-wrap: wrap;
      align-items: end;
      gap: var(--space-4);
    }
  `,
})
export class MailSettings {
  readonly subscription = input.required<SubscriptionDto>();
  /** Keeps the settings; throws a Problem when the server refuses. */
  readonly save = input.required<(settings: Settings) => Promise<unknown>>();

  private readonly language = inject(Language);
  protected readonly t = injectText();
  protected readonly form = createForm<Settings>({
    initial: settingsOf(null, this.language.current()),
    check: ({ quietFrom, quietUntil }) => {
      const [from, until] = [isDate(quietFrom), isDate(quietUntil)];
      return {
        quietFrom: from ? undefined : this.t('notifications.quiet.notADate'),
        quietUntil:
          until && (quietUntil === '' || (quietFrom !== '' && quietFrom <= quietUntil))
            ? undefined
            : this.t(until ? 'notifications.quiet.tooEarly' : 'notifications.quiet.notADate'),
      };
    },
  });
  protected readonly locales = computed(() =>
    LOCALES.map((value) => ({ value, label: this.t('notifications.locale.' + value) })),
  );
  protected readonly quietDays = computed(() =>
    ['weekends', 'holidays'].map((value) => ({ value, label: this.t('notifications.quiet.' + value) })),
  );

  constructor() {
    effect(() => {
      const settings = settingsOf(this.subscription(), untracked(this.language.current));
      untracked(() => this.form.reset(settings));
    });
  }

  protected async send(): Promise<void> {
    await this.form.submit((settings) => this.save()(settings));
  }
}

/** Whether this is empty or a calendar date. */
function isDate(text: string): boolean {
  return text === '' || (/^\d{4}-\d\d-\d\d$/.test(text) && !Number.isNaN(Date.parse(text)));
}
