import { Injectable } from '@nestjs/common';
import { Database, EventLog, NotFound, readCursor, toPage, type Tx, type UserActor } from '@htsm/api/core';
import type {
  MailInTroubleDto,
  MailsInTroublePageDto,
  MailsInTroubleQueryDto,
  TroubleState,
} from './mails-in-trouble.dto';

const PAGE_SIZE = 50;

interface Row {
  id: string;
  kind: string;
  to_email: string;
  state: TroubleState;
  last_error: string | null;
  created_at: Date;
  /** To the microsecond, which a Date is not. */
  sort_key: string;
}

/** What administrators see of mails in trouble and decide about them; rows about sealed proposals are not there. */
@Injectable()
export class MailsInTroubleService {
  constructor(
    private readonly database: Database,
    private readonly events: EventLog,
  ) {}

  /** Gives a page of the mails in one state, newest first. */
  async list(actor: UserActor, query: MailsInTroubleQueryDto): Promise<MailsInTroublePageDto> {
    const before = query.cursor === undefined ? [null, null] : readCursor(query.cursor, 2);
    const rows = await this.database.as(actor, (tx) =>
      tx.rows<Row>(
        `SELECT id, kind, to_email, state, last_error, created_at, created_at::text AS sort_key FROM mail_outbox
         WHERE state = $1 AND ($2::timestamptz IS NULL OR (created_at, id) < ($2, $3::uuid))
         ORDER BY created_at DESC, id DESC LIMIT $4`,
        [query.state, ...before, PAGE_SIZE + 1],
      ),
    );
    return toPage(rows, PAGE_SIZE, mailInTrouble, (row) => [row.sort_key, row.id]);
  }

  /** Queues a mail again, and lifts the stop on its address: whoever sends again knows that it works. Throws NotFound. */
  async resend(actor: UserActor, id: string): Promise<void> {
    await this.database.as(actor, async (tx) => {
      const mail = await tx.row<{ to_email: string }>(
        `UPDATE mail_outbox SET state = 'queued', attempts = 0, not_before = clock_timestamp(), claimed_by = NULL,
           handover_at = NULL, last_error = NULL WHERE id = $1 AND state IN ('uncertain', 'failed', 'suppressed') RETURNING to_email`,
        [id],
      );
      if (mail === null) throw new NotFound();
      const lifted = await tx.run('DELETE FROM mail_suppression WHERE email = $1', [mail.to_email]);
      await this.log(tx, actor, id, 'mail.sent_again');
      if (lifted > 0) await this.log(tx, actor, id, 'mail.address_allowed');
    });
  }

  /** Settles that a mail never goes out. Throws NotFound. */
  async drop(actor: UserActor, id: string): Promise<void> {
    await this.database.as(actor, async (tx) => {
      const dropped = await tx.run(
        `UPDATE mail_outbox SET state = 'suppressed', claimed_by = NULL, last_error = 'dropped'
         WHERE id = $1 AND state IN ('uncertain', 'failed')`,
        [id],
      );
      if (dropped === 0) throw new NotFound();
      await this.log(tx, actor, id, 'mail.dropped');
    });
  }

  private async log(tx: Tx, actor: UserActor, mailId: string, type: string): Promise<void> {
    await this.events.append(tx, { type, subjectType: 'mail', subjectId: mailId, actorId: actor.userId });
  }
}

function mailInTrouble(row: Row): MailInTroubleDto {
  return {
    id: row.id,
    kind: row.kind,
    toEmail: row.to_email,
    state: row.state,
    reason: row.last_error,
    createdAt: row.created_at.toISOString(),
  };
}
