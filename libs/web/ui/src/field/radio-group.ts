import { Component, input, model } from '@angular/core';
import { asText, FieldControl } from './field-control';
import { FieldFrame } from './field-frame';
import { type Option } from './options';

/** One choice from a few. */
@Component({
  selector: 'htsm-radio-group',
  imports: [FieldFrame],
  template: `
    <htsm-field-frame [of]="this" [isGroup]="true">
      @for (option of options(); track option.value) {
        <label class="check">
          <input
            type="radio"
            [name]="fieldId()"
            [value]="option.value"
            [checked]="option.value === current()"
            [attr.aria-describedby]="option.hint ? fieldId() + '-' + option.value + '-hint' : null"
            (change)="change(option.value)"
            (blur)="leave()"
          />
          <span
            >{{ option.label }}
            @if (option.hint) {
              <span class="hint" [id]="fieldId() + '-' + option.value + '-hint'">{{ option.hint }}</span>
            }
          </span>
        </label>
      }
    </htsm-field-frame>
  `,
  styles: `
    :host {
      display: block;
    }
    .check {
      align-items: start;
      padding-block: var(--space-2);
    }
    .check input {
      margin-block-start: 0.125rem;
    }
    .hint {
      display: block;
    }
  `,
})
export class RadioGroup extends FieldControl<string> {
  readonly options = input.required<readonly Option[]>();
  override readonly value = model('');

  protected override read(value: unknown): string {
    return asText(value);
  }
}
