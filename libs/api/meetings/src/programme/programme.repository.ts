import { Injectable } from '@nestjs/common';
import type { Tx } from '@htsm/api/core';
import type { EventRow } from '../events/event-rows';
import { TOLD_COLUMNS, type PlannedProgramme, type ToldRow } from './programme-rows';

/** Meetings as parties were told; the row policies give parties their own. */
@Injectable()
export class ProgrammeRepository {
  told(tx: Tx, eventId: string): Promise<ToldRow[]> {
    return tx.rows(`SELECT ${TOLD_COLUMNS} FROM published_meeting m WHERE m.event_id = $1 ORDER BY m.starts_at, m.id`, [
      eventId,
    ]);
  }

  /** Gives the meetings of the actor's own organisations, by time, from thirty days ago on. */
  own(tx: Tx): Promise<ToldRow[]> {
    return tx.rows(
      `SELECT ${TOLD_COLUMNS} FROM published_meeting m
       WHERE (m.challenge_organisation_id = ANY (app_org_ids()) OR m.sme_organisation_id = ANY (app_org_ids()))
         AND m.ends_at > htsm_now() - interval '30 days'
       ORDER BY m.starts_at, m.id LIMIT 500`,
    );
  }

  /** Writes a meeting that parties are told now; one that they knew goes on under its id. */
  async tell(tx: Tx, event: EventRow, meeting: PlannedProgramme): Promise<void> {
    const { id, challenge, sme, place, startsAt, endsAt, table } = meeting;
    await tx.run(
      `INSERT INTO published_meeting AS m (id, event_id, challenge_id, challenge_organisation_id, sme_organisation_id, event_title_nl,
         event_title_en, challenge_title_nl, challenge_title_en, owner_name, sme_name, place, starts_at, ends_at, table_number)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15)
       ON CONFLICT (id) DO UPDATE SET place = excluded.place, starts_at = excluded.starts_at, ends_at = excluded.ends_at,
         table_number = excluded.table_number, event_title_nl = excluded.event_title_nl, event_title_en = excluded.event_title_en,
         sequence = m.sequence + 1, state = 'standing', updated_at = htsm_now()`,
      [
        id,
        event.id,
        challenge.challengeId,
        challenge.organisationId,
        sme.organisationId,
        event.titleNl,
        event.titleEn,
        challenge.titleNl,
        challenge.titleEn,
        challenge.organisationName,
        sme.organisationName,
        place,
        startsAt,
        endsAt,
        table,
      ],
    );
  }

  async cancel(tx: Tx, ids: readonly string[]): Promise<void> {
    await tx.run(
      `UPDATE published_meeting SET state = 'cancelled', sequence = sequence + 1, updated_at = htsm_now()
       WHERE id = ANY ($1::uuid[]) AND state = 'standing'`,
      [ids],
    );
  }
}
