import { applyDecorators } from '@nestjs/common';
import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { TAXONOMY_CODE, TAXONOMY_LIMITS } from '@htsm/domain';
import { Transform, Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayMinSize,
  ArrayUnique,
  IsArray,
  IsBoolean,
  IsEmail,
  IsIn,
  IsInt,
  IsISO8601,
  IsObject,
  IsString,
  IsUUID,
  IsUrl,
  Matches,
  Max,
  MaxLength,
  Min,
  MinLength,
  ValidateIf,
  ValidateNested,
} from 'class-validator';

interface Common {
  /** Whether the field may be left out. */
  optional?: boolean;
  /** Whether null is a value of the field, meaning "not known yet". */
  nullable?: boolean;
  description?: string;
}
type Documentation = Parameters<typeof ApiProperty>[0];

/** Joins validation and documentation, so that a limit is written once and reaches both server and contract. */
function field(common: Common, documentation: Documentation, checks: PropertyDecorator[]): PropertyDecorator {
  const described = { ...documentation, nullable: common.nullable, description: common.description } as Documentation; // the union of Swagger's option types does not narrow over a spread
  return applyDecorators(
    common.optional === true ? ApiPropertyOptional(described) : ApiProperty(described),
    // not IsOptional: that lets null through to columns that cannot hold it
    ...(common.optional === true ? [ValidateIf((_, value) => value !== undefined)] : []),
    ...(common.nullable === true ? [ValidateIf((_, value) => value !== null)] : []),
    ...checks,
  );
}

const trimmed = Transform(({ value }: { value: unknown }) => (typeof value === 'string' ? value.trim() : value));

/** A text, trimmed, of `min` (default 0) to `max` characters. */
export function TextField(
  options: Common & { max: number; min?: number; pattern?: RegExp; keepSpaces?: boolean },
): PropertyDecorator {
  const documentation = {
    type: String,
    minLength: options.min,
    maxLength: options.max,
    pattern: options.pattern?.source,
  };
  const checks = [IsString(), MaxLength(options.max), ...(options.min === undefined ? [] : [MinLength(options.min)])];
  if (options.pattern !== undefined) checks.push(Matches(options.pattern));
  return field(options, documentation, options.keepSpaces === true ? checks : [trimmed, ...checks]);
}

/** An e-mail address of at most 254 characters. */
export function EmailField(options: Common = {}): PropertyDecorator {
  return field(options, { type: String, format: 'email', maxLength: 254 }, [
    trimmed,
    IsString(),
    MaxLength(254),
    IsEmail(),
  ]);
}

/** A web address with http or https, at most 300 characters; the empty string is allowed. */
export function UrlField(options: Common = {}): PropertyDecorator {
  const checks = [
    ValidateIf((_, value) => value !== ''),
    IsString(),
    MaxLength(300),
    IsUrl({ protocols: ['http', 'https'], require_protocol: true }),
  ];
  return field(options, { type: String, maxLength: 300 }, [trimmed, ...checks]);
}

/** A whole number. Query strings are converted when `fromQuery` is set. */
export function IntField(options: Common & { min: number; max: number; fromQuery?: boolean }): PropertyDecorator {
  const checks = [IsInt(), Min(options.min), Max(options.max)];
  const documentation = { type: 'integer' as const, minimum: options.min, maximum: options.max };
  return field(options, documentation, options.fromQuery === true ? [Type(() => Number), ...checks] : checks);
}

/** Whole numbers, each at most once. */
export function IntsField(options: Common & { min: number; max: number; maxItems: number }): PropertyDecorator {
  const { min, max, maxItems } = options;
  const each = { each: true };
  const checks = [IsArray(), ArrayMaxSize(maxItems), ArrayUnique(), IsInt(each), Min(min, each), Max(max, each)];
  const items = { type: 'integer' as const, minimum: min, maximum: max };
  return field(options, { type: 'array' as const, items, maxItems }, checks);
}

/** Yes or no. */
export function BooleanField(options: Common = {}): PropertyDecorator {
  return field(options, { type: Boolean }, [IsBoolean()]);
}

/** One of a fixed list of words. */
export function ChoiceField(choices: readonly string[], options: Common = {}): PropertyDecorator {
  return field(options, { type: String, enum: [...choices] }, [IsIn(choices)]);
}

