import { Component, inject, input, output } from '@angular/core';
import { type AppointmentPageDto } from '@htsm/contracts';
import { APPOINTMENT_LIMITS } from '@htsm/domain';
import { ApiClient, createForm, injectText } from '@htsm/web/core';
import { TextArea } from '@htsm/web/ui';
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
export class AppointmentWords {
  private readonly api = inject(ApiClient);

  readonly page = input.required<AppointmentPageDto>();
  readonly step = input.required<'refuse' | 'cancel'>();
  readonly level = input.required<number>();
  /** The page after the step. */
  readonly done = output<AppointmentPageDto>();
  readonly cancelled = output();
  /** The server refused: what is on the screen may be old. */
  readonly refused = output();

  protected readonly t = injectText();
  protected readonly form = createForm<{ readonly message: string }>({
    initial: { message: '' },
    constraints: { message: { required: true, maxLength: APPOINTMENT_LIMITS.words } },
  });

  protected async send(): Promise<void> {
    const { suggestionId, appointment } = this.page();
    const page = await this.form.submit(({ message }) =>
      this.api.post<AppointmentPageDto>(`/introductions/${suggestionId}/appointment/${PATHS[this.step()]}`, {
        words: message,
        version: appointment?.version ?? 0,
      }),
    );
    if (page !== undefined) this.done.emit(page);
    else if (this.form.problem() !== null) this.refused.emit();
  }
}
