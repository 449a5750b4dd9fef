import { ApiProperty } from '@nestjs/swagger';
import { CHALLENGE_STATES, MATCH_STATES, type ChallengeState, type MatchState } from '@htsm/domain';
import {
  ChoiceField,
  ChoicesField,
  DateField,
  IdField,
  InstantField,
  IntField,
  ObjectField,
  ObjectsField,
  TextField,
} from '@htsm/api/core';

const COUNT = { min: 0, max: 2_000_000_000 };
const LANE = { maxItems: 10 };

/** A challenge that waits for moderation. */
export class ToModerateDto {
  @IdField() challengeId!: string;
  @TextField({ max: 120 }) title!: string;
  @TextField({ max: 200 }) ownerName!: string;
  /** When it was sent in. */
  @InstantField() since!: string;
}

/** A challenge with proposals that have fewer than two reviewers. */
export class ToAssignDto {
  @IdField() challengeId!: string;
  @TextField({ max: 120 }) title!: string;
  @TextField({ max: 200 }) ownerName!: string;
  @IntField(COUNT) proposals!: number;
  /** When the challenge closed for proposals. */
  @InstantField({ nullable: true }) since!: string | null;
  @InstantField({ nullable: true }) decisionDueAt!: string | null;
}

/** A reviewer with late reviews in one challenge. */
export class LateReviewerDto {
  @IdField() reviewerId!: string;
  @TextField({ max: 200 }) reviewerName!: string;
  @IdField() challengeId!: string;
  @TextField({ max: 120 }) challengeTitle!: string;
  /** The longest late task; a reminder goes out for it. */
  @IdField() assignmentId!: string;
  @IntField(COUNT) late!: number;
  @IntField(COUNT) submitted!: number;
  @IntField(COUNT) total!: number;
  @InstantField() oldestDueAt!: string;
  @InstantField({ nullable: true }) remindedAt!: string | null;
}

/** A challenge with proposals that wait for an answer. */
export class AnswersOwedDto {
  @IdField() challengeId!: string;
  @TextField({ max: 120 }) title!: string;
  @TextField({ max: 200 }) ownerName!: string;
  /** Proposals without a final outcome or a reason for every criterion. */
  @IntField(COUNT) unfinished!: number;
  @IntField(COUNT) total!: number;
  @InstantField({ nullable: true }) decisionDueAt!: string | null;
}

/** A match whose check-in is due. */
export class CheckInDueDto {
  @IdField() matchId!: string;
  @TextField({ max: 120 }) challengeTitle!: string;
  @TextField({ max: 200 }) organisationName!: string;
  @ChoiceField(MATCH_STATES) state!: MatchState;
  @DateField() nextCheckInOn!: string;
}

export class ModerationLaneDto {
  @IntField(COUNT) count!: number;
  @ObjectsField(() => ToModerateDto, LANE) items!: ToModerateDto[];
}
export class AssignLaneDto {
  /** Number of proposals. */
  @IntField(COUNT) count!: number;
  @ObjectsField(() => ToAssignDto, LANE) items!: ToAssignDto[];
}
export class LateLaneDto {
  /** Number of late reviews. */
  @IntField(COUNT) count!: number;
  @IntField(COUNT) reviewers!: number;
  @ObjectsField(() => LateReviewerDto, LANE) items!: LateReviewerDto[];
}
export class AnswersLaneDto {
  /** Number of proposals. */
  @IntField(COUNT) count!: number;
  @ObjectsField(() => AnswersOwedDto, LANE) items!: AnswersOwedDto[];
}
export class CheckInLaneDto {
  @IntField(COUNT) count!: number;
  @ObjectsField(() => CheckInDueDto, LANE) items!: CheckInDueDto[];
}

/** What the taskforce must do now; each lane holds the ten most urgent and the whole count. */
export class TaskforceBoardDto {
  @ObjectField(() => ModerationLaneDto) toModerate!: ModerationLaneDto;
  @ObjectField(() => AssignLaneDto) toAssign!: AssignLaneDto;
  @ObjectField(() => LateLaneDto) lateReviews!: LateLaneDto;
  @ObjectField(() => AnswersLaneDto) answersOwed!: AnswersLaneDto;
  @ObjectField(() => CheckInLaneDto) checkIns!: CheckInLaneDto;
  @InstantField() now!: string;
}

/** A challenge in the taskforce's overview. Counts of proposals are 0 until closing. */
export class OverviewChallengeDto {
  @IdField() id!: string;
  @TextField({ max: 100 }) slug!: string;
  @TextField({ max: 120 }) title!: string;
  @TextField({ max: 200 }) ownerName!: string;
  @ChoiceField(CHALLENGE_STATES) state!: ChallengeState;
  @InstantField({ nullable: true }) opensAt!: string | null;
  @InstantField({ nullable: true }) closesAt!: string | null;
  @InstantField({ nullable: true }) decisionDueAt!: string | null;
  @IntField(COUNT) proposals!: number;
  @IntField(COUNT) expectedReviews!: number;
  @IntField(COUNT) submittedReviews!: number;
  @IntField(COUNT) answered!: number;
}

/** One page of the overview, most recently changed first. */
export class OverviewDto {
  @ObjectsField(() => OverviewChallengeDto, { maxItems: 20 }) items!: OverviewChallengeDto[];
  @ApiProperty({ type: String, nullable: true }) next!: string | null;
  @InstantField() now!: string;
}

/** Which challenges to list. */
export class OverviewQueryDto {
  @ChoicesField(CHALLENGE_STATES, { optional: true }) state?: ChallengeState[];
  @TextField({ max: 500, optional: true }) cursor?: string;
}
