import { ApiProperty } from '@nestjs/swagger';
import { ASSIGNMENT_STATES, CONFIDENCES, type AssignmentState, type Confidence } from '@htsm/domain';
import {
  BooleanField,
  ChoiceField,
  IdField,
  InstantField,
  IntField,
  ObjectField,
  ObjectsField,
  TextField,
} from '@htsm/api/core';
import { JudgedChallengeDto, JudgedCriterionDto } from './judged-challenge.dto';
import { JudgedProposalDto } from './judged-proposal.dto';

/** A score with its reason for one criterion. */
export class ReviewScoreDto {
  @IdField() criterionId!: string;
  /** 0 to 5; null when not judged yet or not applicable. */
  @IntField({ min: 0, max: 5, nullable: true }) score!: number | null;
  @BooleanField() isNotApplicable!: boolean;
  @TextField({ max: 4000, keepSpaces: true }) reason!: string;
}

/** The reader's own review. */
export class OwnReviewDto {
  @ChoiceField(['draft', 'submitted']) state!: 'draft' | 'submitted';
  @IntField({ min: 1, max: 2_000_000_000 }) version!: number;
  @TextField({ max: 4000 }) remark!: string;
  /** How sure of it the reviewer is; null when not said. */
  @ChoiceField(CONFIDENCES, { nullable: true }) confidence!: Confidence | null;
  @InstantField() updatedAt!: string;
  @InstantField({ nullable: true }) submittedAt!: string | null;
  /** 0 to 5 in two decimals over what is scored so far, or null. */
  @ApiProperty({ type: Number, nullable: true }) weightedScore!: number | null;
  /** In the order of the criteria; one for every criterion. */
  @ObjectsField(() => ReviewScoreDto, { maxItems: 10 }) scores!: ReviewScoreDto[];
}

/** Another reviewer's submitted review, without a name. */
export class FellowReviewDto {
  /** A, B, C… in the order of submission. */
  @TextField({ max: 3 }) label!: string;
  @TextField({ max: 4000 }) remark!: string;
  @ChoiceField(CONFIDENCES, { nullable: true }) confidence!: Confidence | null;
  @ApiProperty({ type: Number, nullable: true }) weightedScore!: number | null;
  @ObjectsField(() => ReviewScoreDto, { maxItems: 10 }) scores!: ReviewScoreDto[];
}

/** What is shown before the reviewer has declared whether there is a conflict of interest. */
export class ConflictCardDto {
  /** Null where the proposal is judged without names. */
  @TextField({ max: 200, nullable: true }) proposerName!: string | null;
  @TextField({ max: 120, nullable: true }) proposerCity!: string | null;
}

/** One proposal on the reviewer's desk. Before the declaration only `card` is filled. */
export class ReviewDeskDto {
  @IdField() assignmentId!: string;
  @ChoiceField(ASSIGNMENT_STATES) state!: AssignmentState;
  @IntField({ min: 0, max: 1_000_000 }) number!: number;
  @InstantField() dueAt!: string;
  /** Whether nothing here tells whose it is, texts and names of files included; until its answer is released. */
  @BooleanField() isBlind!: boolean;
  @ObjectField(() => JudgedChallengeDto) challenge!: JudgedChallengeDto;
  @ObjectField(() => ConflictCardDto, { nullable: true }) card!: ConflictCardDto | null;
  @ObjectField(() => JudgedProposalDto, { nullable: true }) proposal!: JudgedProposalDto | null;
  @ObjectsField(() => JudgedCriterionDto, { maxItems: 10 }) criteria!: JudgedCriterionDto[];
  @ObjectField(() => OwnReviewDto, { nullable: true }) review!: OwnReviewDto | null;
  /** Empty until the own review is submitted. */
  @ObjectsField(() => FellowReviewDto, { maxItems: 50 }) others!: FellowReviewDto[];
  @InstantField() now!: string;
}

/** Whether the reviewer has an interest in the proposal, its proposer or the owner of the challenge. */
export class DeclareConflictDto {
  @BooleanField() hasConflict!: boolean;
  /** Which interest, at least ten characters; asked only with a conflict. */
  @TextField({ max: 2000, optional: true }) reason?: string;
}

/** What the declaration led to. */
export class DeclarationDto {
  @ChoiceField(['accepted', 'conflicted']) state!: 'accepted' | 'conflicted';
}

/** A draft as far as it is; criteria that are left out stay as they are. */
export class SaveReviewDto {
  /** Version that the change is based on. */
  @IntField({ min: 1, max: 2_000_000_000 }) version!: number;
  /** For the taskforce and the other reviewers, not for the proposer. */
  @TextField({ max: 4000, optional: true, keepSpaces: true }) remark?: string;
  /** How sure of it the reviewer is; null takes it back, left out it stays. */
  @ChoiceField(CONFIDENCES, { nullable: true, optional: true }) confidence?: Confidence | null;
  @ObjectsField(() => ReviewScoreDto, { maxItems: 10 }) scores!: ReviewScoreDto[];
}

/** The version that somebody submits. */
export class SubmitReviewDto {
  @IntField({ min: 1, max: 2_000_000_000 }) version!: number;
}

/** A saved or submitted review. */
export class SavedReviewDto {
  @IntField({ min: 1, max: 2_000_000_000 }) version!: number;
  @ChoiceField(['draft', 'submitted']) state!: 'draft' | 'submitted';
  @InstantField() savedAt!: string;
  @ApiProperty({ type: Number, nullable: true }) weightedScore!: number | null;
}

/** A review that was handed in. */
export class SubmittedReviewDto extends SavedReviewDto {
  /** What the reviewer best judges next, the proposal with the fewest reviews; null when nothing is open. */
  @IdField({ nullable: true }) nextAssignmentId!: string | null;
}
