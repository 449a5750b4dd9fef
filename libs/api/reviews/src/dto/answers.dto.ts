import { ApiProperty } from '@nestjs/swagger';
import { FINAL_OUTCOMES, LOCALES, STANDINGS, type FinalOutcome, type Locale, type Standing } from '@htsm/domain';
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
import { AnswerQuestionDto } from './answer-questions.dto';
import { JudgedChallengeDto, JudgedCriterionDto } from './judged-challenge.dto';

/** Why, for one criterion, as the taskforce writes it. */
export class AnswerReasonInputDto {
  @IdField() criterionId!: string;
  @TextField({ max: 8000, keepSpaces: true }) text!: string;
}

/** Why, for one criterion, with the mean of the reviews (0 to 5 in two decimals). */
export class AnswerReasonDto extends AnswerReasonInputDto {
  @ApiProperty({ type: Number, nullable: true }) meanScore!: number | null;
}

/** The answer owed to one proposal. */
export class AnswerDto {
  @IdField() proposalId!: string;
  @IntField({ min: 0, max: 1_000_000 }) number!: number;
  @TextField({ max: 200 }) title!: string;
  @TextField({ max: 200 }) organisationName!: string;
  @ChoiceField(STANDINGS) outcome!: Standing;
  /** 0 when nothing is written yet. */
  @IntField({ min: 0, max: 2_000_000_000 }) version!: number;
  @TextField({ max: 4000 }) summary!: string;
  /** One for every criterion, in their order. */
  @ObjectsField(() => AnswerReasonDto, { maxItems: 10 }) reasons!: AnswerReasonDto[];
  /** Whether a final outcome is chosen. */
  @BooleanField() hasOutcome!: boolean;
  /** Criteria without a reason. */
  @IdsField({ maxItems: 10 }) missingCriterionIds!: string[];
  /** Number of reviews that are not in. */
  @IntField({ min: 0, max: 1000 }) missingReviews!: number;
  /** What most people of the proposer read in. */
  @ChoiceField(LOCALES) language!: Locale;
  /** Whether the reader still has to judge it, so that the texts are empty for them. */
  @BooleanField() isHiddenFromMe!: boolean;
  @InstantField({ nullable: true }) releasedAt!: string | null;
  /** What the proposer asked about it; null when nothing. */
  @ObjectField(() => AnswerQuestionDto, { nullable: true }) question!: AnswerQuestionDto | null;
}

/** All answers of a challenge, by number. */
export class AnswersDto {
  @ObjectField(() => JudgedChallengeDto) challenge!: JudgedChallengeDto;
  @ObjectsField(() => JudgedCriterionDto, { maxItems: 10 }) criteria!: JudgedCriterionDto[];
  @ObjectsField(() => AnswerDto, { maxItems: 1000 }) items!: AnswerDto[];
  /** Whether answers can be written now. */
  @BooleanField() canWrite!: boolean;
  /** Whether every proposal has a final outcome and every reason. */
  @BooleanField() isComplete!: boolean;
  @BooleanField() canClose!: boolean;
  @InstantField() now!: string;
}

/** What is written so far; reasons that are left out stay as they are. */
export class SaveAnswerDto {
  /** Version that the change is based on; 0 for the first. */
  @IntField({ min: 0, max: 2_000_000_000 }) version!: number;
  @TextField({ max: 4000, keepSpaces: true }) summary!: string;
  @ObjectsField(() => AnswerReasonInputDto, { maxItems: 10 }) reasons!: AnswerReasonInputDto[];
}

/** A saved answer. */
export class SavedAnswerDto {
  @IntField({ min: 0, max: 2_000_000_000 }) version!: number;
  @InstantField() savedAt!: string;
}

/** What a release led to. */
export class DecisionDto {
  @IntField({ min: 0, max: 1000 }) released!: number;
}

/** One reason as the proposer reads it. */
export class ReleasedReasonDto {
  @IdField() criterionId!: string;
  @TextField({ max: 160 }) title!: string;
  @IntField({ min: 0, max: 100 }) weight!: number;
  /** 0 to 5 in two decimals; null when it did not apply. */
  @ApiProperty({ type: Number, nullable: true }) meanScore!: number | null;
  /** The lowest and the highest score that a reviewer gave. */
  @IntField({ min: 0, max: 5, nullable: true }) lowest!: number | null;
  @IntField({ min: 0, max: 5, nullable: true }) highest!: number | null;
  /** Of all proposals that were judged; null for fewer than five. */
  @ApiProperty({ type: Number, nullable: true }) fieldMedian!: number | null;
  @TextField({ max: 8000 }) text!: string;
}

/** What an answer says, without the outcome. */
class AnswerContentDto {
  @IdField() proposalId!: string;
  @TextField({ max: 120 }) challengeTitle!: string;
  @TextField({ max: 100 }) challengeSlug!: string;
  @TextField({ max: 4000 }) summary!: string;
  /** The weighted mean of the reviews, 0 to 5 in two decimals; null without a score. */
  @ApiProperty({ type: Number, nullable: true }) meanScore!: number | null;
  /** Of all proposals that were judged; null for fewer than five. */
  @ApiProperty({ type: Number, nullable: true }) fieldMedian!: number | null;
  /** Number of reviews that the scores are of. */
  @IntField({ min: 0, max: 1000 }) reviewCount!: number;
  /** In the order of the criteria. */
  @ObjectsField(() => ReleasedReasonDto, { maxItems: 10 }) reasons!: ReleasedReasonDto[];
}

/** The answer as the proposer reads it, after the release. */
export class ReleasedAnswerDto extends AnswerContentDto {
  @InstantField() releasedAt!: string;
  @ChoiceField(FINAL_OUTCOMES) outcome!: FinalOutcome;
  /** What the proposer asked about it; null when nothing. */
  @ObjectField(() => AnswerQuestionDto, { nullable: true }) question!: AnswerQuestionDto | null;
  /** Until when it can be asked; null when it was, or when it is too late. */
  @InstantField({ nullable: true }) askUntil!: string | null;
}

/** The answer as its proposer would read it, whatever the outcome is so far. */
export class PreviewedAnswerDto extends AnswerContentDto {
  @ChoiceField(STANDINGS) outcome!: Standing;
}

/** The answer as its proposer would read it if it were released now. */
export class AnswerPreviewDto {
  /** What it is shown in. */
  @ChoiceField(LOCALES) language!: Locale;
  /** Without the middle of the field for a reader who may not see all of it. */
  @ObjectField(() => PreviewedAnswerDto) answer!: PreviewedAnswerDto;
  @InstantField() now!: string;
}
