import { Injectable } from '@nestjs/common';
import type { Timetable } from '@htsm/domain/meetings';
import { Database, EventLog } from '@htsm/api/core';
import type { WholeEvent } from '../events/event-rows';
import { MeetingEventsRepository } from '../events/meeting-events.repository';
import { recommendedPairs, type EventPair } from './event-problem';
import { TimetableRuns, type OpenRun } from './timetable-runs.repository';

/** A timetable to be made, with all that it depends on. */
export interface TimetableJob {
  readonly run: OpenRun;
  readonly whole: WholeEvent;
  readonly pairs: readonly EventPair[];
}

/** Fetches timetables to be made and keeps what came of them, for the worker. */
@Injectable()
export class TimetableJobs {
  constructor(
    private readonly database: Database,
    private readonly events: MeetingEventsRepository,
    private readonly runs: TimetableRuns,
    private readonly log: EventLog,
  ) {}

  /** Gives the next one, marked as begun, or null. */
  begin(): Promise<TimetableJob | null> {
    return this.database.asSystem(async (tx) => {
      const run = await this.runs.begin(tx);
      if (run === null) return null;
      const whole = await this.events.whole(tx, run.eventId);
      if (whole === null) throw new Error('A run without its event');
      return { run, whole, pairs: await recommendedPairs(tx, run.eventId) };
    });
  }

  note({ run }: TimetableJob, gap: number): Promise<void> {
    return this.database.asSystem((tx) => this.runs.note(tx, run.id, gap));
  }

  fail({ run }: TimetableJob): Promise<void> {
    return this.database.asSystem((tx) => this.runs.fail(tx, run.id));
  }

  /** What changed meanwhile may stand in the way of what was made: the run then stays open, and is made again. */
  keep({ run, whole }: TimetableJob, made: Timetable, scores: ReadonlyMap<string, number>): Promise<void> {
    return this.database.asSystem(async (tx) => {
      const now = await this.events.find(tx, run.eventId, 'locked');
      if (now === null || now.version !== whole.event.version) return;
      await this.runs.keep(tx, run, made, { tables: whole.event.tables, scores, before: whole.planned });
      await this.log.append(tx, {
        type: 'meeting_event.timetable_made',
        subjectType: 'meeting_event',
        subjectId: run.eventId,
        actorId: null,
        payload: { meetings: made.meetings.length, missing: made.missing, moved: made.moved },
      });
    });
  }
}
