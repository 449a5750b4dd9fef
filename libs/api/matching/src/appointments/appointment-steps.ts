import { Injectable } from '@nestjs/common';
import { isAppointmentOver, type AppointmentSide } from '@htsm/domain';
import type { ChallengeSummary } from '@htsm/api/challenges';
import type { Tx } from '@htsm/api/core';
import { SuggestionSteps, type Because } from '../suggestions/suggestion-steps';
import { AppointmentMails, type ToldAppointment } from './appointment-mails';
import { AppointmentsRepository, type AppointmentRow, type IntroductionRow } from './appointments.repository';

/** An introduction, as its log and its mails name it. */
export interface OfIntroduction {
  readonly introduction: Pick<IntroductionRow, 'id' | 'challengeId' | 'organisationId' | 'organisationName'>;
  readonly challenge: ChallengeSummary;
}

/** What is told of an appointment, by the word for it in the log. */
const TELL = {
  slots_offered: (mails, tx, told) => mails.offered(tx, told),
  slots_refused: (mails, tx, told) => mails.refused(tx, told),
  meeting_fixed: (mails, tx, told) => mails.tell(tx, told, 'fixed'),
  meeting_moved: (mails, tx, told) => mails.tell(tx, told, 'moved'),
  meeting_cancelled: (mails, tx, told) => mails.tell(tx, told, 'cancelled'),
  slots_called_off: (mails, tx, told) => mails.tell(tx, told, 'called_off'),
} satisfies Record<string, (mails: AppointmentMails, tx: Tx, told: ToldAppointment) => Promise<void>>;

/** The one place where something that became of an appointment gets its line in the log and its mails. */
@Injectable()
export class AppointmentSteps {
  constructor(
    readonly rows: AppointmentsRepository,
    /** The steps of the introduction itself. */
    readonly suggestions: SuggestionSteps,
    private readonly mails: AppointmentMails,
  ) {}

  /** Logs what was done, and mails it as it stands now. */
  async tell(tx: Tx, of: OfIntroduction, what: keyof typeof TELL, because: Because): Promise<void> {
    const appointment = await this.rows.latest(tx, of.introduction.id);
    if (appointment === null) throw new Error('Something was done with an appointment that is not there');
    const payload = { ...because.payload, appointmentId: appointment.id };
    await this.suggestions.note(tx, of.introduction, what, { ...because, payload });
    await TELL[what](this.mails, tx, { ...of, appointment });
  }

  /** Calls an appointment off, with a file for calendars that knew it. */
  async cancel(
    tx: Tx,
    of: OfIntroduction & { readonly appointment: AppointmentRow },
    side: AppointmentSide | 'clock',
    because: Because,
  ): Promise<void> {
    const isKnown = of.appointment.startsAt !== null;
    await this.rows.change(tx, of.appointment.id, {
      state: 'cancelled',
      words: because.reason ?? '',
      wordsOf: side,
      isNews: isKnown,
    });
    await this.tell(tx, of, isKnown ? 'meeting_cancelled' : 'slots_called_off', because);
  }

  /** Calls off what is still to come of an introduction that ends here; nothing when there is none. */
  async end(tx: Tx, of: OfIntroduction, side: AppointmentSide | 'clock', actorId: string | null): Promise<void> {
    const appointment = await this.rows.held(tx, of.introduction.id);
    if (appointment === null) return;
    const { state } = appointment;
    if (isAppointmentOver({ state, endsAt: endsAt(appointment) }, of.challenge.now)) return;
    await this.cancel(tx, { ...of, appointment }, side, { actorId });
  }

  /** Reminds everybody of what comes, once for each start. */
  async remind(tx: Tx, of: OfIntroduction): Promise<void> {
    const appointment = await this.rows.latest(tx, of.introduction.id);
    if (appointment === null) return;
    await this.rows.noteReminder(tx, appointment.id);
    const payload = { appointmentId: appointment.id };
    await this.suggestions.note(tx, of.introduction, 'meeting_reminded', { actorId: null, payload });
    await this.mails.tell(tx, { ...of, appointment }, 'reminder');
  }
}

/** Gives when an appointment is over; null until it is fixed. */
export function endsAt({ startsAt, minutes }: Pick<AppointmentRow, 'startsAt' | 'minutes'>): Date | null {
  return startsAt === null || minutes === null ? null : new Date(startsAt.getTime() + minutes * 60_000);
}
