import { Component, inject, input, output } from '@angular/core';
import { constraints, type InvitationOfferDto, type SessionDto } from '@htsm/contracts';
import { ApiClient, createForm, injectText } from '@htsm/web/core';
import { Button, ErrorSummary } from '@htsm/web/ui';
import { NewAccount } from '../invited/new-account';
import { passwordMessage } from '../password/password-message';

const limits = constraints['AcceptInvitationDto'];

/** A name and a password for somebody who was invited and has no account. */
@Component({
  selector: 'htsm-newcomer-form',
  imports: [Button, ErrorSummary, NewAccount],
  template: `
    <form class="form" (submit)="$event.preventDefault(); send()" novalidate>
      <htsm-error-summary [form]="form" />
      <htsm-new-account [email]="invitation().email" [name]="form.field('name')" [password]="form.field('password')" />
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
