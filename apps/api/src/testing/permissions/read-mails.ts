import { MailRenderer } from '@htsm/api/notifications';
import type { TestWorld } from '@htsm/api/core/testing';

interface OutboxRow {
  readonly id: string;
  readonly kind: string;
  readonly to: string;
  readonly readerId: string | null;
  readonly locale: 'nl' | 'en';
  readonly variables: never;
}

/** Writes every mail of the outbox as it would go out and looks through it for secrets of others; gives how many it read. */
export async function readMails({ app, canaries, database }: TestWorld): Promise<number> {
  const rows = await database.asOwner<OutboxRow>(
    `SELECT m.id, m.kind, m.to_email AS "to", coalesce(m.to_user_id, u.id) AS "readerId", m.locale, m.variables
     FROM mail_outbox m LEFT JOIN app_user u ON u.email = m.to_email WHERE m.state IN ('queued', 'waiting') ORDER BY m.id`,
  );
  for (const { kind, to, readerId, locale, variables } of rows) {
    if (!MailRenderer.knows(kind)) throw new Error(`No mail ${kind}`);
    const mail = app
      .get(MailRenderer)
      .render(
        { kind, locale, toEmail: to, queuedAt: new Date('2026-11-22T08:00:00Z'), subscriptionId: null },
        variables,
      );
    for (const secret of canaries.leaksTo(readerId, JSON.stringify(mail), to)) {
      canaries.onLeak(`In a mail ${kind} to ${to}: ${secret}`);
    }
  }
  return rows.length;
}
