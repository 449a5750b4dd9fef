import { Injectable } from '@nestjs/common';
import { Database, readCursor, toPage, type UserActor } from '@htsm/api/core';
import type { MyProposalDto } from './dto/my-proposal.dto';
import type { MyProposalListDto, MyProposalsQueryDto } from './dto/my-proposals.dto';
import { toMyProposal, toMyProposalSummary } from './proposals.mapper';
import { existing, proposingOrganisations } from './proposals.policy';
import { ProposalsRepository } from './proposals.repository';

const PAGE_SIZE = 50;

/** Shows people the proposals of their own organisations. */
@Injectable()
export class MyProposals {
  constructor(
    private readonly database: Database,
    private readonly repository: ProposalsRepository,
  ) {}

  /** Gives a page of proposals, last changed first. */
  list(actor: UserActor, query: MyProposalsQueryDto): Promise<MyProposalListDto> {
    const after = query.cursor === undefined ? null : readCursor(query.cursor, 2).map(String);
    return this.database.as(actor, async (tx) => {
      const from = after === null ? null : { updatedKey: after[0] ?? '', id: after[1] ?? '' };
      const rows = await this.repository.list(tx, proposingOrganisations(actor), from, PAGE_SIZE + 1);
      const page = toPage(rows, PAGE_SIZE, toMyProposalSummary, (row) => [row.updatedKey, row.id]);
      return { items: page.items, next: page.next, now: (rows[0]?.now ?? (await tx.now())).toISOString() };
    });
  }

  /** Gives one proposal; throws NotFound for somebody else's. */
  read(actor: UserActor, id: string): Promise<MyProposalDto> {
    return this.database.as(actor, async (tx) =>
      toMyProposal(existing(await this.repository.read(tx, id, proposingOrganisations(actor)))),
    );
  }
}
