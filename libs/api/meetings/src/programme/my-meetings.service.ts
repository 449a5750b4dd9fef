import { Inject, Injectable } from '@nestjs/common';
import type { Locale } from '@htsm/domain';
import { titleFor } from '@htsm/api/challenges';
import {
  CONFIG,
  Database,
  Texts,
  calendarFile,
  personOf,
  type Appointment,
  type Config,
  type Tx,
  type UserActor,
} from '@htsm/api/core';
import type { MyIntroductionDto, MyMeetingDto, MyMeetingsDto } from '../dto/my-meetings.dto';
import { readIntroductions, type IntroductionRow } from './introduction-rows';
import type { ToldRow } from './programme-rows';
import { ProgrammeRepository } from './programme.repository';

/** The meetings of one's own organisations. */
@Injectable()
export class MyMeetings {
  constructor(
    private readonly database: Database,
    private readonly programme: ProgrammeRepository,
    private readonly texts: Texts,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  list(actor: UserActor, locale: Locale): Promise<MyMeetingsDto> {
    return this.database.as(actor, async (tx) => {
      const now = await tx.now();
      const items = (await this.programme.own(tx)).map((row) => toMyMeeting(row, { actor, locale, now }));
      const introductions = (await readIntroductions(tx)).map((row) => toIntroduction(row, { locale, now }));
      return { items, introductions, now: now.toISOString() };
    });
  }

  /** Gives the meetings that stand as a calendar file. */
  asCalendar(actor: UserActor, locale: Locale): Promise<string> {
    return this.database.as(actor, async (tx) => {
      const now = await tx.now();
      const standing = (await this.programme.own(tx)).filter(({ state }) => state === 'standing');
      const appointments = standing.map((row) => {
        const meeting = toMyMeeting(row, { actor, locale, now });
        const say = (key: string): string =>
          this.texts.say(locale, `meetings.calendar.${key}`, { ...meeting, isPast: 0 });
        return {
          uid: `${row.id}@htsm-challenges`,
          sequence: row.sequence,
          startsAt: row.startsAt,
          endsAt: row.endsAt,
          title: say('title'),
          place: say('place'),
          description: say('description'),
          changedAt: row.updatedAt,
        };
      });
      const introductions = await this.introductionsFor(tx, locale, now);
      return calendarFile('PUBLISH', [...appointments, ...introductions], {
        organiser: personOf(this.config.mailFrom),
      });
    });
  }

  /** Those of introductions that stand; the ids are those of the files that were mailed. */
  private async introductionsFor(tx: Tx, locale: Locale, now: Date): Promise<Appointment[]> {
    const standing = (await readIntroductions(tx)).filter(({ state }) => state === 'fixed');
    return standing.map((row) => {
      const { partnerName, challengeTitle } = toIntroduction(row, { locale, now });
      return {
        uid: `${row.id}@htsm-challenges`,
        sequence: row.sequence,
        startsAt: row.startsAt,
        endsAt: row.endsAt,
        title: this.texts.say(locale, 'meetings.calendar.introduction', { partnerName }),
        place: row.place,
        description: challengeTitle,
        changedAt: row.updatedAt,
      };
    });
  }
}

/** The meeting of an introduction as one side sees it. */
function toIntroduction(row: IntroductionRow, { locale, now }: { locale: Locale; now: Date }): MyIntroductionDto {
  return {
    id: row.id,
    suggestionId: row.suggestionId,
    challengeId: row.challengeId,
    side: row.side,
    challengeTitle: titleFor(row, locale),
    partnerName: row.side === 'owner' ? row.smeName : row.ownerName,
    place: row.place,
    startsAt: row.startsAt.toISOString(),
    endsAt: row.endsAt.toISOString(),
    state: row.state === 'fixed' ? 'standing' : 'cancelled',
    isPast: row.endsAt <= now,
  };
}

function toMyMeeting(
  row: ToldRow,
  { actor, locale, now }: { actor: UserActor; locale: Locale; now: Date },
): MyMeetingDto {
  const isOwner = actor.organisations.some(({ id }) => id === row.challengeOrganisationId);
  return {
    id: row.id,
    eventTitle: titleFor({ titleNl: row.eventTitleNl, titleEn: row.eventTitleEn }, locale),
    challengeTitle: titleFor({ titleNl: row.challengeTitleNl, titleEn: row.challengeTitleEn }, locale),
    partnerName: isOwner ? row.smeName : row.ownerName,
    place: row.place,
    startsAt: row.startsAt.toISOString(),
    endsAt: row.endsAt.toISOString(),
    table: row.table,
    state: row.state,
    isPast: row.endsAt <= now,
  };
}
