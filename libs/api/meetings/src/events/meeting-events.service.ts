import { Injectable } from '@nestjs/common';
import { instantsOf, nextState, MEETING_EVENT_TRANSITIONS, type Locale } from '@htsm/domain';
import {
  Database,
  EventLog,
  NotFound,
  StepNotAllowed,
  ValidationFailed,
  VersionConflict,
  type Tx,
  type UserActor,
} from '@htsm/api/core';
import type {
  ChangeMeetingEventDto,
  EventCandidatesDto,
  MeetingEventPageDto,
  MeetingEventPlanDto,
  MeetingEventsDto,
} from '../dto/meeting-event.dto';
import { ProgrammeRepository } from '../programme/programme.repository';
import type { EventRow, WholeEvent } from './event-rows';
import { toEventPage } from './meeting-event.mapper';
import { MeetingEventsRepository, type EventValues } from './meeting-events.repository';

const PERCENT = 10_000;

/** A change of an event, as the log tells it. */
export interface EventChange {
  readonly id: string;
  /** The version that it is based on. */
  readonly version: number;
  readonly locale: Locale;
  /** `meeting_event.changed`. */
  readonly type: string;
  readonly reason?: string;
}

/** Matchmaking events, for the taskforce. */
@Injectable()
export class MeetingEvents {
  constructor(
    private readonly database: Database,
    private readonly events: MeetingEventsRepository,
    private readonly programme: ProgrammeRepository,
    private readonly log: EventLog,
  ) {}

  list(actor: UserActor, locale: Locale): Promise<MeetingEventsDto> {
    return this.database.as(actor, async (tx) => ({ items: await this.events.list(tx, locale) }));
  }

  read(actor: UserActor, id: string, locale: Locale): Promise<MeetingEventPageDto> {
    return this.database.as(actor, (tx) => this.page(tx, id, locale));
  }

  /** Gives who could come; with `q`, whose name has these letters in it. */
  candidates(actor: UserActor, id: string, q: string, locale: Locale): Promise<EventCandidatesDto> {
    return this.database.as(actor, async (tx) => {
      const event = await this.find(tx, id);
      return {
        challenges: await this.events.openChallenges(tx, locale),
        smes: q === '' ? await this.events.fittingSmes(tx, event) : await this.events.smesNamed(tx, event, q),
      };
    });
  }

  /** Throws ValidationFailed for a time that the clock in Amsterdam skips, or shows twice without saying which. */
  create(actor: UserActor, input: MeetingEventPlanDto, locale: Locale): Promise<MeetingEventPageDto> {
    return this.database.as(actor, async (tx) => {
      const id = await this.events.create(tx, valuesOf(input), actor.userId);
      await this.note(tx, actor, { id, type: 'meeting_event.created' });
      return this.page(tx, id, locale);
    });
  }

  /** Throws like `create`. */
  change(actor: UserActor, id: string, input: ChangeMeetingEventDto, locale: Locale): Promise<MeetingEventPageDto> {
    const values = valuesOf(input);
    return this.write(actor, { id, version: input.version, locale, type: 'meeting_event.changed' }, (tx) =>
      this.events.change(tx, id, values),
    );
  }

  /**
   * Changes something of an event that is not called off: locks it, compares the version, notes it in the log, and gives the
   * new page. Throws NotFound, StepNotAllowed, and VersionConflict with the present page.
   */
  write(
    actor: UserActor,
    change: EventChange,
    work: (tx: Tx, event: EventRow) => Promise<void>,
  ): Promise<MeetingEventPageDto> {
    const { id, version, locale } = change;
    return this.database.as(actor, async (tx) => {
      const event = await this.events.find(tx, id, 'locked');
      if (event === null) throw new NotFound();
      if (event.version !== version) throw new VersionConflict(await this.page(tx, id, locale));
      if (nextState(MEETING_EVENT_TRANSITIONS, event.state, 'publish') === null)
        throw new StepNotAllowed(event.state, 'change');
      await work(tx, event);
      await this.events.touch(tx, id);
      await this.note(tx, actor, change);
      return this.page(tx, id, locale);
    });
  }

  /** Gives everything about an event. Throws NotFound. */
  async whole(tx: Tx, id: string): Promise<WholeEvent> {
    const whole = await this.events.whole(tx, id);
    if (whole === null) throw new NotFound();
    return whole;
  }

  private async page(tx: Tx, id: string, locale: Locale): Promise<MeetingEventPageDto> {
    const whole = await this.whole(tx, id);
    const run = await this.events.lastRun(tx, id);
    return toEventPage(whole, { run, told: await this.programme.told(tx, id) }, locale);
  }

  private async find(tx: Tx, id: string): Promise<EventRow> {
    const event = await this.events.find(tx, id);
    if (event === null) throw new NotFound();
    return event;
  }

  private note(tx: Tx, actor: UserActor, change: Pick<EventChange, 'id' | 'type' | 'reason'>): Promise<void> {
    const { id, type, reason } = change;
    const why = reason === undefined ? {} : { reason };
    return this.log.append(tx, { type, subjectType: 'meeting_event', subjectId: id, actorId: actor.userId, ...why });
  }
}

function valuesOf(input: MeetingEventPlanDto): EventValues {
  const { titleNl, titleEn, place, slots, slotMinutes, pauseMinutes, tables, scoreBarPercent } = input;
  const startsAt = startOf(input);
  return {
    titleNl,
    titleEn,
    place,
    startsAt,
    slots,
    slotMinutes,
    pauseMinutes,
    tables,
    scoreBar: scoreBarPercent * PERCENT,
  };
}

function startOf({ date, time, occurrence }: MeetingEventPlanDto): Date {
  const [first, second] = instantsOf(date, time);
  if (first === undefined) throw new ValidationFailed([{ path: 'time', code: 'time_skipped' }]);
  if (second === undefined) return first;
  if (occurrence === undefined) throw new ValidationFailed([{ path: 'occurrence', code: 'time_twice' }]);
  return occurrence === 'first' ? first : second;
}
