import { FINAL_OUTCOMES, type FinalOutcome } from '@htsm/domain';
import { ChoiceField, IdField, InstantField, IntField, ObjectField, ObjectsField, TextField } from '@htsm/api/core';
import { JudgedChallengeDto, JudgedCriterionDto } from './judged-challenge.dto';
import { JudgedProposalDto } from './judged-proposal.dto';

/** A proposal in the list of the challenge's owner. */
export class OwnerProposalDto {
  @IdField() id!: string;
  @IntField({ min: 0, max: 1_000_000 }) number!: number;
  @TextField({ max: 200 }) title!: string;
  @TextField({ max: 5000 }) summary!: string;
  @TextField({ max: 200 }) organisationName!: string;
  @TextField({ max: 120 }) organisationCity!: string;
  @IntField({ min: 0, max: 2_000_000_000, nullable: true }) priceEur!: number | null;
  @InstantField({ nullable: true }) submittedAt!: string | null;
  /** Null until the answers are released. */
  @ChoiceField(FINAL_OUTCOMES, { nullable: true }) outcome!: FinalOutcome | null;
}

/** The proposals for the owner's challenge, by number; empty before closing. */
export class OwnerProposalsDto {
  @ObjectField(() => JudgedChallengeDto) challenge!: JudgedChallengeDto;
  @ObjectsField(() => OwnerProposalDto, { maxItems: 1000 }) items!: OwnerProposalDto[];
  @InstantField() now!: string;
}

/** One proposal with the criteria that its parts answer. */
export class OwnerProposalPageDto {
  @ObjectField(() => JudgedChallengeDto) challenge!: JudgedChallengeDto;
  @ObjectsField(() => JudgedCriterionDto, { maxItems: 10 }) criteria!: JudgedCriterionDto[];
  @ObjectField(() => JudgedProposalDto) proposal!: JudgedProposalDto;
  @ChoiceField(FINAL_OUTCOMES, { nullable: true }) outcome!: FinalOutcome | null;
}
