import { CHALLENGE_STATES, type ChallengeState } from '@htsm/domain';
import { ChoicesField, IdField, InstantField, IntField, TextField } from '@htsm/api/core';

/** A new, empty challenge. */
export class CreateChallengeDto {
  /** Which of the person's organisations posts it; left out: the only or first one. */
  @IdField({ optional: true }) organisationId?: string;
}

/** The version that somebody looked at when they decided. */
export class ChallengeVersionDto {
  @IntField({ min: 1, max: 2_000_000_000 }) version!: number;
}

/** Approval with the moment of opening; now or earlier means at once. */
export class ApproveChallengeDto extends ChallengeVersionDto {
  @InstantField() opensAt!: string;
  /** Left out: as the owner asked. */
  @InstantField({ optional: true }) closesAt?: string;
}

/** A step that owes its reason. */
export class ReasonDto {
  @TextField({ min: 1, max: 2000 }) reason!: string;
}

/** Which own or moderated challenges to list. */
export class ChallengeRowsQueryDto {
  @ChoicesField(CHALLENGE_STATES, { optional: true }) state?: ChallengeState[];
  @TextField({ max: 500, optional: true }) cursor?: string;
}
