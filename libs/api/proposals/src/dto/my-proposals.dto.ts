import { PROPOSAL_STATES, type ProposalState } from '@htsm/domain';
import { ChoiceField, IdField, InstantField, IntField, ObjectField, ObjectsField, TextField } from '@htsm/api/core';
import { ProposalActionsDto, ProposalChallengeDto } from './proposal-parts.dto';

/** Which page of the list. */
export class MyProposalsQueryDto {
  @TextField({ max: 500, optional: true }) cursor?: string;
}

/** A proposal in the list of its organisation. */
export class MyProposalSummaryDto {
  @IdField() id!: string;
  /** Empty when it has none yet. */
  @TextField({ max: 200 }) title!: string;
  @ChoiceField(PROPOSAL_STATES) state!: ProposalState;
  @TextField({ max: 200 }) organisationName!: string;
  @ObjectField(() => ProposalChallengeDto) challenge!: ProposalChallengeDto;
  @ObjectField(() => ProposalActionsDto) actions!: ProposalActionsDto;
  /** How much is still missing or too long; 0 for what is not a draft. */
  @IntField({ min: 0, max: 50 }) gapCount!: number;
  @IntField({ min: 1, max: 2_147_483_647 }) version!: number;
  @InstantField({ nullable: true }) submittedAt!: string | null;
  @InstantField() updatedAt!: string;
}

/** A page of the own organisations' proposals, last changed first. */
export class MyProposalListDto {
  @ObjectsField(() => MyProposalSummaryDto, { maxItems: 50 }) items!: MyProposalSummaryDto[];
  /** Cursor of the next page; null on the last. */
  @TextField({ max: 500, nullable: true }) next!: string | null;
  /** The server's instant. */
  @InstantField() now!: string;
}
