import { Component, type OnInit } from '@angular/core';
import { APPOINTMENT_LIMITS } from '@htsm/domain';
import { createForm } from '@htsm/web/core';
import { TextArea } from '@htsm/web/ui';
import { OpenedAppointmentForm } from './appointment-form';
import { SlotFields } from './slot-fields';
import { EMPTY_SLOT, type SlotForm, slotFaults } from './slot-form';
import { StepForm } from './step-form';

/** Another time and place for an appointment that was fixed. */
@Component({
  selector: 'htsm-move-appointment',
  imports: [SlotFields, StepForm, TextArea],
  template: `
    <htsm-step-form
      [form]="form"
      [heading]="t('matching.appointment.move.head')"
      [level]="level()"
      [go]="t('matching.appointment.move.go')"
      (taken)="send()"
      (cancelled)="cancelled.emit()"
    >
      <p class="soft">{{ t('matching.appointment.move.text') }}</p>
      <htsm-slot-fields [form]="form" [now]="page().now" />
      <htsm-text-area
        [htsmField]="form.field('message')"
        [label]="t('matching.appointment.message')"
        isOptional
        [rows]="3"
      />
    </htsm-step-form>
  `,
})
export class MoveAppointment extends OpenedAppointmentForm implements OnInit {
  protected readonly form = createForm<SlotForm & { readonly message: string }>({
    initial: { ...EMPTY_SLOT, message: '' },
    constraints: { message: { maxLength: APPOINTMENT_LIMITS.words } },
    check: (slot) => slotFaults(slot, '', { t: this.t, now: Date.parse(this.page().now) }),
  });

  /** It starts with the time and place of now. */
  ngOnInit(): void {
    const meeting = this.page().appointment?.meeting ?? EMPTY_SLOT;
    this.form.reset({ startsAt: meeting.startsAt, minutes: meeting.minutes, place: meeting.place, message: '' });
  }

  protected send(): Promise<void> {
    return this.take(this.form, 'move', ({ message, ...slot }, version) => ({ ...slot, words: message, version }));
  }
}
