import { Component, inject, input } from '@angular/core';
import { injectText, ServerClock } from '@htsm/web/core';
import { DateTimeField, NumberField, TextField } from '@htsm/web/ui';
import { type EditorSession } from './editor-session';

/** The moments, who decides, whom to ask, and how much time a proposal takes. */
@Component({
  selector: 'htsm-planning-part',
  imports: [DateTimeField, NumberField, TextField],
  template: `
    @let form = session().form;
    <form class="fields" (submit)="$event.preventDefault()">
      <htsm-date-time
        [htsmField]="form.field('opensAt')"
        [label]="t('challenges.field.opensAt')"
        [hint]="t('challenges.hint.opensAt')"
        [min]="today"
        isOptional
      />
      <htsm-date-time
        [htsmField]="form.field('closesAt')"
        [label]="t('challenges.field.closesAt')"
        [hint]="t('challenges.hint.closesAt')"
        [min]="today"
      />
      <htsm-date-time
        [htsmField]="form.field('decisionDueAt')"
        [label]="t('challenges.field.decisionDueAt')"
        [hint]="t('challenges.hint.decisionDueAt')"
        [min]="today"
        isOptional
      />
      <htsm-number-field
        [htsmField]="form.field('hoursAsked')"
        [label]="t('challenges.field.hoursAsked')"
        [hint]="t('challenges.hint.hoursAsked')"
        [unit]="t('challenges.editor.hours')"
      />
      <htsm-text-field
        [htsmField]="form.field('decider')"
        [label]="t('challenges.field.decider')"
        [hint]="t('challenges.hint.decider')"
        [sees]="t('challenges.sees.everyone')"
      />
      <htsm-text-field
        [htsmField]="form.field('contactName')"
        [label]="t('challenges.field.contactName')"
        [sees]="t('challenges.sees.everyone')"
        autocomplete="name"
      />
      <htsm-text-field
        [htsmField]="form.field('contactEmail')"
        [label]="t('challenges.field.contactEmail')"
        [sees]="t('challenges.sees.signedIn')"
        isNarrow
        type="email"
        autocomplete="email"
      />
    </form>
  `,
  styleUrl: './part.css',
})
export class PlanningPart {
  readonly session = input.required<EditorSession>();

  protected readonly t = injectText();
  protected readonly today = new Date(inject(ServerClock).minute()).toISOString();
}
