import { Component, input, model } from '@angular/core';

/** A day without a time; null when none is chosen. */
@Component({
  selector: 'htsm-date-field',
  template: `
    <div class="field">
      <label [for]="id()">{{ label() }}</label>
      @if (hint()) {
        <p class="hint" [id]="id() + '-hint'">{{ hint() }}</p>
      }
      <input
        #box
        class="input num"
        type="date"
        [id]="id()"
        [attr.aria-describedby]="hint() ? id() + '-hint' : null"
        [value]="value() ?? ''"
        (input)="value.set(box.value === '' ? null : box.value)"
      />
    </div>
  `,
  styles: `
    :host {
      display: block;
    }
    .input {
      max-width: 14rem;
    }
  `,
})
export class DateField {
  /** Id of the input, unique on the page. */
  readonly id = input.required<string>();
  readonly label = input.required<string>();
  readonly hint = input('');
  /** `2026-11-22`, or null. */
  readonly value = model<string | null>(null);
}
