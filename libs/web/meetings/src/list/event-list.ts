import { Component, inject, signal } from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import { type MeetingEventPageDto, type MeetingEventsDto } from '@htsm/contracts';
import { ApiClient, createForm, describePage, injectFormats, injectText, readScreen } from '@htsm/web/core';
import { Button, Empty, ErrorSummary, PageHead, Pill, ReadFailure, Skeleton } from '@htsm/web/ui';
import { EventFields } from '../shared/event-fields';
import { emptyEvent, type EventForm, eventLimits, toPlan } from '../shared/event-form';
import { toneOf } from '../shared/event-tone';

/** All matchmaking events, and the form for a new one. */
@Component({
  selector: 'htsm-event-list',
  imports: [Button, Empty, ErrorSummary, EventFields, PageHead, Pill, ReadFailure, RouterLink, Skeleton],
  templateUrl: './event-list.html',
  styleUrl: './event-list.css',
})
export class EventList {
  private readonly api = inject(ApiClient);
  private readonly router = inject(Router);

  protected readonly t = injectText();
  protected readonly formats = injectFormats();
  protected readonly toneOf = toneOf;
  protected readonly list = readScreen<MeetingEventsDto>(() => '/taskforce/meeting-events');
  protected readonly isAdding = signal(false);
  protected readonly form = createForm<EventForm>({ initial: emptyEvent, constraints: eventLimits });

  constructor() {
    describePage(() => ({ title: this.t('meetings.list.title') }));
  }

  protected async create(): Promise<void> {
    const event = await this.form.submit((form) =>
      this.api.post<MeetingEventPageDto>('/taskforce/meeting-events', toPlan(form)),
    );
    if (event !== undefined) await this.router.navigate(['/taskforce/meetings', event.id]);
  }
}
