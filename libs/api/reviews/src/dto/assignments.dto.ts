import { ASSIGNMENT_STATES, type AssignmentState } from '@htsm/domain';
import {
  BooleanField,
  ChoiceField,
  IdField,
  IdsField,
  InstantField,
  IntField,
  ObjectField,
  ObjectsField,
  TextField,
} from '@htsm/api/core';
import { ConflictDto } from './conflicts.dto';
import { JudgedChallengeDto } from './judged-challenge.dto';

/** Who judges which proposals, and by when; every reviewer gets every proposal. */
export class AssignReviewersDto {
  @IdsField({ minItems: 1, maxItems: 200 }) proposalIds!: string[];
  @IdsField({ minItems: 1, maxItems: 50 }) reviewerIds!: string[];
  /** In the future. */
  @InstantField() dueAt!: string;
}

/** Lines of a spreadsheet with whom to give what. */
export class ImportAssignmentsDto {
  /** CSV with a head: the number of a proposal, and the address or the name of a reviewer. */
  @TextField({ min: 1, max: 200_000, keepSpaces: true }) csv!: string;
  /** In the future. */
  @InstantField() dueAt!: string;
}

/** One reviewer's task for a proposal, as the taskforce sees it. */
export class AssignmentDto {
  @IdField() id!: string;
  @IdField() reviewerId!: string;
  @TextField({ max: 200 }) reviewerName!: string;
  @ChoiceField(ASSIGNMENT_STATES) state!: AssignmentState;
  @InstantField() dueAt!: string;
  /** Whether the date has passed without a review. */
  @BooleanField() isLate!: boolean;
  /** Which interest the reviewer declared, or null. */
  @TextField({ max: 2000, nullable: true }) conflictReason!: string | null;
  /** Null until submitted. */
  @IdField({ nullable: true }) reviewId!: string | null;
  @InstantField({ nullable: true }) submittedAt!: string | null;
  /** When the reviewer was last reminded, or null. */
  @InstantField({ nullable: true }) remindedAt!: string | null;
}

/** A proposal in the taskforce's lists, after closing. */
export class TaskforceProposalDto {
  @IdField() id!: string;
  @IntField({ min: 0, max: 1_000_000 }) number!: number;
  @TextField({ max: 200 }) title!: string;
  @TextField({ max: 5000 }) summary!: string;
  @TextField({ max: 200 }) organisationName!: string;
  @TextField({ max: 120 }) organisationCity!: string;
  @IntField({ min: 0, max: 2_000_000_000, nullable: true }) priceEur!: number | null;
  @InstantField({ nullable: true }) submittedAt!: string | null;
}

/** The unsealed proposals of a challenge, by number; empty before closing. */
export class TaskforceProposalsDto {
  @ObjectField(() => JudgedChallengeDto) challenge!: JudgedChallengeDto;
  @ObjectsField(() => TaskforceProposalDto, { maxItems: 1000 }) items!: TaskforceProposalDto[];
  @InstantField() now!: string;
}

/** A proposal with its reviewers. */
export class AssignedProposalDto extends TaskforceProposalDto {
  /** By name. */
  @ObjectsField(() => AssignmentDto, { maxItems: 100 }) assignments!: AssignmentDto[];
}

/** A member of the review panel and their load. */
export class ReviewerDto {
  @IdField() id!: string;
  @TextField({ max: 200 }) name!: string;
  /** Reviews not yet submitted, over all challenges. */
  @IntField({ min: 0, max: 100_000 }) openReviews!: number;
}

/** The review panel, by name. */
export class ReviewersDto {
  @ObjectsField(() => ReviewerDto, { maxItems: 500 }) items!: ReviewerDto[];
}

/** A member of the panel, as a candidate for one challenge. */
export class CandidateReviewerDto extends ReviewerDto {
  /** Reviews handed in, over all challenges. */
  @IntField({ min: 0, max: 100_000 }) handedIn!: number;
  /** Tasks in this challenge, conflicts not counted. */
  @IntField({ min: 0, max: 100_000 }) assignedHere!: number;
  /** Proposals that this person may not judge: member of a party, or bound to one without a waiver. */
  @IdsField({ maxItems: 1000 }) partyToProposalIds!: string[];
  /** What binds this person to those who take part, by organisation; waived ones too. */
  @ObjectsField(() => ConflictDto, { maxItems: 1000 }) conflicts!: ConflictDto[];
}

/** All that is needed to assign. */
export class AssignmentsDto {
  @ObjectField(() => JudgedChallengeDto) challenge!: JudgedChallengeDto;
  /** Whether reviewers can be assigned now. */
  @BooleanField() canAssign!: boolean;
  @ObjectsField(() => AssignedProposalDto, { maxItems: 1000 }) proposals!: AssignedProposalDto[];
  @ObjectsField(() => CandidateReviewerDto, { maxItems: 500 }) reviewers!: CandidateReviewerDto[];
  @InstantField() now!: string;
}

/** What an assignment of several led to. */
export class AssignedDto {
  /** Number of new tasks; pairs that existed already are not counted. */
  @IntField({ min: 0, max: 10_000 }) created!: number;
}

/** When the reminder was queued. */
export class ReminderDto {
  @InstantField() remindedAt!: string;
}

/** Why a review goes back to its reviewer. */
export class ReopenReviewDto {
  @TextField({ min: 10, max: 2000 }) reason!: string;
}
