import type { TestDatabase } from '@htsm/api/core/testing';

/** Everybody was told of everything, whether or not it is theirs to know: one thing of every sort, by its id. */
export async function addRowNotices(
  database: TestDatabase,
  things: Readonly<Record<'own' | 'challenge' | 'judged' | 'open' | 'proposal' | 'sme', string>>,
): Promise<void> {
  await database.asOwner(
    `INSERT INTO notice (id, user_id, kind, about_type, about_id, role, organisation_id, dedupe_key)
     SELECT gen_random_uuid(), u.id, 'role_granted', t.type, t.id, t.role, t.organisation_id, t.type || u.id
     FROM app_user u, (VALUES ('own', $1::uuid, 'administration', NULL::uuid), ('challenge', $2, NULL, NULL), ('panel', $3, NULL, NULL),
       ('board', $4, NULL, NULL), ('review', $3, NULL, NULL), ('proposal', $5, NULL, NULL),
       ('suggestion', (SELECT id FROM suggestion WHERE introduced_at IS NOT NULL), NULL, NULL),
       ('match', (SELECT id FROM match), NULL, $6), ('meeting_event', (SELECT DISTINCT event_id FROM published_meeting), NULL, NULL)
     ) AS t (type, id, role, organisation_id)`,
    [things.own, things.challenge, things.judged, things.open, things.proposal, things.sme],
  );
}
