import { Component, inject, input, type OnInit, output } from '@angular/core';
import { type AppointmentPageDto } from '@htsm/contracts';
import { APPOINTMENT_LIMITS } from '@htsm/domain';
import { ApiClient, createForm, injectText } from '@htsm/web/core';
import { TextArea } from '@htsm/web/ui';
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
export class MoveAppointment implements OnInit {
  private readonly api = inject(ApiClient);

  readonly page = input.required<AppointmentPageDto>();
  readonly level = input.required<number>();
  /** The page after the step. */
  readonly done = output<AppointmentPageDto>();
  readonly cancelled = output();
  /** The server refused: what is on the screen may be old. */
  readonly refused = output();

  protected readonly t = injectText();
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

  protected async send(): Promise<void> {
    const { suggestionId, appointment } = this.page();
    const page = await this.form.submit(({ message, ...slot }) =>
      this.api.post<AppointmentPageDto>(`/introductions/${suggestionId}/appointment/move`, {
        ...slot,
        words: message,
        version: appointment?.version ?? 0,
      }),
    );
    if (page !== undefined) this.done.emit(page);
    else if (this.form.problem() !== null) this.refused.emit();
  }
}
