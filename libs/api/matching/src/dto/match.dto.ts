import { ApiProperty } from '@nestjs/swagger';
import { MATCH_STATES, type MatchState } from '@htsm/domain';
import {
  ChoiceField,
  ChoicesField,
  DateField,
  IdField,
  InstantField,
  IntField,
  ObjectsField,
  TextField,
} from '@htsm/api/core';

/** What the taskforce records of an awarded proposal. */
export class RecordMatchDto {
  /** An awarded proposal whose answer is released. */
  @IdField() proposalId!: string;
  /** What the parties agreed, in a few sentences; both parties get it by mail. */
  @TextField({ min: 1, max: 4000 }) agreed!: string;
  @DateField({ nullable: true }) introductionOn!: string | null;
  /** When the taskforce asks how it goes. */
  @DateField({ nullable: true }) nextCheckInOn!: string | null;
}

/** Changes to a match; what is left out stays as it is. */
export class ChangeMatchDto {
  /** Version that the change is based on. */
  @IntField({ min: 1, max: 2_000_000_000 }) version!: number;
  @ChoiceField(MATCH_STATES, { optional: true }) state?: MatchState;
  @TextField({ min: 1, max: 4000, optional: true }) agreed?: string;
  @DateField({ nullable: true, optional: true }) introductionOn?: string | null;
  @DateField({ nullable: true, optional: true }) nextCheckInOn?: string | null;
}

/** Which matches to list. */
export class MatchesQueryDto {
  @ChoicesField(MATCH_STATES, { optional: true }) state?: MatchState[];
  @TextField({ max: 500, optional: true }) cursor?: string;
}

/** A match between a challenge and an SME. */
export class MatchDto {
  @IdField() id!: string;
  @ChoiceField(MATCH_STATES) state!: MatchState;
  @TextField({ max: 4000 }) agreed!: string;
  @DateField({ nullable: true }) introductionOn!: string | null;
  @DateField({ nullable: true }) nextCheckInOn!: string | null;
  @IdField() challengeId!: string;
  @TextField({ max: 100 }) challengeSlug!: string;
  @TextField({ max: 120 }) challengeTitle!: string;
  @TextField({ max: 200 }) ownerName!: string;
  @IdField() proposalId!: string;
  @TextField({ max: 200 }) proposalTitle!: string;
  @IdField() organisationId!: string;
  /** The proposing organisation. */
  @TextField({ max: 200 }) organisationName!: string;
  @InstantField() createdAt!: string;
  @InstantField() updatedAt!: string;
  @IntField({ min: 1, max: 2_000_000_000 }) version!: number;
}

/** One page of matches, newest first. */
export class MatchesDto {
  @ObjectsField(() => MatchDto, { maxItems: 20 }) items!: MatchDto[];
  @ApiProperty({ type: String, nullable: true }) next!: string | null;
  @InstantField() now!: string;
}

/** A note of the taskforce; nobody else reads it. */
export class MatchNoteDto {
  @IntField({ min: 1, max: Number.MAX_SAFE_INTEGER }) id!: number;
  @TextField({ max: 200 }) authorName!: string;
  @TextField({ max: 4000 }) text!: string;
  @InstantField() createdAt!: string;
}

/** A match with its notes, as the taskforce sees it. */
export class MatchPageDto extends MatchDto {
  /** States that may follow. */
  @ChoicesField(MATCH_STATES) nextStates!: MatchState[];
  /** Newest first. */
  @ObjectsField(() => MatchNoteDto, { maxItems: 500 }) notes!: MatchNoteDto[];
}

/** A new note. */
export class AddMatchNoteDto {
  @TextField({ min: 1, max: 4000 }) text!: string;
}

/** An awarded proposal without a match yet. */
export class MatchableProposalDto {
  @IdField() proposalId!: string;
  @TextField({ max: 200 }) proposalTitle!: string;
  @TextField({ max: 200 }) organisationName!: string;
  @IdField() challengeId!: string;
  @TextField({ max: 120 }) challengeTitle!: string;
  @TextField({ max: 200 }) ownerName!: string;
}

/** What can be recorded now. */
export class MatchableProposalsDto {
  @ObjectsField(() => MatchableProposalDto, { maxItems: 100 }) items!: MatchableProposalDto[];
}
