import { Injectable } from '@nestjs/common';
import { Database, EventLog, NotFound, readCursor, toPage, type UserActor } from '@htsm/api/core';
import type { MailReasonDto } from './outbox.dto';
import { AddressStoppedAlready } from './outbox.errors';
import type {
  StopAddressDto,
  StoppedAddressDto,
  StoppedAddressesPageDto,
  StoppedAddressesQueryDto,
} from './stopped-addresses.dto';

const PAGE_SIZE = 50;

interface Row {
  id: string;
  email: string;
  reason: StoppedAddressDto['reason'];
  words: string;
  mail_id: string | null;
  created_at: Date;
  /** To the microsecond, which a Date is not. */
  sort_key: string;
}

const COLUMNS = 'id, email, reason, words, mail_id, created_at, created_at::text AS sort_key';

/** The addresses that nothing goes to any more, as administrators keep them. */
@Injectable()
export class StoppedAddresses {
  constructor(
    private readonly database: Database,
    private readonly events: EventLog,
  ) {}

  /** Gives a page, newest first; `q` is part of the address. */
  async list(actor: UserActor, { q, cursor }: StoppedAddressesQueryDto): Promise<StoppedAddressesPageDto> {
    const before = cursor === undefined ? [null, null] : readCursor(cursor, 2);
    const part = q === undefined || q === '' ? null : `%${q.replace(/[\\%_]/g, '\\$&')}%`;
    const rows = await this.database.as(actor, (tx) =>
      tx.rows<Row>(
        `SELECT ${COLUMNS} FROM mail_suppression WHERE ($1::text IS NULL OR email::text ILIKE $1)
           AND ($2::timestamptz IS NULL OR (created_at, id) < ($2, $3::uuid))
         ORDER BY created_at DESC, id DESC LIMIT $4`,
        [part, ...before, PAGE_SIZE + 1],
      ),
    );
    return toPage(rows, PAGE_SIZE, stoppedAddress, (row) => [row.sort_key, row.id]);
  }

  /** Stops an address by hand. Throws AddressStoppedAlready. */
  async stop(actor: UserActor, { email, reason }: StopAddressDto): Promise<StoppedAddressDto> {
    return this.database.as(actor, async (tx) => {
      const row = await tx.row<Row>(
        `INSERT INTO mail_suppression (email, reason, words) VALUES ($1, 'by_hand', $2) ON CONFLICT DO NOTHING RETURNING ${COLUMNS}`,
        [email, reason],
      );
      if (row === null) throw new AddressStoppedAlready();
      await this.events.append(tx, { ...about(actor, row.id, 'mail_address.stopped'), reason });
      return stoppedAddress(row);
    });
  }

  /** Lets mail go to an address again, with the reason in the log. Throws NotFound. */
  async allow(actor: UserActor, id: string, { reason }: MailReasonDto): Promise<void> {
    await this.database.as(actor, async (tx) => {
      const lifted = await tx.run('DELETE FROM mail_suppression WHERE id = $1', [id]);
      if (lifted === 0) throw new NotFound();
      await this.events.append(tx, { ...about(actor, id, 'mail_address.allowed'), reason });
    });
  }
}

function about(actor: UserActor, id: string, type: string) {
  return { type, subjectType: 'mail_address', subjectId: id, actorId: actor.userId };
}

function stoppedAddress({ id, email, reason, words, mail_id, created_at }: Row): StoppedAddressDto {
  return { id, email, reason, words, mailId: mail_id, stoppedAt: created_at.toISOString() };
}
