import { Component, input } from '@angular/core';
import { ChoiceControl } from './choice-control';
import { FieldFrame } from './field-frame';
import { type Option } from './options';

/** Any number of choices. The value keeps the order of the options. */
@Component({
  selector: 'htsm-checkbox-group',
  imports: [FieldFrame],
  template: `
    <htsm-field-frame [of]="this" [isGroup]="true">
      <div [class.columns]="hasColumns()">
        @for (option of options(); track option.value) {
          <label class="check">
            <input
              #box
              type="checkbox"
              [attr.name]="fieldId()"
              [value]="option.value"
              [checked]="current().includes(option.value)"
              (change)="toggle(option.value, box.checked)"
              (blur)="leave()"
            />
            <span>{{ option.label }}</span>
            @if (option.count !== undefined) {
              <span class="count">{{ option.count }}</span>
            }
          </label>
        }
      </div>
    </htsm-field-frame>
  `,
  styles: `
    :host {
      display: block;
    }
    div {
      display: grid;
      gap: var(--space-1) var(--space-5);
    }
    .columns {
      grid-template-columns: repeat(auto-fill, minmax(min(16rem, 100%), 1fr));
    }
  `,
})
export class CheckboxGroup extends ChoiceControl {
  readonly options = input.required<readonly Option[]>();
  /** Whether a long list may stand in columns. */
  readonly hasColumns = input(false);

  protected override shown(): string[] {
    return this.options().map(({ value }) => value);
  }
}
