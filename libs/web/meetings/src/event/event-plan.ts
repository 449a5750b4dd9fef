import { Component, effect, inject, input, output, untracked } from '@angular/core';
import { type MeetingEventPageDto } from '@htsm/contracts';
import { ApiClient, createForm, injectText } from '@htsm/web/core';
import { Button, ErrorSummary, Toasts } from '@htsm/web/ui';
import { EventFields } from '../shared/event-fields';
import { emptyEvent, type EventForm, eventLimits, toForm, toPlan } from '../shared/event-form';

/** Changes what an event is: its name, place, times and tables. */
@Component({
  selector: 'htsm-event-plan',
  imports: [Button, ErrorSummary, EventFields],
  template: `
    <details class="panel">
      <summary>
        <h2>{{ t('meetings.plan.head') }}</h2>
      </summary>
      <form class="stack" (submit)="$event.preventDefault(); save()" novalidate>
        <htsm-error-summary [form]="form" />
        <htsm-event-fields [form]="form" />
        <p class="row">
          <button htsm-button kind="primary" type="submit" [busy]="form.isBusy()" [busyText]="t('meetings.busy')">
            {{ t('meetings.plan.save') }}
          </button>
        </p>
      </form>
    </details>
  `,
  styleUrl: './section.css',
})
export class EventPlan {
  private readonly api = inject(ApiClient);
  private readonly toasts = inject(Toasts);

  readonly event = input.required<MeetingEventPageDto>();
  readonly changed = output<MeetingEventPageDto>();

  protected readonly t = injectText();
  protected readonly form = createForm<EventForm>({ initial: emptyEvent, constraints: eventLimits });

  constructor() {
    effect(() => {
      const event = this.event();
      // what is being typed stays when something else of the event changes
      if (!untracked(this.form.isDirty) || untracked(this.form.value) === emptyEvent) this.start(event);
    });
  }

  protected async save(): Promise<void> {
    const { id, version } = this.event();
    const saved = await this.form.submit((form) =>
      this.api.patch<MeetingEventPageDto>(`/taskforce/meeting-events/${id}`, { ...toPlan(form), version }),
    );
    if (saved === undefined) return;
    this.start(saved);
    this.toasts.show(this.t('meetings.saved'));
    this.changed.emit(saved);
  }

  private start(event: MeetingEventPageDto): void {
    untracked(() => this.form.reset(toForm(event)));
  }
}
