import { Component, input, model } from '@angular/core';
import { asText, FieldControl } from './field-control';
import { FieldFrame } from './field-frame';

/** One line of text; or a day (`2026-11-22`) or a time on the clock (`14:30`), in the way of the reader's browser. */
@Component({
  selector: 'htsm-text-field',
  imports: [FieldFrame],
  template: `
    <htsm-field-frame [of]="this">
      <input
        #input
        class="input"
        [id]="fieldId()"
        [type]="type()"
        [attr.name]="htsmField()?.path ?? name()"
        [attr.autocomplete]="autocomplete() || null"
        [attr.inputmode]="inputMode() || null"
        [attr.required]="htsmField()?.isRequired ? '' : null"
        [attr.aria-describedby]="describedBy()"
        [attr.aria-invalid]="isInvalid()"
        [value]="current()"
        (input)="change(input.value)"
        (blur)="leave()"
      />
    </htsm-field-frame>
  `,
  styles: `
    :host {
      display: block;
    }
    [type='date'],
    [type='time'] {
      max-width: 13rem;
      font-variant-numeric: tabular-nums;
    }
  `,
})
export class TextField extends FieldControl<string> {
  readonly type = input<'text' | 'email' | 'password' | 'tel' | 'url' | 'search' | 'date' | 'time'>('text');
  readonly autocomplete = input('');
  readonly inputMode = input('');
  override readonly value = model('');

  protected override read(value: unknown): string {
    return asText(value);
  }
}
