import { Component, computed, inject, input, output, signal, viewChild } from '@angular/core';
import { type MeetingEventPageDto } from '@htsm/contracts';
import { ApiClient, createAction, injectText } from '@htsm/web/core';
import { Button, Confirm, Message, ReadFailure, TextArea, Toasts } from '@htsm/web/ui';

/** The steps of an event: make the timetable, tell everybody, call it off; and how the last timetable came out. */
@Component({
  selector: 'htsm-event-steps',
  imports: [Button, Confirm, Message, ReadFailure, TextArea],
  templateUrl: './event-steps.html',
  styleUrl: './section.css',
})
export class EventSteps {
  private readonly api = inject(ApiClient);
  private readonly toasts = inject(Toasts);
  private readonly publishing = viewChild.required<Confirm>('publishing');

  readonly event = input.required<MeetingEventPageDto>();
  readonly changed = output<MeetingEventPageDto>();
  /** Somebody else was first; read again. */
  readonly stale = output();

  protected readonly t = injectText();
  protected readonly acting = createAction();
  protected readonly isCalling = signal(false);
  protected readonly reason = signal('');
  protected readonly isUnderWay = computed(() => ['asked', 'running'].includes(this.event().run?.state ?? ''));
  protected readonly hasParties = computed(() => {
    const there = this.event().parties.filter(({ isOut }) => !isOut);
    return there.some(({ kind }) => kind === 'challenge') && there.some(({ kind }) => kind === 'sme');
  });
  protected readonly untold = computed(() => {
    const { added, moved, dropped } = this.event().untold;
    return added + moved + dropped;
  });
  protected readonly without = computed(() => {
    const met = new Set(this.event().meetings.flatMap((one) => [one.challengePartyId, one.smePartyId]));
    return this.event()
      .parties.filter(({ id, isOut }) => !isOut && !met.has(id))
      .map(({ challengeTitle, organisationName }) => challengeTitle || organisationName)
      .join(', ');
  });

  protected percent(part: number): string {
    return (part * 100).toLocaleString('nl-NL', { maximumFractionDigits: 2 });
  }

  protected make(basis: 'fresh' | 'present'): Promise<void> {
    return this.act('timetable', { basis });
  }

  protected async publish(): Promise<void> {
    if (!(await this.publishing().ask())) return;
    await this.act('publication', {});
    if (this.acting.problem() === null) this.toasts.show(this.t('meetings.steps.published'));
  }

  protected async callOff(): Promise<void> {
    await this.act('cancellation', { reason: this.reason() });
  }

  private async act(step: string, body: object): Promise<void> {
    const { id, version } = this.event();
    await this.acting.run(async () => {
      const path = `/taskforce/meeting-events/${id}/${step}`;
      this.changed.emit(await this.api.post<MeetingEventPageDto>(path, { version, ...body }));
    });
    if (this.acting.problem()?.code === 'version_conflict') this.stale.emit();
  }
}
