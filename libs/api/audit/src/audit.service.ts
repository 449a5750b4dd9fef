import { Inject, Injectable } from '@nestjs/common';
import {
  CONFIG,
  Database,
  ValidationFailed,
  openNumber,
  readCursor,
  sealNumber,
  toPage,
  type Actor,
  type Config,
} from '@htsm/api/core';
import type { AuditLineDto, AuditPageDto, AuditQueryDto } from './dto/audit-line.dto';

const PAGE_SIZE = 50;
/** Lines that a reader may not see would show as gaps between the numbers of the others. */
const SEALED_FOR = 'audit-line';

interface Row {
  id: string;
  type: string;
  subject_type: string;
  subject_id: string;
  actor_name: string | null;
  reason: string | null;
  request_id: string | null;
  occurred_at: Date;
}

/** Reads the event log; sealed lines do not exist for anyone here until they are unsealed. */
@Injectable()
export class AuditService {
  constructor(
    private readonly database: Database,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  /** Gives a page of lines, newest first; throws ValidationFailed for a cursor that we did not write. */
  async list(actor: Actor, query: AuditQueryDto): Promise<AuditPageDto> {
    const before = query.cursor === undefined ? null : this.open(query.cursor);
    const rows = await this.database.as(actor, (tx) =>
      tx.rows<Row>(
        `SELECT e.id, e.type, e.subject_type, e.subject_id, u.name AS actor_name, e.reason, e.request_id, e.occurred_at
         FROM event e LEFT JOIN app_user u ON u.id = e.actor_id
         WHERE ($1::bigint IS NULL OR e.id < $1) AND ($2::uuid IS NULL OR e.subject_id = $2)
           AND (e.type IN ('access.refused', 'attempt.refused')) = $4
         ORDER BY e.id DESC LIMIT $3`,
        [before, query.subjectId ?? null, PAGE_SIZE + 1, query.show === 'refusals'],
      ),
    );
    const sealed = rows.map((row) => ({ ...row, id: sealNumber(this.config.appSecret, SEALED_FOR, row.id) }));
    return toPage(sealed, PAGE_SIZE, line, (row) => [row.id]);
  }

  private open(cursor: string): string {
    const number = openNumber(this.config.appSecret, SEALED_FOR, String(readCursor(cursor, 1)[0]));
    if (number === null) throw new ValidationFailed([{ path: 'cursor', code: 'object' }]);
    return number;
  }
}

function line(row: Row): AuditLineDto {
  return {
    id: row.id,
    type: row.type,
    subjectType: row.subject_type,
    subjectId: row.subject_id,
    actorName: row.actor_name,
    reason: row.reason,
    requestId: row.request_id,
    occurredAt: row.occurred_at.toISOString(),
  };
}
