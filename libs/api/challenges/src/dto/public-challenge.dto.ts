import { ApiProperty } from '@nestjs/swagger';
import {
  CHALLENGE_STATES,
  IP_REGIMES,
  LOCALES,
  PUBLIC_CHALLENGE_STATES,
  REGIONS,
  type ChallengeState,
  type IpRegime,
  type Locale,
  type Region,
  type Theme,
} from '@htsm/domain';
import {
  BooleanField,
  ChoiceField,
  ChoicesField,
  CodesField,
  IdField,
  InstantField,
  IntField,
  ObjectField,
  ObjectsField,
  TextField,
  TextsField,
} from '@htsm/api/core';
import { ChallengeAttachmentDto } from './attachment.dto';

/** The orders of the public list. */
export const CHALLENGE_SORTS = ['closing', 'newest', 'relevance'] as const;
export type ChallengeSort = (typeof CHALLENGE_SORTS)[number];

/** Search and filters of the public list; several values of one filter widen it. */
export class PublicChallengesQueryDto {
  @TextField({ max: 200, optional: true }) q?: string;
  /** Codes of either level; one of the upper level finds all below it. */
  @CodesField({ max: 20, optional: true }) theme?: Theme[];
  @ChoicesField(REGIONS, { optional: true }) region?: Region[];
  /** Left out: open ones only. */
  @ChoicesField(PUBLIC_CHALLENGE_STATES, { optional: true }) state?: ChallengeState[];
  /** Left out: by relevance when there is a search, else what closes first. */
  @ChoiceField(CHALLENGE_SORTS, { optional: true }) sort?: ChallengeSort;
  @TextField({ max: 500, optional: true }) cursor?: string;
}

/** What the public list says of a challenge. */
export class PublicChallengeRowDto {
  @IdField() id!: string;
  @TextField({ max: 100 }) slug!: string;
  @ChoiceField(CHALLENGE_STATES) state!: ChallengeState;
  @TextField({ max: 200 }) ownerName!: string;
  @TextField({ max: 120 }) programme!: string;
  /** Language of title and summary: the reader's when it is written in it. */
  @ChoiceField(LOCALES) language!: Locale;
  @TextField({ max: 120 }) title!: string;
  @TextField({ max: 600 }) summary!: string;
  @CodesField({ max: 4 }) themes!: Theme[];
  @TextsField({ maxItems: 12, max: 60 }) capabilities!: string[];
  @ChoiceField(REGIONS, { nullable: true }) region!: Region | null;
  @IntField({ min: 1, max: 100_000_000, nullable: true }) budgetEur!: number | null;
  @TextField({ max: 500 }) noBudgetReason!: string;
  @ChoiceField(IP_REGIMES, { nullable: true }) ipRegime!: IpRegime | null;
  @IntField({ min: 1, max: 1000, nullable: true }) hoursAsked!: number | null;
  @IntField({ min: 1, max: 9, nullable: true }) trlFrom!: number | null;
  @IntField({ min: 1, max: 9, nullable: true }) trlTo!: number | null;
  @InstantField() openedAt!: string;
  @InstantField() closesAt!: string;
  @BooleanField() isDemo!: boolean;
}

/** How many challenges a filter value would show. */
export class FacetCountDto {
  @TextField({ max: 80 }) value!: string;
  @IntField({ min: 0, max: 1_000_000 }) count!: number;
}

/** Counts per filter value, each under the other filters; values without challenges are left out. */
export class ChallengeFacetsDto {
  /** Of both levels; a challenge counts once for each. */
  @ObjectsField(() => FacetCountDto, { maxItems: 500 }) themes!: FacetCountDto[];
  @ObjectsField(() => FacetCountDto, { maxItems: 10 }) regions!: FacetCountDto[];
  @ObjectsField(() => FacetCountDto, { maxItems: 10 }) states!: FacetCountDto[];
}

/** One page of the public list. */
export class PublicChallengesDto {
  @ObjectsField(() => PublicChallengeRowDto, { maxItems: 20 }) items!: PublicChallengeRowDto[];
  @ApiProperty({ type: String, nullable: true }) next!: string | null;
  /** Number of challenges that fit, at most 1000. */
  @IntField({ min: 0, max: 1000 }) total!: number;
  /** Whether there are more than `total`. */
  @BooleanField() totalIsCapped!: boolean;
  @ObjectField(() => ChallengeFacetsDto) facets!: ChallengeFacetsDto;
  /** Whether nothing fitted exactly and look-alikes are shown. */
  @BooleanField() isApproximate!: boolean;
  @InstantField() now!: string;
}

/** A criterion as proposers read it. */
export class PublicCriterionDto {
  @IdField() id!: string;
  @TextField({ max: 160 }) title!: string;
  @IntField({ min: 0, max: 100 }) weight!: number;
  @IntField({ min: 1, max: 5, nullable: true }) knockOutMinimum!: number | null;
  /** Words for the scores 0 to 5, in that order. */
  @TextsField({ maxItems: 6, max: 80 }) scoreLabels!: string[];
}

/** How soon an owner's proposers had their answer. */
export class AnswerDaysDto {
  /** Days from closing to the release of the answers, rounded up: the median of its challenges. */
  @IntField({ min: 0, max: 10_000 }) days!: number;
  /** Number of challenges that were answered. */
  @IntField({ min: 1, max: 10_000 }) challenges!: number;
}

/** The whole public page of a challenge, in one language. */
export class PublicChallengeDto extends PublicChallengeRowDto {
  /** Of all challenges of this owner; null before the first was answered. */
  @ObjectField(() => AnswerDaysDto, { nullable: true }) answerDays!: AnswerDaysDto | null;
  /** The organisation that posted it, for who wants to hear of its next ones. */
  @IdField() ownerId!: string;
  /** The languages in which it is written. */
  @ChoicesField(LOCALES) languages!: Locale[];
  @TextField({ max: 300 }) partners!: string;
  /** Safe HTML. */
  @TextField({ max: 30_000 }) problemHtml!: string;
  @TextField({ max: 30_000 }) contextHtml!: string;
  @TextField({ max: 30_000 }) successHtml!: string;
  @TextField({ max: 160 }) decider!: string;
  /** Whether reviewers judge without knowing whose a proposal is. */
  @BooleanField() isBlind!: boolean;
  @TextField({ max: 120 }) contactName!: string;
  /** Null for who is not signed in. */
  @TextField({ max: 254, nullable: true }) contactEmail!: string | null;
  @InstantField({ nullable: true }) decisionDueAt!: string | null;
  @InstantField({ nullable: true }) stoppedAcceptingAt!: string | null;
  /** Why it was cancelled, when it was. */
  @TextField({ max: 2000, nullable: true }) cancelReason!: string | null;
  @ObjectsField(() => PublicCriterionDto, { maxItems: 10 }) criteria!: PublicCriterionDto[];
  @ObjectsField(() => ChallengeAttachmentDto, { maxItems: 100 }) attachments!: ChallengeAttachmentDto[];
  @InstantField() now!: string;
}
