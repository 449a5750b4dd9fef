import { Component, input, signal } from '@angular/core';
import { injectText } from '@htsm/web/core';
import { type Field, TextField } from '@htsm/web/ui';

/** A password, or another secret, hidden until the reader asks to see it. Pasting and password managers work. */
@Component({
  selector: 'htsm-password-input',
  imports: [TextField],
  template: `
    <htsm-text-field
      [htsmField]="field()"
      [label]="label()"
      [hint]="hint()"
      [type]="isShown() ? 'text' : 'password'"
      [autocomplete]="autocomplete()"
    />
    <label class="check">
      <input #box type="checkbox" [checked]="isShown()" (change)="isShown.set(box.checked)" />
      <span>{{ showText() || t('accounts.password.show') }}</span>
    </label>
  `,
  styles: `
    :host {
      display: grid;
      gap: var(--space-1);
    }
  `,
})
export class PasswordInput {
  readonly field = input.required<Field>();
  readonly label = input.required<string>();
  readonly hint = input('');
  /** What to tick to see it; empty for a password. */
  readonly showText = input('');
  readonly autocomplete = input.required<'current-password' | 'new-password'>();

  protected readonly t = injectText();
  protected readonly isShown = signal(false);
}
