import { Injectable } from '@nestjs/common';
import type { Timetable } from '@htsm/domain/meetings';
import { assignTables } from '@htsm/domain/meetings';
import type { Tx } from '@htsm/api/core';
import type { PlannedRow } from '../events/event-rows';

/** A timetable to be made. */
export interface OpenRun {
  readonly id: string;
  readonly eventId: string;
  readonly basis: 'fresh' | 'present';
}

/** Timetables that were asked for, and what came of them. */
@Injectable()
export class TimetableRuns {
  /** Gives whether it was asked; it was not while another is under way. */
  async ask(tx: Tx, eventId: string, basis: OpenRun['basis'], askedBy: string): Promise<boolean> {
    const asked = await tx.run(
      `INSERT INTO timetable_run (event_id, basis, asked_by) VALUES ($1, $2, $3) ON CONFLICT DO NOTHING`,
      [eventId, basis, askedBy],
    );
    return asked === 1;
  }

  /** Gives the one that waits longest and marks it as begun; one that a worker left behind counts as waiting. */
  begin(tx: Tx): Promise<OpenRun | null> {
    return tx.row(
      `UPDATE timetable_run SET state = 'running', gap = NULL WHERE id = (
         SELECT id FROM timetable_run WHERE state IN ('asked', 'running') ORDER BY asked_at, id LIMIT 1)
       RETURNING id, event_id AS "eventId", basis`,
    );
  }

  async note(tx: Tx, id: string, gap: number): Promise<void> {
    await tx.run(`UPDATE timetable_run SET gap = $2 WHERE id = $1 AND state = 'running'`, [id, gap]);
  }

  async fail(tx: Tx, id: string): Promise<void> {
    await tx.run(`UPDATE timetable_run SET state = 'failed', ended_at = htsm_now() WHERE id = $1`, [id]);
  }

  /** Puts a timetable in the place of the present one; a pair that meets again keeps its id, which its calendars know. */
  async keep(
    tx: Tx,
    run: OpenRun,
    made: Timetable,
    { tables, scores, before }: { tables: number; scores: ReadonlyMap<string, number>; before: readonly PlannedRow[] },
  ): Promise<void> {
    const homes = new Map(before.map(({ challengePartyId, table }) => [challengePartyId, table]));
    const seated = assignTables(made.meetings, tables, homes);
    await tx.run(
      `DELETE FROM planned_meeting m WHERE m.event_id = $1 AND NOT EXISTS (
         SELECT FROM unnest($2::uuid[], $3::uuid[]) AS p (c, s) WHERE p.c = m.challenge_party_id AND p.s = m.sme_party_id)`,
      [run.eventId, seated.map(({ challengeId }) => challengeId), seated.map(({ smeId }) => smeId)],
    );
    await tx.run(
      `INSERT INTO planned_meeting (event_id, challenge_party_id, sme_party_id, slot, table_number, score)
       SELECT $1, * FROM unnest($2::uuid[], $3::uuid[], $4::int[], $5::int[], $6::int[])
       ON CONFLICT (challenge_party_id, sme_party_id) DO UPDATE
         SET slot = excluded.slot, table_number = excluded.table_number, score = excluded.score`,
      [
        run.eventId,
        seated.map(({ challengeId }) => challengeId),
        seated.map(({ smeId }) => smeId),
        seated.map(({ slot }) => slot),
        seated.map(({ table }) => table),
        seated.map(({ challengeId, smeId }) => scores.get(`${challengeId} ${smeId}`) ?? 0),
      ],
    );
    await tx.run(
      `UPDATE timetable_run SET state = 'done', gap = $2, total = $3, missing = $4, moved = $5, ended_at = htsm_now() WHERE id = $1`,
      [run.id, made.gap, made.total, made.missing, made.moved],
    );
    await tx.run('UPDATE meeting_event SET version = version + 1 WHERE id = $1', [run.eventId]);
  }
}
