import { Component, input, model } from '@angular/core';
import { FieldControl, FieldFrame } from '@htsm/web/ui';

/** A day (`2026-11-22`) or a time on the clock (`14:30`), in the way of the reader's browser. */
@Component({
  selector: 'htsm-plain-field',
  imports: [FieldFrame],
  template: `
    <htsm-field-frame [of]="this">
      <input
        #box
        class="input num"
        [type]="type()"
        [id]="fieldId()"
        [attr.name]="htsmField()?.path ?? name()"
        [attr.required]="htsmField()?.isRequired ? '' : null"
        [attr.aria-describedby]="describedBy()"
        [attr.aria-invalid]="isInvalid()"
        [value]="current()"
        (input)="change(box.value)"
        (blur)="leave()"
      />
    </htsm-field-frame>
  `,
  styles: `
    :host {
      display: block;
    }
    .input {
      max-width: 13rem;
    }
  `,
})
export class PlainField extends FieldControl<string> {
  readonly type = input.required<'date' | 'time'>();
  override readonly value = model('');

  protected override read(value: unknown): string {
    return typeof value === 'string' ? value : '';
  }
}
