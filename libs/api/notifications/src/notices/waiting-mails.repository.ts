import { createHash, randomUUID } from 'node:crypto';
import { NOTICE_TOPIC_OF, actorOf, actorSettings, type MailKind, type PersonRow, type Tx } from '@htsm/api/core';
import {
  noticeMail,
  type MailPlan,
  type NoticeMail,
  type NoticeTopic,
  type QuietDays,
  type WaitingMail,
} from '@htsm/domain';

/** Somebody whose mails are decided about, locked for this transaction. */
export interface WaitingPerson {
  readonly id: string;
  readonly email: string;
  readonly name: string;
  readonly locale: string;
  readonly quiet: QuietDays;
  readonly chosen: Readonly<Partial<Record<NoticeTopic, NoticeMail>>>;
  /** Mails that were released today, on the calendar of Amsterdam. */
  readonly sentToday: number;
}

/** Locks people with a mail whose moment has come; two runs never decide about one person at the same moment. */
export function lockWaiting(tx: Tx, mergeMinutes: number, limit: number): Promise<WaitingPerson[]> {
  return tx.rows(
    `WITH due AS (
       SELECT DISTINCT to_user_id AS id FROM mail_outbox WHERE state = 'waiting'
         AND coalesce(digest_at, created_at) <= htsm_now() AND (digest_at IS NOT NULL OR created_at <= htsm_now() - $1 * interval '1 minute')),
     locked AS (SELECT u.* FROM app_user u WHERE u.id IN (SELECT id FROM due) ORDER BY u.id LIMIT $2 FOR NO KEY UPDATE SKIP LOCKED)
     SELECT u.id, u.email, u.name, u.locale,
       jsonb_build_object('weekends', coalesce(s.quiet_weekends, false), 'holidays', coalesce(s.quiet_holidays, false),
         'dates', coalesce(s.quiet_dates, '[]')) AS quiet,
       coalesce((SELECT jsonb_object_agg(c.topic, c.mail) FROM notice_choice c WHERE c.user_id = u.id), '{}') AS chosen,
       (SELECT count(*)::int FROM mail_outbox m WHERE m.to_user_id = u.id
         AND m.released_at >= date_trunc('day', htsm_now() AT TIME ZONE 'Europe/Amsterdam') AT TIME ZONE 'Europe/Amsterdam') AS "sentToday"
     FROM locked u LEFT JOIN subscription s ON s.user_id = u.id ORDER BY u.id`,
    [mergeMinutes, limit],
  );
}

interface WaitingRow {
  readonly id: string;
  readonly kind: string;
  readonly aboutId: string;
  readonly at: Date;
  readonly digestAt: Date | null;
  readonly isWelcome: boolean;
}

/** Gives what waits for a person, oldest first, and asks as that person whether it is still theirs to know of. */
export async function waitingFor(tx: Tx, person: WaitingPerson): Promise<WaitingMail[]> {
  const [row] = await tx.rows<{ person: PersonRow | null }>('SELECT auth_person($1) AS person', [person.id]);
  // whoever was disabled is nobody: then nothing reaches them
  await tx.run(actorSettings(row?.person == null ? { kind: 'anonymous' } : actorOf(row.person)));
  const rows = await tx.rows<WaitingRow>(
    `SELECT m.id, m.kind, coalesce(n.about_id, m.id) AS "aboutId", m.created_at AS at, m.digest_at AS "digestAt",
       n.id IS NOT NULL AND notice_reaches_me(n)
         AND NOT EXISTS (SELECT FROM notice_mute q WHERE q.user_id = n.user_id AND q.about_id = n.about_id) AS "isWelcome"
     FROM mail_outbox m LEFT JOIN notice n ON n.id = m.id WHERE m.to_user_id = $1 AND m.state = 'waiting'
     ORDER BY m.created_at, m.id FOR UPDATE OF m`,
    [person.id],
  );
  return rows.map(({ kind, ...waiting }) => {
    const topic = NOTICE_TOPIC_OF[kind as MailKind] ?? null; // a kind of an older version is none of ours any more
    return { ...waiting, mail: topic === null ? 'at_once' : noticeMail(topic, person.chosen) };
  });
}

/** Does what was decided; gives how many mails are on their way by it. */
export async function carryOut(tx: Tx, person: WaitingPerson, plan: MailPlan): Promise<number> {
  await tx.run(`UPDATE mail_outbox SET state = 'unwanted' WHERE id = ANY ($1)`, [plan.drop]);
  await tx.run('UPDATE mail_outbox SET digest_at = $2 WHERE id = ANY ($1)', [plan.postpone, plan.digestAt]);
  for (const [id, ...others] of plan.send) {
    if (id === undefined) continue;
    if (others.length > 0) await merge(tx, person, 'notices_merged', [id, ...others]);
    else
      await tx.run(
        `UPDATE mail_outbox SET state = 'queued', not_before = clock_timestamp(), released_at = htsm_now() WHERE id = $1`,
        [id],
      );
  }
  if (plan.digest.length > 0) await merge(tx, person, 'notices_daily', plan.digest);
  return plan.send.length + (plan.digest.length > 0 ? 1 : 0);
}

/** Writes one mail that says all of these; the daily one does not count for the day's measure. */
async function merge(
  tx: Tx,
  person: WaitingPerson,
  kind: 'notices_merged' | 'notices_daily',
  ids: readonly string[],
): Promise<void> {
  const id = randomUUID();
  const key = createHash('sha256')
    .update([...ids].sort().join())
    .digest('base64url');
  await tx.run(
    `INSERT INTO mail_outbox (id, kind, to_email, to_user_id, locale, variables, dedupe_key, message_id, released_at)
     SELECT $1, $2, $3, $4, $5, jsonb_build_object('name', $6::text, 'items',
         jsonb_agg(jsonb_build_object('kind', m.kind, 'variables', m.variables) ORDER BY m.created_at, m.id)),
       $7, $8, CASE WHEN $2 = 'notices_merged' THEN htsm_now() END
     FROM mail_outbox m WHERE m.id = ANY ($9)`,
    [id, kind, person.email, person.id, person.locale, person.name, `${kind}:${key}`, `<${id}@htsm-challenges>`, ids],
  );
  await tx.run(`UPDATE mail_outbox SET state = 'merged', merged_into = $2 WHERE id = ANY ($1)`, [ids, id]);
}
