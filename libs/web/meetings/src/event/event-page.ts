import { Component, computed, DestroyRef, effect, inject, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import { type MeetingEventPageDto } from '@htsm/contracts';
import { describePage, injectFormats, injectText, Language, NotFound, readScreen } from '@htsm/web/core';
import { PageHead, Pill, ReadFailure, Skeleton } from '@htsm/web/ui';
import { toneOf } from '../shared/event-tone';
import { ChooseParties } from './choose-parties';
import { EventPlan } from './event-plan';
import { EventSteps } from './event-steps';
import { EventWishes } from './event-wishes';
import { PartyList } from './party-list';
import { TimetableView } from './timetable-view';

/** How often the page looks how far a timetable is, in milliseconds. */
const LOOK_MS = 1_000;

/** One matchmaking event: what it is, who comes, what is wanted of pairs, and the timetable. */
@Component({
  selector: 'htsm-event-page',
  imports: [
    ChooseParties,
    EventPlan,
    EventSteps,
    EventWishes,
    NotFound,
    PageHead,
    PartyList,
    Pill,
    ReadFailure,
    RouterLink,
    Skeleton,
    TimetableView,
  ],
  templateUrl: './event-page.html',
  styleUrl: './event-page.css',
})
export class EventPage {
  readonly id = input.required<string>();

  private readonly language = inject(Language);
  protected readonly t = injectText();
  protected readonly formats = injectFormats();
  protected readonly toneOf = toneOf;
  protected readonly event = readScreen<MeetingEventPageDto>(() => `/taskforce/meeting-events/${this.id()}`);
  protected readonly title = computed(() => {
    const event = this.event.value();
    return (this.language.current() === 'nl' ? event?.titleNl : event?.titleEn) ?? '';
  });
  private readonly isWaiting = computed(() => ['asked', 'running'].includes(this.event.value()?.run?.state ?? ''));

  constructor() {
    describePage(() => ({ title: this.title() === '' ? this.t('meetings.list.title') : this.title() }));
    const destroyed = inject(DestroyRef);
    effect((onCleanup) => {
      if (!this.isWaiting() || typeof window === 'undefined') return;
      const timer = setInterval(() => this.event.reload(), LOOK_MS);
      onCleanup(() => clearInterval(timer));
      destroyed.onDestroy(() => clearInterval(timer));
    });
  }
}
