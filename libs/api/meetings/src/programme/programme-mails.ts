import { Injectable } from '@nestjs/common';
import type { Locale } from '@htsm/domain';
import { titleFor } from '@htsm/api/challenges';
import { MailOutbox, type MailVariables, type Tx } from '@htsm/api/core';
import type { EventRow } from '../events/event-rows';
import type { ToldRow } from './programme-rows';

/** What parties are told at one moment. */
export interface Telling {
  readonly event: EventRow;
  readonly publication: number;
  /** Every meeting that parties know of, as it is now. */
  readonly told: readonly ToldRow[];
  /** Ids of those that are new, moved or dropped. */
  readonly changed: ReadonlySet<string>;
  /** Why the event is called off. */
  readonly reason?: string;
}

type MeetingInMail = MailVariables['meeting_programme']['meetings'][number];

/** The mails with the programme of an organisation and a file for its calendar. */
@Injectable()
export class ProgrammeMails {
  constructor(private readonly outbox: MailOutbox) {}

  /** Mails every organisation whose programme changed: all its meetings, and those that are gone. */
  async tell(tx: Tx, telling: Telling): Promise<void> {
    const affected = telling.told.filter(({ id }) => telling.changed.has(id));
    const sides = affected.flatMap((meeting) => [meeting.challengeOrganisationId, meeting.smeOrganisationId]);
    for (const organisationId of new Set(sides)) await this.tellOrganisation(tx, organisationId, telling);
  }

  private async tellOrganisation(tx: Tx, organisationId: string, telling: Telling): Promise<void> {
    const { event, publication, told, changed, reason } = telling;
    const own = told.filter((meeting) => isOf(meeting, organisationId));
    const standing = own.filter(({ state }) => state === 'standing');
    const dropped = own.filter(({ id, state }) => state === 'cancelled' && changed.has(id));
    const isFirst = own.every((meeting) => changed.has(meeting.id) && meeting.sequence === 0);
    for (const to of await this.outbox.peopleOfOrganisation(tx, organisationId)) {
      const inMail = (meeting: ToldRow): MeetingInMail => toMail(meeting, organisationId, to.locale);
      await this.outbox.enqueue(tx, {
        kind: 'meeting_programme',
        to,
        variables: {
          name: to.name,
          eventTitle: titleFor(event, to.locale),
          place: event.place,
          news: reason !== undefined ? 'cancelled' : isFirst ? 'first' : 'changed',
          reason: reason ?? '',
          meetings: standing.map(inMail),
          dropped: dropped.map(inMail),
          path: '/my/meetings',
        },
        about: { type: 'meeting_event', id: event.id },
        dedupeKey: `meeting-programme:${event.id}:${publication}:${organisationId}:${to.userId ?? to.email}`,
      });
    }
  }
}

function isOf(meeting: ToldRow, organisationId: string): boolean {
  return meeting.challengeOrganisationId === organisationId || meeting.smeOrganisationId === organisationId;
}

function toMail(meeting: ToldRow, organisationId: string, locale: Locale): MeetingInMail {
  const isOwner = meeting.challengeOrganisationId === organisationId;
  return {
    id: meeting.id,
    sequence: meeting.sequence,
    startsAt: meeting.startsAt.toISOString(),
    endsAt: meeting.endsAt.toISOString(),
    changedAt: meeting.updatedAt.toISOString(),
    partnerName: isOwner ? meeting.smeName : meeting.ownerName,
    challengeTitle: titleFor({ titleNl: meeting.challengeTitleNl, titleEn: meeting.challengeTitleEn }, locale),
    table: meeting.table,
  };
}
