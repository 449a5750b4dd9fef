import { Injectable } from '@nestjs/common';
import type { AppointmentSide } from '@htsm/domain';
import { titleFor, type ChallengeSummary } from '@htsm/api/challenges';
import { MailOutbox, type MailRecipient, type MailVariables, type NoticeSubject, type Tx } from '@htsm/api/core';
import { SuggestionMails } from '../suggestions/suggestion-mails';
import type { AppointmentRow, IntroductionRow } from './appointments.repository';

/** An appointment as it is now, with all that its mails name. */
export interface ToldAppointment {
  readonly introduction: Pick<IntroductionRow, 'id' | 'organisationId' | 'organisationName'>;
  readonly challenge: ChallengeSummary;
  readonly appointment: AppointmentRow;
}

type News = MailVariables['appointment_told']['news'];

/** Those of one side, and what is theirs in a mail. */
interface SideInMail {
  readonly to: readonly MailRecipient[];
  readonly partnerName: string;
  readonly path: string;
  readonly about: NoticeSubject;
}

/** The mails about the appointment of an introduction. */
@Injectable()
export class AppointmentMails {
  constructor(
    private readonly outbox: MailOutbox,
    private readonly suggestionMails: SuggestionMails,
  ) {}

  /** Asks those who did not arrange it to choose. */
  async offered(tx: Tx, told: ToldAppointment): Promise<void> {
    const { appointment, challenge } = told;
    const sides = appointment.arrangedAs === 'owner' ? (['sme'] as const) : (['sme', 'owner'] as const);
    for (const side of sides) {
      const { to: people, partnerName, path, about } = await this.side(tx, told, side);
      for (const to of people) {
        const variables = {
          name: to.name,
          challengeTitle: titleFor(challenge, to.locale),
          partnerName,
          slots: appointment.slots.map(({ startsAt, minutes, place }) => ({
            startsAt,
            endsAt: endOf(new Date(startsAt), minutes),
            place,
          })),
          words: appointment.words,
          path,
        };
        const dedupeKey = keyOf('offered', appointment, to);
        await this.outbox.enqueue(tx, { kind: 'appointment_offered', to, variables, about, dedupeKey });
      }
    }
  }

  /** Asks whoever arranged it for other slots. */
  async refused(tx: Tx, told: ToldAppointment): Promise<void> {
    const { appointment, challenge } = told;
    const { to: people, path, about } = await this.side(tx, told, appointment.arrangedAs);
    for (const to of people) {
      const variables = {
        name: to.name,
        challengeTitle: titleFor(challenge, to.locale),
        organisationName: nameOf(told, appointment.wordsOf),
        words: appointment.words,
        path,
      };
      const dedupeKey = keyOf('refused', appointment, to);
      await this.outbox.enqueue(tx, { kind: 'appointment_refused', to, variables, about, dedupeKey });
    }
  }

  /** Tells both sides, and whoever of the taskforce arranged it, when they meet or that they do not. */
  async tell(tx: Tx, told: ToldAppointment, news: News): Promise<void> {
    const { appointment, challenge } = told;
    const { wordsOf: by, words } = appointment;
    const sides: readonly AppointmentSide[] =
      appointment.arrangedAs === 'taskforce' ? ['sme', 'owner', 'taskforce'] : ['sme', 'owner'];
    for (const side of sides) {
      const { to: people, partnerName, path, about } = await this.side(tx, told, side);
      for (const to of people) {
        const variables = {
          name: to.name,
          challengeTitle: titleFor(challenge, to.locale),
          partnerName,
          news,
          meeting: meetingOf(appointment),
          by: { side: by, name: nameOf(told, by) },
          words: news === 'reminder' ? '' : words,
          path,
        };
        const dedupeKey = keyOf(news, appointment, to);
        await this.outbox.enqueue(tx, { kind: 'appointment_told', to, variables, about, dedupeKey });
      }
    }
  }

  private async side(tx: Tx, told: ToldAppointment, side: AppointmentSide): Promise<SideInMail> {
    const { introduction, challenge, appointment } = told;
    const about = { type: 'suggestion', id: introduction.id } as const;
    if (side === 'sme') {
      return {
        to: await this.outbox.peopleOfOrganisation(tx, introduction.organisationId),
        partnerName: challenge.ownerName,
        path: `/my/invitations/${introduction.id}`,
        about,
      };
    }
    if (side === 'owner') {
      return {
        to: await this.outbox.peopleOfOrganisation(tx, challenge.organisationId),
        partnerName: introduction.organisationName,
        path: `/my/challenges/${challenge.id}/recommendations`,
        about,
      };
    }
    const board = await this.suggestionMails.peopleOfBoard(tx, challenge.id);
    const arranger = board.filter(({ userId }) => userId === appointment.arrangedBy);
    return {
      // who arranged it may have left, or have a stake by now
      to: arranger.length > 0 ? arranger : board,
      partnerName: `${challenge.ownerName} – ${introduction.organisationName}`,
      path: `/taskforce/challenges/${challenge.id}/suggestions`,
      about: { type: 'board', id: challenge.id },
    };
  }
}

function meetingOf(appointment: AppointmentRow): MailVariables['appointment_told']['meeting'] {
  const { id, sequence, startsAt, minutes, place, updatedAt } = appointment;
  if (startsAt === null || minutes === null) return null;
  return {
    id,
    sequence,
    startsAt: startsAt.toISOString(),
    endsAt: endOf(startsAt, minutes),
    changedAt: updatedAt.toISOString(),
    place,
  };
}

function endOf(startsAt: Date, minutes: number): string {
  return new Date(startsAt.getTime() + minutes * 60_000).toISOString();
}

function nameOf({ challenge, introduction }: ToldAppointment, side: AppointmentRow['wordsOf']): string {
  return side === 'owner' ? challenge.ownerName : side === 'sme' ? introduction.organisationName : '';
}

function keyOf(what: string, { id, version }: AppointmentRow, to: MailRecipient): string {
  return `appointment_${what}:${id}:${version}:${to.userId ?? to.email}`;
}
