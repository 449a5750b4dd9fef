import { Component, inject, input, output } from '@angular/core';
import { constraints, type InvitationOfferDto, type SessionDto } from '@htsm/contracts';
import { ApiClient, createForm, injectText } from '@htsm/web/core';
import { Button, ErrorSummary, TextField } from '@htsm/web/ui';
import { PasswordInput } from '../password/password-input';
import { passwordMessage } from '../password/password-message';

const limits = constraints['AcceptInvitationDto'];

/** A name and a password for somebody who was invited and has no account. */
@Component({
  selector: 'htsm-newcomer-form',
  imports: [Button, ErrorSummary, PasswordInput, TextField],
  template: `
    <form class="form" (submit)="$event.preventDefault(); send()" novalidate>
      <htsm-error-summary [form]="form" />
      <!-- the address goes along for the password manager; it cannot be changed -->
      <input
        class="sr"
        type="email"
        autocomplete="username"
        tabindex="-1"
        readonly
        aria-hidden="true"
        [value]="invitation().email"
      />
      <htsm-text-field [htsmField]="form.field('name')" [label]="t('accounts.field.ownName')" autocomplete="name" />
      <htsm-password-input
        [field]="form.field('password')"
        [label]="t('accounts.field.newPassword')"
        [hint]="t('accounts.password.hint')"
        autocomplete="new-password"
      />
      <div class="row">
        <button htsm-button type="submit" kind="primary" [busy]="form.isBusy()" [busyText]="t('accounts.invite.busy')">
          {{ t('accounts.invite.create') }}
        </button>
      </div>
    </form>
  `,
  styleUrl: '../form.css',
})
export class NewcomerForm {
  private readonly api = inject(ApiClient);

  readonly token = input.required<string>();
  readonly invitation = input.required<InvitationOfferDto>();
  /** The account exists and the reader is signed in. */
  readonly joined = output<SessionDto>();

  protected readonly t = injectText();
  protected readonly form = createForm({
    initial: { name: '', password: '' },
    constraints: {
      name: { ...limits.name, required: true },
      password: { ...limits.password, required: true },
    },
    check: (value) => ({
      password: passwordMessage(this.t, value.password, {
        name: value.name,
        email: this.invitation().email,
        organisationNames: [this.invitation().organisationName],
      }),
    }),
  });

  protected async send(): Promise<void> {
    const answer = await this.form.submit((value) =>
      this.api.post<SessionDto>('/invitations/accept', { ...value, token: this.token() }),
    );
    if (answer !== undefined) this.joined.emit(answer);
  }
}
