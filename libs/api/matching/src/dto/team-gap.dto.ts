import { GAP_KINDS, GAP_STATES, type GapKind, type GapState } from '@htsm/domain/matching';
import {
  BooleanField,
  ChoiceField,
  IdField,
  IdsField,
  InstantField,
  IntField,
  IntsField,
  ObjectsField,
  TextField,
} from '@htsm/api/core';

/** Partners that can be on a draft team. */
export const MOST_PARTNERS = 8;
/** A challenge asks for no more than this. */
const MOST_LINES = 60;
const PLACE = { min: 0, max: MOST_LINES, maxItems: MOST_LINES };

/** A draft team, beside the own organisation. */
export class AskTeamGapDto {
  @IdsField({ maxItems: MOST_PARTNERS }) partnerIds!: string[];
  /** A part of a name, to look for a partner; empty for none. */
  @TextField({ max: 100 }) q!: string;
}

/** Somebody who is on the team, or could be. */
export class TeamPartyDto {
  @IdField() organisationId!: string;
  @TextField({ max: 200 }) organisationName!: string;
  @TextField({ max: 120 }) city!: string;
}

/** Somebody of the team. */
export class TeamMemberDto extends TeamPartyDto {
  /** Whether it is the reader's own organisation. */
  @BooleanField() isOwn!: boolean;
}

/** How somebody of the team brings an item. */
export class GapReasonDto {
  @TextField({ max: 200 }) organisationName!: string;
  @ChoiceField(['covered', 'weak']) state!: 'covered' | 'weak';
  /** Words of its own, a code, or `4-6` for levels of readiness. */
  @TextField({ max: 3000 }) found!: string;
  /** Where the words stand; null for what it says about itself, and for codes. */
  @TextField({ max: 200, nullable: true }) documentTitle!: string | null;
}

/** Something that the challenge asks for, and how far the team covers it. */
export class GapLineDto {
  @ChoiceField(GAP_KINDS) kind!: GapKind;
  /** Words, a code, or `4-6` for levels of readiness. */
  @TextField({ max: 200 }) asked!: string;
  @ChoiceField(GAP_STATES) state!: GapState;
  /** Those who cover it first. */
  @ObjectsField(() => GapReasonDto, { maxItems: MOST_PARTNERS + 20 }) reasons!: GapReasonDto[];
}

/** Somebody who covers something that the team does not. */
export class GapFillerDto extends TeamPartyDto {
  /** Places in the lines. */
  @IntsField(PLACE) lines!: number[];
}

/** SMEs that close the gap together. */
export class GapSetDto {
  @ObjectsField(() => GapFillerDto, { maxItems: MOST_LINES }) members!: GapFillerDto[];
}

/** What a draft team misses for a challenge, and who could bring it. */
export class TeamGapDto {
  @IdField() challengeId!: string;
  @TextField({ max: 100 }) challengeSlug!: string;
  @TextField({ max: 120 }) challengeTitle!: string;
  @InstantField({ nullable: true }) closesAt!: string | null;
  @ObjectsField(() => TeamMemberDto, { maxItems: MOST_PARTNERS + 20 }) team!: TeamMemberDto[];
  @ObjectsField(() => GapLineDto, { maxItems: MOST_LINES }) lines!: GapLineDto[];
  /** The smallest sets, the best first; empty when nothing is missing or nobody has it. */
  @ObjectsField(() => GapSetDto, { maxItems: 10 }) sets!: GapSetDto[];
  /** Whether there are more sets of that size. */
  @BooleanField() hasMoreSets!: boolean;
  /** Places of the lines that nobody covers who can be shown. */
  @IntsField(PLACE) nobody!: number[];
  /** Who covers most first. */
  @ObjectsField(() => GapFillerDto, { maxItems: 20 }) fillers!: GapFillerDto[];
  /** Those whose name has `q`. */
  @ObjectsField(() => TeamPartyDto, { maxItems: 10 }) found!: TeamPartyDto[];
  /** How many were looked at. */
  @IntField({ min: 0, max: 500 }) lookedAt!: number;
}
