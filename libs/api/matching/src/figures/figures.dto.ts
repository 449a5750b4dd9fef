import { FIGURE_KINDS, LOCALES, type FigureKind, type Locale } from '@htsm/domain';
import { ChoiceField, IntField, IntsField, ObjectField, ObjectsField, TextField } from '@htsm/api/core';

const COUNT = { min: 0, max: 2_000_000_000 };
const YEAR = { min: 2000, max: 2200 };

/** Which year. */
export class FiguresQueryDto {
  /** This year when left out. */
  @IntField({ ...YEAR, optional: true, fromQuery: true }) year?: number;
}

/** A count under its name. */
export class CellDto {
  @TextField({ max: 100 }) key!: string;
  /** Null when it is less than three and therefore not told. */
  @IntField({ ...COUNT, nullable: true }) count!: number | null;
}

/** Counts of one kind. */
export class FigureDto {
  @ChoiceField(FIGURE_KINDS) kind!: FigureKind;
  /** Null when it is less than three and therefore not told. */
  @IntField({ ...COUNT, nullable: true }) total!: number | null;
  /** January to December. */
  @ObjectsField(() => CellDto, { maxItems: 12 }) months!: CellDto[];
  /** By theme of the challenge, most first; one with two themes counts for both. */
  @ObjectsField(() => CellDto, { maxItems: 200 }) themes!: CellDto[];
  /** By province of the challenge, most first. */
  @ObjectsField(() => CellDto, { maxItems: 50 }) regions!: CellDto[];
}

/** What happened in a year. */
export class FiguresDto {
  @IntField(YEAR) year!: number;
  /** Years that have figures, newest first. */
  @IntsField({ ...YEAR, maxItems: 200 }) years!: number[];
  @ObjectsField(() => FigureDto, { maxItems: 4 }) figures!: FigureDto[];
  /** What came of matches, by kind of outcome. */
  @ObjectsField(() => CellDto, { maxItems: 5 }) outcomes!: CellDto[];
  /** Days from opening to decision, the median; null when there are too few decisions. */
  @IntField({ ...COUNT, nullable: true }) daysToDecision!: number | null;
}

/** How good the suggestions were, in a week or in the year, for two languages or for all; `learningFigures` says how. */
export class LearningFigureDto {
  /** ISO week in which the challenges were decided; null for the year. */
  @IntField({ min: 1, max: 53, nullable: true }) week!: number | null;
  /** Language of the challenge; null for all. */
  @ChoiceField(LOCALES, { nullable: true }) asked!: Locale | null;
  /** Language of the SME's profile; null for all. */
  @ChoiceField(LOCALES, { nullable: true }) offered!: Locale | null;
  @IntField(COUNT) challenges!: number;
  /** accept@10; null when there are too few challenges. */
  @IntField({ min: 0, max: 100, nullable: true }) acceptPercent!: number | null;
  /** MRR of the first accepted; null likewise. */
  @IntField({ min: 0, max: 1000, nullable: true }) rankThousandths!: number | null;
}

/** How often SMEs of one kind were shown. */
export class ExposureMeanDto {
  @IntField(COUNT) smes!: number;
  /** Impressions per SME, in tenths; null when there is no such SME. */
  @IntField({ ...COUNT, nullable: true }) meanTenths!: number | null;
}

/** How evenly SMEs were shown in a quarter; `exposureByQuarter` says how. */
export class ExposureQuarterDto {
  @IntField({ min: 1, max: 4 }) quarter!: number;
  @IntField(COUNT) smes!: number;
  /** Null when nobody was shown. */
  @IntField({ min: 0, max: 1000, nullable: true }) giniThousandths!: number | null;
  @IntField({ min: 0, max: 100 }) neverPercent!: number;
  /** Registered in the twelve months before the end of the quarter. */
  @ObjectField(() => ExposureMeanDto) newcomers!: ExposureMeanDto;
  @ObjectField(() => ExposureMeanDto) others!: ExposureMeanDto;
}

/** The same for the taskforce: every count, how far SMEs on the boards came, how good suggestions were, how evenly they were shown. */
export class TaskforceFiguresDto extends FiguresDto {
  /** From suggested to an outcome; each counts the SMEs that got there this year. */
  @ObjectsField(() => CellDto, { maxItems: 6 }) funnel!: CellDto[];
  /** The year first, then the weeks with decisions, oldest first; each for all languages and then by pair. */
  @ObjectsField(() => LearningFigureDto, { maxItems: 270 }) learning!: LearningFigureDto[];
  /** The quarters of the year that have begun, in order. */
  @ObjectsField(() => ExposureQuarterDto, { maxItems: 4 }) exposure!: ExposureQuarterDto[];
}
