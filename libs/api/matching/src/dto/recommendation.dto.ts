import { TAXONOMY_LIMITS, type Theme } from '@htsm/domain';
import { ChoiceField, IdField, InstantField, IntField, ObjectField, ObjectsField, TextField } from '@htsm/api/core';

/** Parts of a score, in millionths. */
const SHARE = { min: 0, max: 1_000_000 };
const HOW_THEMES = ['same', 'related', 'none'] as const;
const HOW_WORDS = ['word', 'form', 'meaning'] as const;
/** Why an SME has its place, as `fairOrder` says. */
export const PLACED_BY = ['score', 'exposure', 'new'] as const;
const KINDS = ['certificates', 'regions', 'trl', 'sizes'] as const;

/** What a score is made of; adds up to it. */
export class ScorePartsDto {
  @IntField(SHARE) text!: number;
  @IntField(SHARE) themes!: number;
  @IntField(SHARE) requirements!: number;
  /** Earlier matches. */
  @IntField(SHARE) evidence!: number;
}

/** A theme of the challenge. */
export class ThemeLineDto {
  @TextField({ max: TAXONOMY_LIMITS.code }) code!: Theme;
  /** Whether the SME has it. */
  @ChoiceField(HOW_THEMES) how!: (typeof HOW_THEMES)[number];
  @IntField(SHARE) millionths!: number;
}

/** Something else that the challenge asks for. */
export class RequirementLineDto {
  @ChoiceField(KINDS) kind!: (typeof KINDS)[number];
  /** A code, or `4-6` for levels of readiness. */
  @TextField({ max: 200 }) asked!: string;
  /** How far it is met, in percent; null when the profile does not say. */
  @IntField({ min: 0, max: 100, nullable: true }) metPercent!: number | null;
  @IntField(SHARE) millionths!: number;
}

/** A pair of words that adds to the score. */
export class WordLineDto {
  /** As it stands in the challenge. */
  @TextField({ max: 400 }) asked!: string;
  /** As it stands in the SME's text. */
  @TextField({ max: 400 }) found!: string;
  /** The same word, another form of it, or by meaning. */
  @ChoiceField(HOW_WORDS) how!: (typeof HOW_WORDS)[number];
  /** Title of the document that brings most of it; null for what the SME says about itself. */
  @TextField({ max: 200, nullable: true }) documentTitle!: string | null;
  @IntField(SHARE) millionths!: number;
}

/** A document of the SME that adds to the score. */
export class DocumentLineDto {
  /** Null for what the SME says about itself. */
  @TextField({ max: 200, nullable: true }) title!: string | null;
  @IntField(SHARE) millionths!: number;
}

/** The words and documents behind the text part; each list adds up to it. */
export class RecommendationWordsDto {
  @ObjectsField(() => WordLineDto, { maxItems: 8 }) terms!: WordLineDto[];
  /** What all pairs that are not listed add. */
  @IntField(SHARE) otherTerms!: number;
  @ObjectsField(() => DocumentLineDto, { maxItems: 500 }) documents!: DocumentLineDto[];
}

/** How well an SME fits a challenge, and why. */
export class RecommendationDto {
  @IdField() id!: string;
  @IdField() challengeId!: string;
  @TextField({ max: 100 }) challengeSlug!: string;
  @TextField({ max: 120 }) challengeTitle!: string;
  @TextField({ max: 200 }) ownerName!: string;
  @InstantField() closesAt!: string;
  @IdField() organisationId!: string;
  @TextField({ max: 200 }) organisationName!: string;
  /** In millionths. */
  @IntField(SHARE) score!: number;
  @ObjectField(() => ScorePartsDto) parts!: ScorePartsDto;
  @ObjectsField(() => ThemeLineDto, { maxItems: 12 }) themes!: ThemeLineDto[];
  @ObjectsField(() => RequirementLineDto, { maxItems: 20 }) requirements!: RequirementLineDto[];
  /** Null for who may not read the SME's documents. */
  @ObjectField(() => RecommendationWordsDto, { nullable: true }) words!: RecommendationWordsDto | null;
  @InstantField() computedAt!: string;
  /** Why it has its place: by score, as the less shown of near equals, or as one never shown before. */
  @ChoiceField(PLACED_BY) placedBy!: (typeof PLACED_BY)[number];
}

/** Recommendations, the best first. */
export class RecommendationsDto {
  @ObjectsField(() => RecommendationDto, { maxItems: 50 }) items!: RecommendationDto[];
}
