import { Injectable } from '@nestjs/common';
import type { AppointmentSide, AppointmentState, ArrangingSide } from '@htsm/domain';
import type { Tx } from '@htsm/api/core';
import { iso } from '@htsm/api/reviews';
import type { OfferedSlotDto, SlotDto } from '../dto/appointment.dto';

/** An introduction, as its appointment needs it. */
export interface IntroductionRow {
  readonly id: string;
  readonly challengeId: string;
  readonly organisationId: string;
  readonly organisationName: string;
  /** As what the actor has to do with it. */
  readonly side: AppointmentSide;
  readonly goesOn: boolean;
}

/** The latest appointment of an introduction. */
export interface AppointmentRow {
  readonly id: string;
  readonly state: AppointmentState;
  readonly arrangedAs: ArrangingSide;
  readonly arrangedBy: string | null;
  readonly words: string;
  readonly wordsOf: AppointmentSide | 'clock';
  readonly startsAt: Date | null;
  readonly minutes: number | null;
  readonly place: string;
  readonly sequence: number;
  readonly updatedAt: Date;
  readonly version: number;
  /** Those not withdrawn, by time. */
  readonly slots: OfferedSlotDto[];
}

/** What a step writes; what is left out stays. */
export interface AppointmentChange {
  readonly state: AppointmentState;
  readonly words: string;
  readonly wordsOf: AppointmentSide | 'clock';
  /** Whether calendars are told, and so a higher number. */
  readonly isNews?: boolean;
  readonly meeting?: SlotDto & { readonly slotId?: string };
}

/** The columns of an AppointmentRow, of a table called `a`. */
export const APPOINTMENT_COLUMNS = `a.id, a.state, a.arranged_as AS "arrangedAs", a.arranged_by AS "arrangedBy", a.words, a.words_of AS "wordsOf",
  a.starts_at AS "startsAt", a.minutes, a.place, a.sequence, a.updated_at AS "updatedAt", a.version,
  coalesce((SELECT json_agg(json_build_object('id', l.id, 'startsAt', ${iso('l.starts_at')}, 'minutes', l.minutes, 'place', l.place) ORDER BY l.starts_at, l.id)
    FROM appointment_slot l WHERE l.appointment_id = a.id AND l.withdrawn_at IS NULL), '[]'::json) AS slots`;

/** Appointments of introductions; the row policies decide who sees and changes which. */
@Injectable()
export class AppointmentsRepository {
  /** Gives an introduction to who has to do with it, or null. */
  introduction(tx: Tx, suggestionId: string): Promise<IntroductionRow | null> {
    return tx.row(
      `SELECT s.id, s.challenge_id AS "challengeId", s.organisation_id AS "organisationId", s.organisation_name AS "organisationName",
         appointment_side(s.id) AS side, introduction_goes_on(s.id) AS "goesOn"
       FROM suggestion s WHERE s.id = $1 AND appointment_side(s.id) IS NOT NULL`,
      [suggestionId],
    );
  }

  /** Gives the latest appointment, or null before the first. */
  latest(tx: Tx, suggestionId: string): Promise<AppointmentRow | null> {
    return tx.row(
      `SELECT ${APPOINTMENT_COLUMNS} FROM appointment a WHERE a.suggestion_id = $1 ORDER BY a.created_at DESC, a.id DESC LIMIT 1`,
      [suggestionId],
    );
  }

  /** Likewise, held until the end of the transaction as far as the actor may change it. */
  async held(tx: Tx, suggestionId: string): Promise<AppointmentRow | null> {
    // by the policies, only what the actor may change is there to be locked; who waited reads what came of it
    await tx.run('SELECT FROM appointment WHERE suggestion_id = $1 FOR NO KEY UPDATE', [suggestionId]);
    return this.latest(tx, suggestionId);
  }

  /** Begins an appointment; null when somebody else began one meanwhile. */
  async begin(
    tx: Tx,
    suggestionId: string,
    values: { readonly side: AppointmentSide; readonly by: string; readonly words: string },
  ): Promise<string | null> {
    const row = await tx.row<{ id: string }>(
      `INSERT INTO appointment (suggestion_id, arranged_as, arranged_by, words, words_of) VALUES ($1, $2, $3, $4, $2)
       ON CONFLICT DO NOTHING RETURNING id`,
      [suggestionId, values.side, values.by, values.words],
    );
    return row?.id ?? null;
  }

  /** Hands an appointment to whoever offers slots now. */
  async arrange(tx: Tx, id: string, side: AppointmentSide, by: string): Promise<void> {
    await tx.run('UPDATE appointment SET arranged_as = $2, arranged_by = $3 WHERE id = $1', [id, side, by]);
  }

  /** Puts slots on offer; those that were on offer and are not among them are withdrawn. */
  async offer(tx: Tx, id: string, slots: readonly SlotDto[]): Promise<void> {
    const asked = JSON.stringify(slots);
    const columns = '("startsAt" timestamptz, minutes int, place text)';
    await tx.run(
      `UPDATE appointment_slot SET withdrawn_at = htsm_now() WHERE appointment_id = $1 AND withdrawn_at IS NULL
         AND (starts_at, minutes, place) NOT IN (SELECT "startsAt", minutes, place FROM jsonb_to_recordset($2::jsonb) AS n ${columns})`,
      [id, asked],
    );
    await tx.run(
      `INSERT INTO appointment_slot (appointment_id, starts_at, minutes, place)
       SELECT DISTINCT $1::uuid, "startsAt", minutes, place FROM jsonb_to_recordset($2::jsonb) AS n ${columns}
       WHERE NOT EXISTS (SELECT FROM appointment_slot l WHERE l.appointment_id = $1 AND l.withdrawn_at IS NULL
         AND (l.starts_at, l.minutes, l.place) = (n."startsAt", n.minutes, n.place))`,
      [id, asked],
    );
  }

  /** Gives a slot that is or was on offer, or null. */
  slot(
    tx: Tx,
    id: string,
    slotId: string,
  ): Promise<(OfferedSlotDto & { readonly isWithdrawn: boolean; readonly isPast: boolean }) | null> {
    return tx.row(
      `SELECT id, ${iso('starts_at')} AS "startsAt", minutes, place, withdrawn_at IS NOT NULL AS "isWithdrawn", starts_at <= htsm_now() AS "isPast"
       FROM appointment_slot WHERE id = $2 AND appointment_id = $1`,
      [id, slotId],
    );
  }

  /** Writes a step that the rules allow. */
  async change(tx: Tx, id: string, { state, words, wordsOf, isNews, meeting }: AppointmentChange): Promise<void> {
    await tx.run(
      `UPDATE appointment SET state = $2, words = $3, words_of = $4, sequence = sequence + $5::int, version = version + 1, updated_at = htsm_now(),
         slot_id = coalesce($6, slot_id), starts_at = coalesce($7, starts_at), minutes = coalesce($8, minutes), place = coalesce($9, place)
       WHERE id = $1`,
      [
        id,
        state,
        words,
        wordsOf,
        isNews === true ? 1 : 0,
        meeting?.slotId ?? null,
        meeting?.startsAt ?? null,
        meeting?.minutes ?? null,
        meeting?.place ?? null,
      ],
    );
  }

  /** Notes that everybody was reminded of the start as it is now. */
  async noteReminder(tx: Tx, id: string): Promise<void> {
    await tx.run('UPDATE appointment SET reminded_for = starts_at WHERE id = $1', [id]);
  }
}
