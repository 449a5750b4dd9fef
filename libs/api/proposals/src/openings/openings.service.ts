import { Injectable } from '@nestjs/common';
import type { OpeningRole } from '@htsm/domain';
import { Database, NotFound, readCursor, toPage, type Tx, type UserActor } from '@htsm/api/core';
import type { ProposalOpeningsDto, ProposalOpeningsQueryDto } from '../dto/openings.dto';

const PAGE_SIZE = 20;

interface OpeningRow {
  readonly id: string;
  readonly role: OpeningRole;
  readonly fileName: string | null;
  readonly openedAt: Date;
  /** `opened_at` to the microsecond, for the cursor. */
  readonly key: string;
}

/** What somebody opens: a proposal, or one of its files. */
export interface Opened {
  readonly proposalId: string;
  readonly attachmentId?: string;
}

/** The log of who opened a proposal: written when it is read by others, shown to the organisation that proposes. */
@Injectable()
export class Openings {
  constructor(private readonly database: Database) {}

  /** Notes that the actor of the transaction reads this; call it once the rows have shown that they may. */
  async note(tx: Tx, { proposalId, attachmentId }: Opened, role: OpeningRole): Promise<void> {
    await tx.rows('SELECT note_opening($1, $2, $3)', [proposalId, attachmentId ?? null, role]);
  }

  /** Gives a page of the openings of an own proposal, newest first; throws NotFound for somebody else's. */
  list(actor: UserActor, proposalId: string, query: ProposalOpeningsQueryDto): Promise<ProposalOpeningsDto> {
    const [key, id] = query.cursor === undefined ? [null, null] : readCursor(query.cursor, 2);
    return this.database.as(actor, async (tx) => {
      const own = await tx.row<{ mine: boolean }>('SELECT proposal_is_mine($1) AS mine', [proposalId]);
      if (own?.mine !== true) throw new NotFound();
      const rows = await tx.rows<OpeningRow>(
        `SELECT id, role, file_name AS "fileName", opened_at AS "openedAt", opened_at::text AS key FROM proposal_opening
         WHERE proposal_id = $1 AND ($2::timestamptz IS NULL OR (opened_at, id) < ($2::timestamptz, $3::uuid))
         ORDER BY opened_at DESC, id DESC LIMIT ${PAGE_SIZE + 1}`,
        [proposalId, key, id],
      );
      const page = toPage(rows, PAGE_SIZE, toOpening, (row) => [row.key, row.id]);
      return { items: page.items, next: page.next };
    });
  }
}

function toOpening({ role, fileName, openedAt }: OpeningRow): ProposalOpeningsDto['items'][number] {
  return { role, fileName, openedAt: openedAt.toISOString() };
}
