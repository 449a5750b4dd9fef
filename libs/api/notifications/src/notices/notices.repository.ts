import type { Tx } from '@htsm/api/core';
import type { Locale } from '@htsm/domain';

/** A notice with what its reader may see of its thing at this moment. */
export interface NoticeRow {
  readonly id: string;
  readonly kind: string;
  readonly title: string;
  readonly path: string | null;
  readonly createdAt: Date;
  /** The moment as the database wrote it: a Date would lose its microseconds. */
  readonly createdAtExact: string;
  readonly isRead: boolean;
  readonly isMuted: boolean;
  readonly aboutType: string;
}

/** Which notices of the reader. */
export interface NoticeFilter {
  readonly kinds: readonly string[];
  readonly isUnreadOnly: boolean;
  /** The exact moment and id of the last notice before the page; null for the first page. */
  readonly after: readonly [string, string] | null;
  readonly limit: number;
}

/** The title is read from the rows themselves, below the reader's policies: what they may not see has none. */
const TITLE = `coalesce(CASE WHEN $1 = 'nl' THEN coalesce(nullif(t.title_nl, ''), t.title_en) ELSE coalesce(nullif(t.title_en, ''), t.title_nl) END, '')`;

/** Counting stops here. */
const MOST_COUNTED = 100;

/** Gives the notices that still reach the reader, the newest first. */
export function listNotices(tx: Tx, filter: NoticeFilter, locale: Locale): Promise<NoticeRow[]> {
  return tx.rows(
    `SELECT n.id, n.kind, ${TITLE} AS title, n.path, n.created_at AS "createdAt", n.created_at::text AS "createdAtExact",
       n.read_at IS NOT NULL AS "isRead", m.about_id IS NOT NULL AS "isMuted", n.about_type AS "aboutType"
     FROM notice n LEFT JOIN notice_mute m ON m.user_id = n.user_id AND m.about_id = n.about_id
     LEFT JOIN LATERAL (
       SELECT c.title_nl, c.title_en FROM challenge c WHERE n.about_type <> 'meeting_event' AND c.id = CASE n.about_type
         WHEN 'proposal' THEN (SELECT p.challenge_id FROM proposal p WHERE p.id = n.about_id)
         WHEN 'suggestion' THEN (SELECT s.challenge_id FROM suggestion s WHERE s.id = n.about_id)
         WHEN 'match' THEN (SELECT a.challenge_id FROM match a WHERE a.id = n.about_id)
         ELSE n.about_id END
       UNION ALL
       (SELECT e.event_title_nl, e.event_title_en FROM published_meeting e WHERE n.about_type = 'meeting_event' AND e.event_id = n.about_id LIMIT 1)
     ) t ON true
     WHERE n.user_id = app_user_id() AND n.kind = ANY ($2) AND (NOT $3 OR n.read_at IS NULL)
       AND ($4::timestamptz IS NULL OR (n.created_at, n.id) < ($4::timestamptz, $5::uuid))
     ORDER BY n.created_at DESC, n.id DESC LIMIT $6`,
    [locale, filter.kinds, filter.isUnreadOnly, filter.after?.[0] ?? null, filter.after?.[1] ?? null, filter.limit],
  );
}

/** Counts what is unread and not muted, up to a hundred. */
export async function countUnread(tx: Tx, kinds: readonly string[]): Promise<number> {
  const row = await tx.row<{ count: number }>(
    `SELECT count(*)::int AS count FROM (
       SELECT FROM notice n WHERE n.user_id = app_user_id() AND n.read_at IS NULL AND n.kind = ANY ($1)
         AND NOT EXISTS (SELECT FROM notice_mute m WHERE m.user_id = n.user_id AND m.about_id = n.about_id) LIMIT ${MOST_COUNTED}) unread`,
    [kinds],
  );
  return row?.count ?? 0;
}

/** Marks these as read, or all. */
export async function markRead(tx: Tx, ids: readonly string[] | null): Promise<void> {
  await tx.run(
    `UPDATE notice SET read_at = htsm_now() WHERE user_id = app_user_id() AND read_at IS NULL AND ($1::uuid[] IS NULL OR id = ANY ($1))`,
    [ids],
  );
}

/** Gives the thing of a notice that reaches the reader; null when there is none, or it cannot be muted. */
export async function thingOf(tx: Tx, noticeId: string): Promise<string | null> {
  const row = await tx.row<{ id: string }>(`SELECT about_id AS id FROM notice WHERE id = $1 AND about_type <> 'own'`, [
    noticeId,
  ]);
  return row?.id ?? null;
}

/** Gives whether anything changed. */
export async function setMuted(tx: Tx, aboutId: string, isMuted: boolean): Promise<boolean> {
  const changed = isMuted
    ? await tx.run('INSERT INTO notice_mute (user_id, about_id) VALUES (app_user_id(), $1) ON CONFLICT DO NOTHING', [
        aboutId,
      ])
    : await tx.run('DELETE FROM notice_mute WHERE about_id = $1', [aboutId]);
  return changed > 0;
}
