import { Injectable } from '@nestjs/common';
import { Database, type FileToSend, type UserActor } from '@htsm/api/core';
import { JudgedProposalsRepository } from './judged-proposals.repository';

/** Files of unsealed proposals, for the taskforce. */
@Injectable()
export class ProposalFiles {
  constructor(
    private readonly database: Database,
    private readonly proposals: JudgedProposalsRepository,
  ) {}

  /** Throws NotFound for a file that the actor may not know of. */
  find(actor: UserActor, proposalId: string, attachmentId: string): Promise<FileToSend> {
    return this.database.as(actor, (tx) => this.proposals.file(tx, { proposalId, attachmentId }, 'taskforce'));
  }
}
