import { Component, input, model } from '@angular/core';
import { asText, FieldControl } from './field-control';
import { FieldFrame } from './field-frame';
import { type Option } from './options';

/** One choice from a longer list; up to about seven options a radio group is easier. */
@Component({
  selector: 'htsm-select',
  imports: [FieldFrame],
  template: `
    <htsm-field-frame [of]="this">
      <select
        #select
        class="input"
        [id]="fieldId()"
        [attr.name]="htsmField()?.path ?? name()"
        [attr.required]="htsmField()?.isRequired ? '' : null"
        [attr.aria-describedby]="describedBy()"
        [attr.aria-invalid]="isInvalid()"
        (change)="change(select.value)"
        (blur)="leave()"
      >
        @if (placeholder()) {
          <option value="" [selected]="current() === ''">{{ placeholder() }}</option>
        }
        @for (option of options(); track option.value) {
          <option [value]="option.value" [selected]="option.value === current()">{{ option.label }}</option>
        }
      </select>
    </htsm-field-frame>
  `,
  styles: `
    :host {
      display: block;
    }
    select {
      max-width: 30rem;
    }
  `,
})
export class SelectField extends FieldControl<string> {
  readonly options = input.required<readonly Option[]>();
  /** Text of the empty choice; without it there is none. */
  readonly placeholder = input('');
  override readonly value = model('');

  protected override read(value: unknown): string {
    return asText(value);
  }
}
