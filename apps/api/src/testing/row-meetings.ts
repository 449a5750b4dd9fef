import type { TestDatabase } from '@htsm/api/core/testing';

const EVENT = '00000000-0000-4000-8000-0000000e0001';
const ASKING = '00000000-0000-4000-8000-0000000e0002';
const ANSWERING = '00000000-0000-4000-8000-0000000e0003';
const MEETING = '00000000-0000-4000-8000-0000000e0004';

/** Makes a matchmaking event at which an SME meets the owner of a challenge, as both were told; gives the names of its rows. */
export async function makeRowMeetings(
  database: TestDatabase,
  who: { challengeId: string; ownerId: string; smeId: string; by: string },
): Promise<[string, string][]> {
  await database.asOwner(
    `INSERT INTO meeting_event (id, title_nl, title_en, place, starts_at, slots, slot_minutes, pause_minutes, tables, score_bar, created_by)
     VALUES ($1, 'Dag', 'Day', 'Zaal', '2027-02-01 09:00Z', 3, 20, 5, 2, 0, $2)`,
    [EVENT, who.by],
  );
  await database.asOwner(
    `INSERT INTO meeting_party (id, event_id, challenge_id, organisation_id, min_meetings, max_meetings)
     VALUES ($1, $3, $4, $5, 1, 3), ($2, $3, NULL, $6, 1, 3)`,
    [ASKING, ANSWERING, EVENT, who.challengeId, who.ownerId, who.smeId],
  );
  await database.asOwner(
    `INSERT INTO meeting_wish (challenge_party_id, sme_party_id, rule) VALUES ($1, $2, 'wanted')`,
    [ASKING, ANSWERING],
  );
  await database.asOwner(
    `INSERT INTO planned_meeting (id, event_id, challenge_party_id, sme_party_id, slot, table_number, score) VALUES ($1, $2, $3, $4, 0, 1, 5)`,
    [MEETING, EVENT, ASKING, ANSWERING],
  );
  await database.asOwner(`INSERT INTO timetable_run (event_id, basis, asked_by) VALUES ($1, 'fresh', $2)`, [
    EVENT,
    who.by,
  ]);
  await database.asOwner(
    `INSERT INTO published_meeting (id, event_id, challenge_id, challenge_organisation_id, sme_organisation_id, event_title_nl, event_title_en,
       challenge_title_nl, challenge_title_en, owner_name, sme_name, place, starts_at, ends_at, table_number)
     VALUES ($1, $2, $3, $4, $5, 'Dag', 'Day', 'C', 'C', 'Agra', 'Hunze', 'Zaal', '2027-02-01 09:00Z', '2027-02-01 09:20Z', 1)`,
    [MEETING, EVENT, who.challengeId, who.ownerId, who.smeId],
  );
  return [
    [EVENT, 'E day'],
    [ASKING, 'E asking'],
    [MEETING, 'E told'],
  ];
}

const CALL = '00000000-0000-4000-8000-00000000bbb1';
const ANSWER = '00000000-0000-4000-8000-00000000bbb2';

/** Makes a call for partners of one SME on the open challenge, answered by another; gives the names of the rows. */
export async function makeRowCalls(
  run: (sql: string, ...parameters: unknown[]) => Promise<unknown>,
  { hunze, geest, member, rival }: Readonly<Record<'hunze' | 'geest' | 'member' | 'rival', { id: string }>>,
): Promise<[id: string, name: string][]> {
  await run(
    `INSERT INTO partner_call (id, challenge_id, organisation_id, organisation_name, placed_by, brings, seeks, capabilities, ends_at)
     SELECT $1, id, $2, 'x', $3, 'x', 'x', '{}', closes_at FROM challenge WHERE state = 'open'`,
    CALL,
    hunze.id,
    member.id,
  );
  await run(
    `INSERT INTO partner_answer (id, call_id, organisation_id, organisation_name, answered_by, words) VALUES ($1, $2, $3, 'x', $4, 'x')`,
    ANSWER,
    CALL,
    geest.id,
    rival.id,
  );
  return [
    [CALL, 'K call'],
    [ANSWER, 'K answer'],
  ];
}
