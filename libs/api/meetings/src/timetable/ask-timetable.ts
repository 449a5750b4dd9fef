import { Injectable } from '@nestjs/common';
import type { Locale } from '@htsm/domain';
import type { UserActor } from '@htsm/api/core';
import type { AskTimetableDto, MeetingEventPageDto } from '../dto/meeting-event.dto';
import { MeetingEvents } from '../events/meeting-events.service';
import { NobodyToMeet, TimetableUnderWay } from '../meetings.errors';
import { problemOf } from './event-problem';
import { refusePinClash } from './refuse-pin-clash';
import { TimetableRuns } from './timetable-runs.repository';

/** Asks the worker for a timetable. */
@Injectable()
export class AskTimetable {
  constructor(
    private readonly events: MeetingEvents,
    private readonly runs: TimetableRuns,
  ) {}

  /** Throws NobodyToMeet, PinnedMeetingsClash, and TimetableUnderWay while one is being made. */
  run(actor: UserActor, id: string, input: AskTimetableDto, locale: Locale): Promise<MeetingEventPageDto> {
    const change = { id, version: input.version, locale, type: 'meeting_event.timetable_asked' };
    return this.events.write(actor, change, async (tx) => {
      const whole = await this.events.whole(tx, id);
      const { challenges, smes } = problemOf(whole, [], 'fresh');
      if (challenges.length === 0 || smes.length === 0) throw new NobodyToMeet();
      refusePinClash(whole);
      if (!(await this.runs.ask(tx, id, input.basis, actor.userId))) throw new TimetableUnderWay();
    });
  }
}
