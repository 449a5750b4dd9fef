import { Injectable } from '@nestjs/common';
import type { Locale } from '@htsm/domain';
import { NotFound, type FileToSend, type Tx } from '@htsm/api/core';
import type { JudgedProposalDto } from '../dto/judged-proposal.dto';
import { Blinding, type BlindFile } from '../reading/blinding';
import { JudgedProposalsRepository } from '../reading/judged-proposals.repository';
import type { OwnAssignment } from './reviews.repository';

/** Proposals as their reviewers read them: without names, and in a blind challenge cleared of what tells whose they are. */
@Injectable()
export class AssignedProposals {
  constructor(
    private readonly proposals: JudgedProposalsRepository,
    private readonly blinding: Blinding,
  ) {}

  /** Gives the proposal of a task that was accepted; throws NotFound when the actor does not see it. */
  async find(tx: Tx, assignment: OwnAssignment, locale: Locale): Promise<JudgedProposalDto> {
    const { proposalId, isBlind, isReleased } = assignment;
    const blind = isBlind ? await this.blinding.blinder(tx, proposalId, locale) : undefined;
    const proposal = await this.proposals.find(tx, proposalId, 'reviewer', blind);
    if (proposal === null) throw new NotFound();
    const named = isBlind ? this.blinding.withPlainNames(proposal, locale) : proposal;
    // judged without names, also by reviewers who are of the taskforce
    const [organisationName, organisationCity] = isReleased
      ? [assignment.proposerName, assignment.proposerCity]
      : [null, null];
    return { ...named, organisationName, organisationCity };
  }

  /** Gives a file of it; throws NotFound when there is none. */
  async file(tx: Tx, { proposalId, isBlind }: OwnAssignment, wanted: BlindFile): Promise<FileToSend> {
    const file = await this.proposals.file(tx, { proposalId, attachmentId: wanted.attachmentId }, 'reviewer');
    return isBlind ? this.blinding.toSend(tx, file, wanted) : file;
  }
}
