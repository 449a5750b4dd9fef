import {
  BooleanField,
  ChoiceField,
  CodesField,
  InstantField,
  IntField,
  ObjectField,
  ObjectsField,
  TextField,
} from '@htsm/api/core';
import { CHALLENGE_STATES, REGIONS, type ChallengeState, type Region, type Theme } from '@htsm/domain';

/** How far back a preview looks, in days. */
export const PREVIEW_DAYS = 90;
/** Challenges that a preview looks at, the newest first. */
export const PREVIEW_LIMIT = 500;

/** A word that was asked for, and the word of the challenge that it met. */
export class FoundWordDto {
  @TextField({ max: 400 }) asked!: string;
  @TextField({ max: 400 }) found!: string;
}

/** Why a challenge fits the profile of the reader's SME. */
export class ProfileReasonDto {
  @CodesField({ max: 30 }) themes!: Theme[];
  @ObjectsField(() => FoundWordDto, { maxItems: 10 }) words!: FoundWordDto[];
}

/** Why a challenge belongs to an interest; all parts are empty for an interest in everything. */
export class InterestReasonsDto {
  @CodesField({ max: 30 }) themes!: Theme[];
  @ChoiceField(REGIONS, { nullable: true }) region!: Region | null;
  @ObjectsField(() => FoundWordDto, { maxItems: 60 }) words!: FoundWordDto[];
  /** Whether it is of the organisation that was chosen. */
  @BooleanField() isOfOrganisation!: boolean;
  @ObjectField(() => ProfileReasonDto, { nullable: true }) profile!: ProfileReasonDto | null;
}

/** A challenge that an interest would have brought. */
export class PreviewItemDto {
  @TextField({ max: 100 }) slug!: string;
  @TextField({ max: 120 }) title!: string;
  @TextField({ max: 200 }) ownerName!: string;
  @ChoiceField(CHALLENGE_STATES) state!: ChallengeState;
  @InstantField() openedAt!: string;
  @ObjectField(() => InterestReasonsDto) reasons!: InterestReasonsDto;
}

/** What an interest would have brought in the days before today, newest first. */
export class PreviewDto {
  @ObjectsField(() => PreviewItemDto, { maxItems: PREVIEW_LIMIT }) items!: PreviewItemDto[];
  /** How many days back it looked. */
  @IntField({ min: 1, max: PREVIEW_DAYS }) days!: number;
}
