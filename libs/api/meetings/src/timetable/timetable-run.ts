import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { pairKey, pinClash } from '@htsm/domain/meetings';
import { Database, EventLog, SessionLock, type Tx } from '@htsm/api/core';
import type { WholeEvent } from '../events/event-rows';
import { MeetingEventsRepository } from '../events/meeting-events.repository';
import { MILLION, problemOf, recommendedPairs } from './event-problem';
import { TimetableRuns, type OpenRun } from './timetable-runs.repository';
import { TimetableThread } from './timetable-thread';

/** The gap that is good enough, and how long it may take to get there, in seconds. */
const GAP = 0.001;
const SECONDS = 12;
/** The advisory lock of the process that makes timetables. */
const LOCK = [4_875_632, -2] as const;

/**
 * Makes the timetables that were asked for, one after another. Of several workers one does it: it holds a lock of the
 * database, so a run that is marked as begun and is not its own was left behind by another, and is begun again.
 */
@Injectable()
export class TimetableRun {
  private readonly lock: SessionLock;

  constructor(
    private readonly database: Database,
    private readonly events: MeetingEventsRepository,
    private readonly runs: TimetableRuns,
    private readonly thread: TimetableThread,
    private readonly log: EventLog,
    source: DataSource,
  ) {
    this.lock = new SessionLock(source, LOCK);
  }

  /** Makes the next one; gives whether there was one. Does nothing where another worker does it. */
  async follow(): Promise<boolean> {
    if ((await this.lock.hold()) === 'elsewhere') return false;
    const begun = await this.database.asSystem((tx) => this.begin(tx));
    if (begun === null) return false;
    await this.make(begun.run, begun.whole, begun.pairs);
    return true;
  }

  /** Lets another worker take over. */
  async stop(): Promise<void> {
    await this.thread.stop();
    await this.lock.release();
  }

  private async begin(tx: Tx) {
    const run = await this.runs.begin(tx);
    if (run === null) return null;
    return { run, whole: await this.whole(tx, run.eventId), pairs: await recommendedPairs(tx, run.eventId) };
  }

  private async make(run: OpenRun, whole: WholeEvent, pairs: Awaited<ReturnType<typeof recommendedPairs>>) {
    const problem = problemOf(whole, pairs, run.basis);
    if (pinClash(problem) !== null) return this.database.asSystem((tx) => this.runs.fail(tx, run.id));
    let noted = Promise.resolve();
    const onProgress = (gap: number): void => {
      noted = noted.then(() => this.database.asSystem((tx) => this.runs.note(tx, run.id, gap)));
    };
    const made = await this.thread.solve({ problem, gap: GAP, seconds: SECONDS, onProgress });
    await noted;
    const scores = new Map(problem.pairs.map((pair) => [pairKey(pair), Math.round(pair.score * MILLION)]));
    await this.database.asSystem(async (tx) => {
      const now = await this.events.find(tx, run.eventId, 'locked');
      // what changed meanwhile may stand in the way of what was made: the run stays open and is made again
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

  private async whole(tx: Tx, eventId: string): Promise<WholeEvent> {
    const event = await this.events.find(tx, eventId);
    if (event === null) throw new Error('A run without its event');
    return {
      event,
      parties: await this.events.parties(tx, eventId),
      wishes: await this.events.wishes(tx, eventId),
      planned: await this.events.planned(tx, eventId),
    };
  }
}
