import { Component, model } from '@angular/core';
import { FieldControl, FieldFrame } from '@htsm/web/ui';

/** A day without a time, such as `2026-11-22`; an empty text when there is none. */
@Component({
  selector: 'htsm-date-field',
  imports: [FieldFrame],
  template: `
    <htsm-field-frame [of]="this">
      <input
        #box
        class="input num"
        type="date"
        [id]="fieldId()"
        [attr.name]="htsmField()?.path ?? name()"
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
export class DateField extends FieldControl<string> {
  override readonly value = model('');

  protected override read(value: unknown): string {
    return typeof value === 'string' ? value : '';
  }
}
