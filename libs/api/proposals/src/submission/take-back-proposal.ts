import { Injectable } from '@nestjs/common';
import { UNSEALED_PROPOSAL_STATES } from '@htsm/domain';
import { Database, StepNotAllowed, VersionConflict, type UserActor } from '@htsm/api/core';
import type { MyProposalDto } from '../dto/my-proposal.dto';
import type { ProposalStepDto } from '../dto/proposal-edits.dto';
import type { ProposalRecord } from '../proposal.records';
import { toMyProposal } from '../proposals.mapper';
import { refuseUnlessAccepting } from '../proposals.policy';
import { ProposalSteps, proposalPath } from './proposal-steps';

/** The two ways back: to a draft until closing, and out of the challenge at any time. */
@Injectable()
export class TakeBackProposal {
  constructor(
    private readonly database: Database,
    private readonly steps: ProposalSteps,
  ) {}

  /** Makes a submitted proposal a draft again; throws ProposalDeadlinePassed from the closing instant on. */
  pullBack(actor: UserActor, id: string, input: ProposalStepDto): Promise<MyProposalDto> {
    return this.database.as(actor, async (tx) => {
      const record = await this.steps.locked(tx, actor, id);
      if (record.state !== 'submitted') throw new StepNotAllowed(record.state, 'pull_back');
      refuseUnlessAccepting(record.challenge, record.now);
      refuseOtherVersion(record, input.version);
      await this.steps.take(tx, record, 'pull_back', null);
      await this.steps.log(tx, actor, record, { type: 'proposal.pulled_back', isSealed: true });
      await this.steps.mailAll(tx, record, {
        kind: 'proposal_pulled_back',
        cause: cause(record),
        variables: ({ name }, challengeTitle) => ({
          name,
          challengeTitle,
          closesAt: new Date(record.challenge.closesAt).toISOString(),
          path: proposalPath(record),
        }),
      });
      return toMyProposal(await this.steps.after(tx, record));
    });
  }

  /** Withdraws for good; before closing nobody outside the organisation learns of it, after closing the taskforce does. */
  withdraw(actor: UserActor, id: string, input: ProposalStepDto): Promise<MyProposalDto> {
    return this.database.as(actor, async (tx) => {
      const record = await this.steps.locked(tx, actor, id);
      if (record.state === 'withdrawn') throw new StepNotAllowed(record.state, 'withdraw');
      refuseOtherVersion(record, input.version);
      await this.steps.take(tx, record, 'withdraw', record.submittedAt);
      const isSealed = !UNSEALED_PROPOSAL_STATES.includes(record.state);
      await this.steps.log(tx, actor, record, {
        type: 'proposal.withdrawn',
        payload: { from: record.state },
        isSealed,
      });
      await this.steps.mailAll(tx, record, {
        kind: 'proposal_withdrawn',
        cause: cause(record),
        variables: ({ name }, challengeTitle) => ({
          name,
          challengeTitle,
        }),
      });
      if (!isSealed) await this.steps.tellTaskforce(tx, record);
      return toMyProposal(await this.steps.after(tx, record));
    });
  }
}

function refuseOtherVersion(record: ProposalRecord, version: number): void {
  if (record.version !== version) throw new VersionConflict(toMyProposal(record));
}

/** A proposal can be pulled back more than once; each time is a version of its own. */
function cause(record: ProposalRecord): string {
  return `${record.id}:${record.version}`;
}
