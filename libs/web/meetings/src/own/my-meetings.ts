import { Component, computed } from '@angular/core';
import { RouterLink } from '@angular/router';
import { type MyIntroductionDto, type MyMeetingDto, type MyMeetingsDto } from '@htsm/contracts';
import { localTime } from '@htsm/domain';
import { apiPath, describePage, injectFormats, injectText, readScreen } from '@htsm/web/core';
import { Button, Empty, PageHead, Pill, ReadFailure, Skeleton } from '@htsm/web/ui';

/** The meetings of the reader's own organisations: of introductions, and at events whom, when, at which table. */
@Component({
  selector: 'htsm-my-meetings',
  imports: [Button, Empty, PageHead, Pill, ReadFailure, RouterLink, Skeleton],
  templateUrl: './my-meetings.html',
  styleUrl: './my-meetings.css',
})
export class MyMeetings {
  protected readonly t = injectText();
  protected readonly formats = injectFormats();
  protected readonly page = readScreen<MyMeetingsDto>(() => '/my/meetings');
  protected readonly file = apiPath('/my/meetings/calendar');
  /** Meetings by the day and the event that they are at, those to come first. */
  protected readonly days = computed(() => {
    const items = this.page.value()?.items ?? [];
    return [...byDay(items.filter(({ isPast }) => !isPast)), ...byDay(items.filter(({ isPast }) => isPast)).reverse()];
  });
  /** Those of introductions: what is to come first, then what was, the latest first. */
  protected readonly introductions = computed(() => {
    const items = this.page.value()?.introductions ?? [];
    return [...items.filter(({ isPast }) => !isPast), ...items.filter(({ isPast }) => isPast).reverse()];
  });
  protected readonly hasFuture = computed(() =>
    [...(this.page.value()?.items ?? []), ...this.introductions()].some(
      ({ isPast, state }) => !isPast && state === 'standing',
    ),
  );

  constructor() {
    describePage(() => ({ title: this.t('meetings.own.title') }));
  }

  /** Where the meeting of an introduction can be changed. */
  protected pageOf({ side, suggestionId, challengeId }: MyIntroductionDto): string {
    return side === 'sme' ? `/my/invitations/${suggestionId}` : `/my/challenges/${challengeId}/recommendations`;
  }

  /** The time of Amsterdam, without a word beside it. */
  protected clock(instant: string): string {
    return localTime(new Date(instant)).time;
  }
}

interface Day {
  readonly first: MyMeetingDto;
  readonly meetings: readonly MyMeetingDto[];
}

function byDay(items: readonly MyMeetingDto[]): Day[] {
  const days = new Map<string, MyMeetingDto[]>();
  for (const meeting of items) {
    const key = `${meeting.startsAt.slice(0, 10)} ${meeting.eventTitle}`;
    days.set(key, [...(days.get(key) ?? []), meeting]);
  }
  return [...days.values()].flatMap((meetings) => {
    const [first] = meetings;
    return first === undefined ? [] : [{ first, meetings }];
  });
}
