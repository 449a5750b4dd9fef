import { Component, computed, input } from '@angular/core';
import { instantsOf } from '@htsm/domain';
import { type FormState, injectText } from '@htsm/web/core';
import { NumberField, SelectField, TextField } from '@htsm/web/ui';
import type { EventForm } from './event-form';

/** The fields of an event. */
@Component({
  selector: 'htsm-event-fields',
  imports: [NumberField, SelectField, TextField],
  template: `
    <htsm-text-field [htsmField]="form().field('titleNl')" [label]="t('meetings.form.titleNl')" />
    <htsm-text-field [htsmField]="form().field('titleEn')" [label]="t('meetings.form.titleEn')" />
    <htsm-text-field [htsmField]="form().field('place')" [label]="t('meetings.form.place')" />
    <div class="pair">
      <htsm-text-field type="date" [htsmField]="form().field('date')" [label]="t('meetings.form.date')" />
      <htsm-text-field
        type="time"
        [htsmField]="form().field('time')"
        [label]="t('meetings.form.time')"
        [hint]="t('meetings.form.timeHint')"
      />
    </div>
    @if (asksOccurrence()) {
      <htsm-select
        [htsmField]="form().field('occurrence')"
        [label]="t('meetings.form.occurrence')"
        [options]="occurrences()"
        [placeholder]="t('meetings.form.choose')"
      />
    }
    <div class="pair">
      <htsm-number-field [htsmField]="form().field('slots')" [label]="t('meetings.form.slots')" />
      <htsm-number-field
        [htsmField]="form().field('slotMinutes')"
        [label]="t('meetings.form.slotMinutes')"
        [unit]="t('meetings.form.minutes')"
      />
      <htsm-number-field
        [htsmField]="form().field('pauseMinutes')"
        [label]="t('meetings.form.pauseMinutes')"
        [unit]="t('meetings.form.minutes')"
      />
      <htsm-number-field
        [htsmField]="form().field('tables')"
        [label]="t('meetings.form.tables')"
        [hint]="t('meetings.form.tablesHint')"
      />
    </div>
    <htsm-number-field
      [htsmField]="form().field('scoreBarPercent')"
      [label]="t('meetings.form.scoreBar')"
      [hint]="t('meetings.form.scoreBarHint')"
      unit="%"
    />
  `,
  styles: `
    :host {
      display: grid;
      gap: var(--space-5);
    }
    .pair {
      display: grid;
      grid-template-columns: repeat(auto-fit, minmax(min(12rem, 100%), 1fr));
      gap: var(--space-5);
    }
  `,
})
export class EventFields {
  readonly form = input.required<FormState<EventForm>>();

  protected readonly t = injectText();
  /** One night a year the clock shows an hour twice. */
  protected readonly asksOccurrence = computed(() => {
    const { date, time } = this.form().value();
    return instantsOf(date, time).length === 2;
  });
  protected readonly occurrences = computed(() =>
    ['first', 'second'].map((value) => ({ value, label: this.t('meetings.form.' + value) })),
  );
}