/** Several of a fixed list of words, each at most once; a single query value counts as a list of one. */
export function ChoicesField(choices: readonly string[], options: Common & { max?: number } = {}): PropertyDecorator {
  const max = options.max ?? choices.length;
  const listed = Transform(({ value }: { value: unknown }) => (typeof value === 'string' ? [value] : value));
  const checks = [IsArray(), ArrayMaxSize(max), ArrayUnique(), IsIn(choices, { each: true })];
  return field(options, { type: String, isArray: true, enum: [...choices], maxItems: max }, [listed, ...checks]);
}

/**
 * Codes of a list that administrators keep, each at most once; a single query value counts as a list of one. Whether a code is
 * in the list, the database decides (`settle_codes`).
 */
export function CodesField(options: Common & { max: number }): PropertyDecorator {
  const listed = Transform(({ value }: { value: unknown }) => (typeof value === 'string' ? [value] : value));
  const checks = [
    IsArray(),
    ArrayMaxSize(options.max),
    ArrayUnique(),
    IsString({ each: true }),
    MaxLength(TAXONOMY_LIMITS.code, { each: true }),
    Matches(TAXONOMY_CODE, { each: true }),
  ];
  const items = { type: 'string' as const, maxLength: TAXONOMY_LIMITS.code };
  return field(options, { type: 'array' as const, items, maxItems: options.max }, [listed, ...checks]);
}

/** A list of short texts. */
export function TextsField(options: Common & { maxItems: number; max: number; min?: number }): PropertyDecorator {
  const checks = [
    IsArray(),
    ArrayMaxSize(options.maxItems),
    IsString({ each: true }),
    MaxLength(options.max, { each: true }),
  ];
  if (options.min !== undefined) checks.push(MinLength(options.min, { each: true }));
  const documentation = {
    type: 'array' as const,
    items: { type: 'string' as const, maxLength: options.max },
    maxItems: options.maxItems,
  };
  return field(options, documentation, checks);
}

/** An instant in ISO 8601 with its zone, to the millisecond, as our own clocks compare; kept as a string in the DTO. */
export function InstantField(options: Common = {}): PropertyDecorator {
  return field(options, { type: String, format: 'date-time' }, [
    IsISO8601({ strict: true, strictSeparator: true }),
    Matches(/^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d(\.\d{1,3})?)?(Z|[+-]\d\d:\d\d)$/),
  ]);
}

/** A calendar date, `2026-11-22`. */
export function DateField(options: Common = {}): PropertyDecorator {
  return field(options, { type: String, format: 'date' }, [Matches(/^\d{4}-\d\d-\d\d$/), IsISO8601({ strict: true })]);
}

/** The id of a row. */
export function IdField(options: Common = {}): PropertyDecorator {
  return field(options, { type: String, format: 'uuid' }, [IsUUID()]);
}

/** Ids of rows, each at most once. */
export function IdsField(options: Common & { maxItems: number; minItems?: number }): PropertyDecorator {
  const checks = [
    IsArray(),
    ArrayMaxSize(options.maxItems),
    ArrayMinSize(options.minItems ?? 0),
    ArrayUnique(),
    IsUUID(undefined, { each: true }),
  ];
  const documentation = {
    type: 'array' as const,
    items: { type: 'string' as const, format: 'uuid' },
    maxItems: options.maxItems,
    minItems: options.minItems,
  };
  return field(options, documentation, checks);
}

/** A nested object of a DTO class. */
export function ObjectField(type: () => new () => object, options: Common = {}): PropertyDecorator {
  // Swagger takes a function for a lazy type by its name, which must be `type`
  return field(options, { type: () => type() }, [IsObject(), ValidateNested(), Type(type)]);
}

/** A list of nested objects of a DTO class. */
export function ObjectsField(type: () => new () => object, options: Common & { maxItems: number }): PropertyDecorator {
  const checks = [
    IsArray(),
    ArrayMaxSize(options.maxItems),
    IsObject({ each: true }), // lists in lists would pass as objects without any field
    ValidateNested({ each: true }),
    Type(type),
  ];
  return field(options, { type: () => type(), isArray: true, maxItems: options.maxItems }, checks);
}
