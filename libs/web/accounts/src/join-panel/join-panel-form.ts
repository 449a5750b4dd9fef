import { Component, inject, input, output } from '@angular/core';
import { constraints, type ExpertOfferDto, type SessionDto } from '@htsm/contracts';
import { ApiClient, createForm, injectText } from '@htsm/web/core';
import { Button, Checkbox, ErrorSummary, TextArea, TextField } from '@htsm/web/ui';
import { NewAccount } from '../invited/new-account';
import { passwordMessage } from '../password/password-message';

const limits = constraints['JoinPanelDto'];

/** What an outside expert says before judging: who they are, where they work, what they know, and that they keep to the rules. */
@Component({
  selector: 'htsm-join-panel-form',
  imports: [Button, Checkbox, ErrorSummary, NewAccount, TextArea, TextField],
  template: `
    <form class="form" (submit)="$event.preventDefault(); send()" novalidate>
      <htsm-error-summary [form]="form" />
      @if (isNewcomer()) {
        <htsm-new-account [email]="offer().email" [name]="form.field('name')" [password]="form.field('password')" />
      }
      <htsm-text-field
        [htsmField]="form.field('organisationName')"
        [label]="t('accounts.joinPanel.organisation')"
        [hint]="t('accounts.joinPanel.organisationHint')"
        autocomplete="organization"
      />
      <htsm-text-area
        [htsmField]="form.field('words')"
        [label]="t('accounts.joinPanel.words')"
        [hint]="t('accounts.joinPanel.wordsHint')"
        [rows]="4"
      />
      <section>
        <h2>{{ t('accounts.joinPanel.rules') }}</h2>
        <ul>
          @for (rule of rules; track rule) {
            <li>{{ t('accounts.joinPanel.rule.' + rule) }}</li>
          }
        </ul>
      </section>
      <htsm-checkbox [htsmField]="form.field('affirms')" [label]="t('accounts.joinPanel.affirm')" />
      <div class="row">
        <button htsm-button type="submit" kind="primary" [busy]="form.isBusy()" [busyText]="t('accounts.invite.busy')">
          {{ t('accounts.joinPanel.join') }}
        </button>
      </div>
    </form>
  `,
  styles: `
    ul {
      display: grid;
      gap: var(--space-2);
      padding-inline-start: var(--space-5);
    }
  `,
  styleUrl: '../form.css',
})
export class JoinPanelForm {
  private readonly api = inject(ApiClient);

  readonly token = input.required<string>();
  readonly offer = input.required<ExpertOfferDto>();
  /** Whether an account is made too. */
  readonly isNewcomer = input.required<boolean>();
  /** The reader is on the panel and signed in. */
  readonly joined = output<SessionDto>();

  protected readonly t = injectText();
  protected readonly rules = ['secret', 'own', 'conflict', 'fair'] as const;
  protected readonly form = createForm({
    initial: { name: '', password: '', organisationName: '', words: '', affirms: false },
    constraints: { organisationName: limits.organisationName, words: limits.words },
    check: (value) => ({
      ...(this.isNewcomer()
        ? {
            name: value.name.trim() === '' ? this.t('accounts.joinPanel.needsName') : undefined,
            password:
              value.password === ''
                ? this.t('accounts.joinPanel.needsPassword')
                : passwordMessage(this.t, value.password, {
                    name: value.name,
                    email: this.offer().email,
                    organisationNames: [value.organisationName],
                  }),
          }
        : {}),
      affirms: value.affirms ? undefined : this.t('accounts.joinPanel.needsAffirm'),
    }),
  });

  protected async send(): Promise<void> {
    const answer = await this.form.submit(({ name, password, ...rest }) =>
      this.api.post<SessionDto>('/panel-invitations/accept', {
        ...rest,
        ...(this.isNewcomer() ? { name, password } : {}),
        token: this.token(),
      }),
    );
    if (answer !== undefined) this.joined.emit(answer);
  }
}
