import { randomUUID } from 'node:crypto';
import type { TestWorld } from '@htsm/api/core/testing';
import { MEETING_EVENT_STATES } from '@htsm/domain';
import type { Thing } from './things';

/** Makes an event in every state, with the challenge and the SME as parties and a meeting that they were told. */
export async function makeMeetings(
  { database }: TestWorld,
  who: { challengeId: string; ownerId: string; smeId: string; by: string },
): Promise<Thing[]> {
  const things: Thing[] = [];
  for (const state of MEETING_EVENT_STATES) {
    const [id, partyId, sme, meeting] = [randomUUID(), randomUUID(), randomUUID(), randomUUID()];
    await database.asOwner(
      `INSERT INTO meeting_event (id, title_nl, title_en, place, starts_at, slots, slot_minutes, pause_minutes, tables, score_bar, state, created_by)
       VALUES ($1, 'Dag', 'Day', 'Zaal', '2027-02-01 09:00Z', 3, 20, 5, 2, 0, $2, $3)`,
      [id, state, who.by],
    );
    await database.asOwner(
      `INSERT INTO meeting_party (id, event_id, challenge_id, organisation_id, min_meetings, max_meetings)
       VALUES ($1, $3, $4, $5, 1, 3), ($2, $3, NULL, $6, 1, 3)`,
      [partyId, sme, id, who.challengeId, who.ownerId, who.smeId],
    );
    await database.asOwner(
      `INSERT INTO planned_meeting (id, event_id, challenge_party_id, sme_party_id, slot, table_number, score) VALUES ($1, $2, $3, $4, 0, 1, 500000)`,
      [meeting, id, partyId, sme],
    );
    things.push({ kind: 'meeting_event', state, id, params: { id, partyId } });
  }
  return things;
}
