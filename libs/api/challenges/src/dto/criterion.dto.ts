import { IdField, IntField, ObjectsField, TextField, TextsField } from '@htsm/api/core';

/** A criterion as its author edits it. */
export class CriterionInputDto {
  /** Id of the criterion; a new one may bring its own, or none. */
  @IdField({ optional: true }) id?: string;
  @TextField({ max: 160 }) titleNl!: string;
  @TextField({ max: 160 }) titleEn!: string;
  /** Percentage of the whole. */
  @IntField({ min: 0, max: 100 }) weight!: number;
  /** Score below which a proposal drops out, or null. */
  @IntField({ min: 1, max: 5, nullable: true }) knockOutMinimum!: number | null;
  /** Words for the scores 0 to 5, in that order. */
  @TextsField({ maxItems: 6, max: 80 }) scoreLabelsNl!: string[];
  @TextsField({ maxItems: 6, max: 80 }) scoreLabelsEn!: string[];
}

/** All criteria in their order; replaces what was there. */
export class ReplaceCriteriaDto {
  /** Version that the change is based on. */
  @IntField({ min: 1, max: 2_000_000_000 }) version!: number;
  @ObjectsField(() => CriterionInputDto, { maxItems: 10 }) criteria!: CriterionInputDto[];
}

/** A criterion as stored. */
export class CriterionDto {
  @IdField() id!: string;
  @TextField({ max: 160 }) titleNl!: string;
  @TextField({ max: 160 }) titleEn!: string;
  @IntField({ min: 0, max: 100 }) weight!: number;
  @IntField({ min: 1, max: 5, nullable: true }) knockOutMinimum!: number | null;
  @TextsField({ maxItems: 6, max: 80 }) scoreLabelsNl!: string[];
  @TextsField({ maxItems: 6, max: 80 }) scoreLabelsEn!: string[];
}
