import { TAXONOMY_LIMITS, TAXONOMY_SCHEMES, type TaxonomyScheme } from '@htsm/domain';
import { IMPORT_REFUSALS, TAXONOMY_STATES, type ImportRefusal, type TaxonomyState } from '@htsm/domain/themes';
import { BooleanField, ChoiceField, IntField, ObjectField, ObjectsField, TextField, TextsField } from '@htsm/api/core';

/** What can be done to a term. */
export const TERM_STEPS = ['retire', 'restore', 'merge'] as const;
export type TermStep = (typeof TERM_STEPS)[number];
/** The forms of a file that is read. */
export const TAXONOMY_FORMATS = ['csv', 'turtle', 'rdf_xml'] as const;
export type TaxonomyFormat = (typeof TAXONOMY_FORMATS)[number];
/** The longest file that is read, in characters; with room for what JSON adds it stays below the limit of a request. */
export const MOST_CHARACTERS = 400_000;

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

const VERSION = { min: 0, max: 2_000_000_000 };
const WORDS = { maxItems: TAXONOMY_LIMITS.synonyms, min: 1, max: TAXONOMY_LIMITS.label };

/** What an administrator writes of a term. */
export class TermWordsDto {
  /** As in the middle of a sentence. */
  @TextField({ min: 1, max: TAXONOMY_LIMITS.label }) nl!: string;
  @TextField({ min: 1, max: TAXONOMY_LIMITS.label }) en!: string;
  @TextsField(WORDS) synonymsNl!: string[];
  @TextsField(WORDS) synonymsEn!: string[];
  /** The code in the list that it comes from, such as a NUTS region; empty when it is ours. */
  @TextField({ max: TAXONOMY_LIMITS.notation }) notation!: string;
}

/** A term with all that is known of it. */
export class TermDto extends TermWordsDto {
  @ChoiceField(TAXONOMY_SCHEMES) scheme!: TaxonomyScheme;
  @TextField({ max: TAXONOMY_LIMITS.code }) code!: string;
  @TextField({ max: TAXONOMY_LIMITS.code }) broader!: string;
  @ChoiceField(TAXONOMY_STATES) state!: TaxonomyState;
  /** The code that stands in its place since it was merged; empty otherwise. */
  @TextField({ max: TAXONOMY_LIMITS.code }) replacedBy!: string;
}

/** All lists, in the order in which they are shown. */
export class TaxonomyDto {
  @IntField(VERSION) version!: number;
  @ObjectsField(() => TermDto, { maxItems: MOST_TERMS }) terms!: TermDto[];
}

/** A new term. */
export class AddTermDto extends TermWordsDto {
  /** The version that the change is based on. */
  @IntField(VERSION) readonly version!: number;
  @ChoiceField(TAXONOMY_SCHEMES) readonly scheme!: TaxonomyScheme;
  /** The code of the term above; empty at the top. */
  @TextField({ max: TAXONOMY_LIMITS.code }) readonly broader!: string;
}

/** Other words for a term; its code stays. */
export class ChangeTermDto extends TermWordsDto {
  @IntField(VERSION) readonly version!: number;
  @ChoiceField(TAXONOMY_SCHEMES) readonly scheme!: TaxonomyScheme;
  @TextField({ min: 1, max: TAXONOMY_LIMITS.code }) readonly code!: string;
}

/** A step in the life of a term. */
export class TermStepDto {
  @IntField(VERSION) readonly version!: number;
  @ChoiceField(TAXONOMY_SCHEMES) readonly scheme!: TaxonomyScheme;
  @TextField({ min: 1, max: TAXONOMY_LIMITS.code }) readonly code!: string;
  @ChoiceField(TERM_STEPS) readonly step!: TermStep;
  /** For merging: the code that comes in its place. */
  @TextField({ max: TAXONOMY_LIMITS.code, optional: true }) readonly into?: string;
}

/** A file with terms. */
export class TaxonomyFileDto {
  @ChoiceField(TAXONOMY_FORMATS) readonly format!: TaxonomyFormat;
  /** The list of terms that name none. */
  @ChoiceField(TAXONOMY_SCHEMES) readonly scheme!: TaxonomyScheme;
  @TextField({ min: 1, max: MOST_CHARACTERS, keepSpaces: true }) readonly text!: string;
}

/** A file whose preview was seen. */
export class ImportTaxonomyDto extends TaxonomyFileDto {
  @IntField(VERSION) readonly version!: number;
}

/** A term that changes. */
export class TermChangeDto {
  @ObjectField(() => TermDto) before!: TermDto;
  @ObjectField(() => TermDto) after!: TermDto;
}

/** A line that is left out. */
export class RefusedLineDto {
  @IntField({ min: 1, max: 10_000_000 }) line!: number;
  /** The code or the word that it is about. */
  @TextField({ max: 200 }) what!: string;
  @ChoiceField(IMPORT_REFUSALS) why!: ImportRefusal;
}

/** What a file would do. */
export class TaxonomyPlanDto {
  /** The version that it was compared with. */
  @IntField(VERSION) version!: number;
  @ObjectsField(() => TermDto, { maxItems: MOST_TERMS }) added!: TermDto[];
  @ObjectsField(() => TermChangeDto, { maxItems: MOST_TERMS }) changed!: TermChangeDto[];
  @IntField({ min: 0, max: 1_000_000 }) same!: number;
  @ObjectsField(() => RefusedLineDto, { maxItems: MOST_TERMS }) refused!: RefusedLineDto[];
}

/** Which file is wanted. */
export class ExportQueryDto {
  @ChoiceField(['csv', 'turtle']) readonly format!: 'csv' | 'turtle';
}
