import { Directive, inject, input, output } from '@angular/core';
import { type AppointmentPageDto } from '@htsm/contracts';
import { ApiClient, type FormState, injectText } from '@htsm/web/core';

/** What every form for a step with an appointment has: whom it is about, and what is told when it was sent. */
@Directive()
export abstract class AppointmentForm {
  private readonly api = inject(ApiClient);

  readonly page = input.required<AppointmentPageDto>();
  /** The page after the step. */
  readonly done = output<AppointmentPageDto>();
  /** The server refused: what is on the screen may be old. */
  readonly refused = output();

  protected readonly t = injectText();

  /** Sends the step, by the version on the screen; a refusal stands in the form. */
  protected async take<T extends object>(
    form: FormState<T>,
    step: string,
    bodyOf: (value: T, version: number) => object,
  ): Promise<void> {
    const { suggestionId, appointment } = this.page();
    const version = appointment?.version ?? 0;
    const page = await form.submit((value) =>
      this.api.post<AppointmentPageDto>(`/introductions/${suggestionId}/appointment/${step}`, bodyOf(value, version)),
    );
    if (page !== undefined) this.done.emit(page);
    else if (form.problem() !== null) this.refused.emit();
  }
}

/** One that is opened by a button, and can be put away. */
@Directive()
export abstract class OpenedAppointmentForm extends AppointmentForm {
  /** Of its heading. */
  readonly level = input.required<number>();
  readonly cancelled = output();
}
