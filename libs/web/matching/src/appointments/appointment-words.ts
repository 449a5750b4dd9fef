import { Component, input } from '@angular/core';
import { APPOINTMENT_LIMITS } from '@htsm/domain';
import { createForm } from '@htsm/web/core';
import { TextArea } from '@htsm/web/ui';
import { OpenedAppointmentForm } from './appointment-form';
import { StepForm } from './step-form';

const PATHS = { refuse: 'refusal', cancel: 'cancellation' } as const;

/** A step that asks for words: none of the slots suits, or the meeting is off. */
@Component({
  selector: 'htsm-appointment-words',
  imports: [StepForm, TextArea],
  template: `
    <htsm-step-form
      [form]="form"
      [heading]="t('matching.appointment.' + step() + '.head')"
      [level]="level()"
      [go]="t('matching.appointment.' + step() + '.go')"
      [kind]="step() === 'cancel' ? 'risk' : 'primary'"
      (taken)="send()"
      (cancelled)="cancelled.emit()"
    >
      <htsm-text-area
        [htsmField]="form.field('message')"
        [label]="t('matching.appointment.' + step() + '.label')"
        [hint]="t('matching.appointment.' + step() + '.hint')"
        [rows]="3"
      />
    </htsm-step-form>
  `,
})
export class AppointmentWords extends OpenedAppointmentForm {
  readonly step = input.required<'refuse' | 'cancel'>();
  protected readonly form = createForm<{ readonly message: string }>({
    initial: { message: '' },
    constraints: { message: { required: true, maxLength: APPOINTMENT_LIMITS.words } },
  });

  protected send(): Promise<void> {
    return this.take(this.form, PATHS[this.step()], ({ message }, version) => ({ words: message, version }));
  }
}
