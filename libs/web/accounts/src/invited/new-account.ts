import { Component, input } from '@angular/core';
import { injectText } from '@htsm/web/core';
import { type Field, TextField } from '@htsm/web/ui';
import { PasswordInput } from '../password/password-input';

/** Name and password of somebody who was invited and has no account; part of a form. */
@Component({
  selector: 'htsm-new-account',
  imports: [PasswordInput, TextField],
  template: `
    <!-- the address goes along for the password manager; it cannot be changed -->
    <input
      class="sr"
      type="email"
      autocomplete="username"
      tabindex="-1"
      readonly
      aria-hidden="true"
      [value]="email()"
    />
    <htsm-text-field [htsmField]="name()" [label]="t('accounts.field.ownName')" autocomplete="name" />
    <htsm-password-input
      [field]="password()"
      [label]="t('accounts.field.newPassword')"
      [hint]="t('accounts.password.hint')"
      autocomplete="new-password"
    />
  `,
  styles: `
    :host {
      display: contents;
    }
  `,
})
export class NewAccount {
  /** Address that was invited. */
  readonly email = input.required<string>();
  readonly name = input.required<Field>();
  readonly password = input.required<Field>();

  protected readonly t = injectText();
}
