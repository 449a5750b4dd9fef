import { Injectable } from '@nestjs/common';
import type { Tx } from '@htsm/api/core';
import type { WishRow } from '../events/event-rows';

type Chosen = { readonly challengeIds: readonly string[]; readonly organisationIds: readonly string[] };
type Pair = Pick<WishRow, 'challengePartyId' | 'smePartyId'>;

/** What a new party wants, until somebody says otherwise: most people see the point in two meetings, and tire after six. */
const SME = { min: 1, max: 6 };
const CHALLENGE = { min: 2, max: 40 };

/** Parties and wishes of events. */
@Injectable()
export class MeetingPartiesRepository {
  async keepOnly(tx: Tx, eventId: string, { challengeIds, organisationIds }: Chosen): Promise<void> {
    await tx.run(
      `DELETE FROM meeting_party WHERE event_id = $1 AND CASE WHEN challenge_id IS NULL
         THEN organisation_id <> ALL ($3::uuid[]) ELSE challenge_id <> ALL ($2::uuid[]) END`,
      [eventId, challengeIds, organisationIds],
    );
  }

  /** Adds open challenges, SMEs and knowledge institutes; others are not there afterwards. */
  async add(tx: Tx, eventId: string, { challengeIds, organisationIds }: Chosen): Promise<void> {
    await tx.run(
      `INSERT INTO meeting_party (event_id, challenge_id, organisation_id, min_meetings, max_meetings)
       SELECT $1, c.id, c.organisation_id, ${CHALLENGE.min}, ${CHALLENGE.max} FROM challenge c
       WHERE c.id = ANY ($2::uuid[]) AND c.state = 'open' ON CONFLICT DO NOTHING`,
      [eventId, challengeIds],
    );
    await tx.run(
      `INSERT INTO meeting_party (event_id, organisation_id, min_meetings, max_meetings)
       SELECT $1, o.id, ${SME.min}, ${SME.max} FROM organisation o
       WHERE o.id = ANY ($2::uuid[]) AND o.kind IN ('sme', 'knowledge') ON CONFLICT DO NOTHING`,
      [eventId, organisationIds],
    );
  }

  async count(tx: Tx, eventId: string): Promise<number> {
    const row = await tx.row<{ count: number }>(
      'SELECT count(*)::int AS count FROM meeting_party WHERE event_id = $1',
      [eventId],
    );
    return row?.count ?? 0;
  }

  /** Gives whether the party is one of the event. */
  async change(
    tx: Tx,
    eventId: string,
    partyId: string,
    values: { minMeetings: number; maxMeetings: number; busy: readonly number[]; isOut: boolean },
  ): Promise<boolean> {
    const touched = await tx.run(
      `UPDATE meeting_party SET min_meetings = $3, max_meetings = $4, busy = $5, is_out = $6 WHERE id = $2 AND event_id = $1`,
      [eventId, partyId, values.minMeetings, values.maxMeetings, values.busy, values.isOut],
    );
    return touched === 1;
  }

  /** Whether these are a challenge and an SME of the event. */
  async isPair(tx: Tx, eventId: string, { challengePartyId, smePartyId }: Pair): Promise<boolean> {
    const row = await tx.row(
      `SELECT FROM meeting_party c JOIN meeting_party s ON s.event_id = c.event_id
       WHERE c.event_id = $1 AND c.id = $2 AND c.challenge_id IS NOT NULL AND s.id = $3 AND s.challenge_id IS NULL`,
      [eventId, challengePartyId, smePartyId],
    );
    return row !== null;
  }

  async setWish(tx: Tx, { challengePartyId, smePartyId, rule, slot }: WishRow): Promise<void> {
    await tx.run(
      `INSERT INTO meeting_wish (challenge_party_id, sme_party_id, rule, slot) VALUES ($1, $2, $3, $4)
       ON CONFLICT (challenge_party_id, sme_party_id) DO UPDATE SET rule = excluded.rule, slot = excluded.slot`,
      [challengePartyId, smePartyId, rule, slot],
    );
  }

  async forgetWish(tx: Tx, eventId: string, { challengePartyId, smePartyId }: Pair): Promise<void> {
    await tx.run(
      `DELETE FROM meeting_wish w USING meeting_party p
       WHERE p.id = w.sme_party_id AND p.event_id = $1 AND w.challenge_party_id = $2 AND w.sme_party_id = $3`,
      [eventId, challengePartyId, smePartyId],
    );
  }
}
