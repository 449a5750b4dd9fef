import { GLOSSARY_REFUSALS, type GlossaryRefusal } from '@htsm/domain/themes';
import { TAXONOMY_LIMITS } from '@htsm/domain';
import {
  ChoiceField,
  IdField,
  InstantField,
  IntField,
  ObjectField,
  ObjectsField,
  TextField,
  TextsField,
} from '@htsm/api/core';
import { CHANGES_SHOWN } from '../taxonomy/vocabulary-versions';
import {
  VOCABULARY_LISTS,
  VOCABULARY_STEPS,
  type VocabularyList,
  type VocabularyStep,
} from '../taxonomy/vocabulary.entity';
import { MOST_CHARACTERS } from './taxonomy.dto';

const VERSION = { min: 0, max: 2_000_000_000 };
const WORDS = { maxItems: TAXONOMY_LIMITS.synonyms, min: 1, max: TAXONOMY_LIMITS.label };
const MOST_PAIRS = 10_000;

/** Which history, and from where on. */
export class HistoryQueryDto {
  @ChoiceField(VOCABULARY_LISTS) readonly list!: VocabularyList;
  /** Versions below this one. */
  @IntField({ min: 1, max: 2_000_000_000, fromQuery: true, optional: true }) readonly before?: number;
}

/** What one term was called before and after; null where it was not there. */
export class WordChangeDto {
  @TextField({ max: 400, nullable: true }) before!: string | null;
  @TextField({ max: 400, nullable: true }) after!: string | null;
}

/** A version of a list. */
export class VersionDto {
  @IntField(VERSION) number!: number;
  @ChoiceField(VOCABULARY_STEPS) step!: VocabularyStep;
  @TextField({ max: 200, nullable: true }) madeBy!: string | null;
  @InstantField() madeAt!: string;
  /** The first of them. */
  @ObjectsField(() => WordChangeDto, { maxItems: CHANGES_SHOWN }) changes!: WordChangeDto[];
  /** How many there are. */
  @IntField({ min: 0, max: 1_000_000 }) changeCount!: number;
}

/** Versions, the newest first. */
export class VersionsDto {
  @ObjectsField(() => VersionDto, { maxItems: 20 }) items!: VersionDto[];
  /** The number to go on below; null at the end. */
  @IntField({ ...VERSION, nullable: true }) next!: number | null;
}

/** A pair of the glossary as an import has it. */
export class PairWordsDto {
  @TextField({ max: TAXONOMY_LIMITS.label }) nl!: string;
  @TextField({ max: TAXONOMY_LIMITS.label }) en!: string;
  @TextsField(WORDS) synonymsNl!: string[];
  @TextsField(WORDS) synonymsEn!: string[];
  /** English names of more general terms. */
  @TextsField({ ...WORDS, maxItems: 10 }) broader!: string[];
}

/** A pair of the glossary. */
export class PairDto extends PairWordsDto {
  @IdField() id!: string;
}

/** Where to go on in the glossary. */
export class GlossaryQueryDto {
  /** Part of a word, in either language. */
  @TextField({ max: 80, optional: true }) readonly q?: string;
  @TextField({ max: 500, optional: true }) readonly cursor?: string;
}

/** Pairs by their Dutch words. */
export class GlossaryDto {
  @IntField(VERSION) version!: number;
  @ObjectsField(() => PairDto, { maxItems: 50 }) items!: PairDto[];
  @TextField({ max: 500, nullable: true }) next!: string | null;
}

/** A CSV file with pairs. */
export class GlossaryFileDto {
  @TextField({ min: 1, max: MOST_CHARACTERS, keepSpaces: true }) readonly text!: string;
}

/** A file whose preview was seen. */
export class ImportGlossaryDto extends GlossaryFileDto {
  @IntField(VERSION) readonly version!: number;
}

/** A pair that changes. */
export class PairChangeDto {
  @ObjectField(() => PairWordsDto) before!: PairWordsDto;
  @ObjectField(() => PairWordsDto) after!: PairWordsDto;
}

/** A line that is left out. */
export class RefusedPairDto {
  @IntField({ min: 1, max: 10_000_000 }) line!: number;
  @TextField({ max: 200 }) what!: string;
  @ChoiceField(GLOSSARY_REFUSALS) why!: GlossaryRefusal;
}

/** What a file would do. */
export class GlossaryPlanDto {
  @IntField(VERSION) version!: number;
  @ObjectsField(() => PairWordsDto, { maxItems: MOST_PAIRS }) added!: PairWordsDto[];
  @ObjectsField(() => PairChangeDto, { maxItems: MOST_PAIRS }) changed!: PairChangeDto[];
  @IntField({ min: 0, max: 1_000_000 }) same!: number;
  @ObjectsField(() => RefusedPairDto, { maxItems: MOST_PAIRS }) refused!: RefusedPairDto[];
}
