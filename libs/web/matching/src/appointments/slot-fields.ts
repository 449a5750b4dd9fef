import { Component, input } from '@angular/core';
import { injectText } from '@htsm/web/core';
import { DateTimeField, type Field, NumberField, TextField } from '@htsm/web/ui';

/** Where the fields of a form are found. */
export interface FieldSource {
  field(path: string): Field;
}

/** When, how long and where. */
@Component({
  selector: 'htsm-slot-fields',
  imports: [DateTimeField, NumberField, TextField],
  template: `
    <htsm-date-time
      [htsmField]="form().field(prefix() + 'startsAt')"
      [label]="t('matching.appointment.startsAt')"
      [min]="now()"
    />
    <htsm-number-field
      [htsmField]="form().field(prefix() + 'minutes')"
      [label]="t('matching.appointment.minutes')"
      [unit]="t('matching.appointment.minutesUnit')"
    />
    <htsm-text-field
      class="wide"
      [htsmField]="form().field(prefix() + 'place')"
      [label]="t('matching.appointment.place')"
      [hint]="t('matching.appointment.placeHint')"
    />
  `,
  styles: `
    :host {
      display: grid;
      grid-template-columns: repeat(auto-fit, minmax(min(14rem, 100%), 1fr));
      gap: var(--space-4);
    }
    .wide {
      grid-column: 1 / -1;
    }
  `,
})
export class SlotFields {
  readonly form = input.required<FieldSource>();
  /** Where the slot stands in the form, such as `slots.0.`; may be empty. */
  readonly prefix = input('');
  /** The instant of now; earlier ones are not offered. */
  readonly now = input.required<string>();

  protected readonly t = injectText();
}
