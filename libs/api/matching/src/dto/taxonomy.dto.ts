import { TAXONOMY_LIMITS, TAXONOMY_SCHEMES, type TaxonomyScheme } from '@htsm/domain';
import { BooleanField, ChoiceField, IntField, ObjectsField, TextField } from '@htsm/api/core';

const MOST_TERMS = 5000;

/** A word of the lists that pages choose from. */
export class ListedTermDto {
  @ChoiceField(TAXONOMY_SCHEMES) scheme!: TaxonomyScheme;
  @TextField({ max: TAXONOMY_LIMITS.code }) code!: string;
  /** Code of the more general term; empty at the top. */
  @TextField({ max: TAXONOMY_LIMITS.code }) broader!: string;
  /** As in the middle of a sentence. */
  @TextField({ max: TAXONOMY_LIMITS.label }) nl!: string;
  @TextField({ max: TAXONOMY_LIMITS.label }) en!: string;
  /** Whether it can be chosen; one that cannot is still on what has it. */
  @BooleanField() isActive!: boolean;
}

/** The lists in the order in which they are shown, and the version of all. */
export class ListedTermsDto {
  @IntField({ min: 0, max: 2_000_000_000 }) version!: number;
  @ObjectsField(() => ListedTermDto, { maxItems: MOST_TERMS }) terms!: ListedTermDto[];
}
