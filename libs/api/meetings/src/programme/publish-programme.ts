import { Injectable } from '@nestjs/common';
import { MEETING_EVENT_TRANSITIONS, nextState, type Locale } from '@htsm/domain';
import { programmeChanges } from '@htsm/domain/meetings';
import { StepNotAllowed, type Tx, type UserActor } from '@htsm/api/core';
import type { CancelMeetingEventDto, MeetingEventPageDto, MeetingEventStepDto } from '../dto/meeting-event.dto';
import type { EventRow } from '../events/event-rows';
import { MeetingEvents } from '../events/meeting-events.service';
import { NothingToTell } from '../meetings.errors';
import { ProgrammeMails } from './programme-mails';
import { toProgramme } from './programme-rows';
import { ProgrammeRepository } from './programme.repository';

/** Tells parties whom they meet, and later what changed. */
@Injectable()
export class PublishProgramme {
  constructor(
    private readonly events: MeetingEvents,
    private readonly programme: ProgrammeRepository,
    private readonly mails: ProgrammeMails,
  ) {}

  /** Mails everybody whose programme changed. Throws NothingToTell when nobody's did. */
  run(actor: UserActor, id: string, input: MeetingEventStepDto, locale: Locale): Promise<MeetingEventPageDto> {
    const change = { id, version: input.version, locale, type: 'meeting_event.published' };
    return this.events.write(actor, change, async (tx, event) => {
      const planned = toProgramme(await this.events.whole(tx, id));
      const { added, moved, dropped } = programmeChanges(planned, await this.programme.told(tx, id));
      const news = [...added, ...moved];
      if (news.length + dropped.length === 0) throw new NothingToTell();
      for (const meeting of news) await this.programme.tell(tx, event, meeting);
      await this.programme.cancel(tx, dropped);
      const publication = await this.step(tx, event, 'publish', '');
      const told = await this.programme.told(tx, id);
      await this.mails.tell(tx, {
        event,
        publication,
        told,
        changed: new Set([...news.map((one) => one.id), ...dropped]),
      });
    });
  }

  /** Calls the event off and tells everybody who has a meeting why. */
  cancel(actor: UserActor, id: string, input: CancelMeetingEventDto, locale: Locale): Promise<MeetingEventPageDto> {
    const change = { id, version: input.version, locale, type: 'meeting_event.cancelled', reason: input.reason };
    return this.events.write(actor, change, async (tx, event) => {
      const standing = (await this.programme.told(tx, id)).filter(({ state }) => state === 'standing');
      const ids = standing.map((meeting) => meeting.id);
      await this.programme.cancel(tx, ids);
      const publication = await this.step(tx, event, 'cancel', input.reason);
      const told = await this.programme.told(tx, id);
      await this.mails.tell(tx, { event, publication, told, changed: new Set(ids), reason: input.reason });
    });
  }

  private async step(tx: Tx, event: EventRow, step: 'publish' | 'cancel', reason: string): Promise<number> {
    const state = nextState(MEETING_EVENT_TRANSITIONS, event.state, step);
    if (state === null) throw new StepNotAllowed(event.state, step);
    await tx.run(
      'UPDATE meeting_event SET state = $2, publication = publication + 1, cancel_reason = $3 WHERE id = $1',
      [event.id, state, reason],
    );
    return event.publication + 1;
  }
}
