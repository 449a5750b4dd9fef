import { ApiProperty } from '@nestjs/swagger';
import { BooleanField, ChoiceField, InstantField, IntField, ObjectsField, TextField } from '@htsm/api/core';
import { LOCALES, type Locale } from '@htsm/domain';

const TYPES = ['text', 'number', 'instant', 'day', 'role', 'words'] as const;
/** The most sentences that a kind of mail has. */
const SENTENCES = 100;

/** One sentence as an administrator wrote it. */
export class MailTextDto {
  @TextField({ min: 1, max: 50, pattern: /^[a-z0-9_]+(\.[a-z0-9_]+)*$/, description: 'Which sentence, such as `p1`.' })
  key!: string;

  @TextField({ max: 1000, keepSpaces: true, description: 'Plain text; names between double braces become values.' })
  text!: string;
}

/** The texts of a mail as they are on the screen; sentences that are left out are as delivered. */
export class MailTextsDto {
  @ObjectsField(() => MailTextDto, { maxItems: SENTENCES })
  texts!: MailTextDto[];
}

/** Texts to be saved over a version that was read. */
export class SaveMailTemplateDto extends MailTextsDto {
  @IntField({ min: 0, max: 1_000_000, description: 'The newest version when it was read; 0 as delivered.' })
  number!: number;
}

/** A version to put back. */
export class RestoreMailTemplateDto {
  @IntField({ min: 0, max: 1_000_000, description: 'Whose texts to use; 0 for the delivered ones.' })
  from!: number;

  @IntField({ min: 0, max: 1_000_000, description: 'The newest version when it was read.' })
  number!: number;
}

/** The texts of a page, as JSON in its address. */
export class MailTemplatePageQueryDto {
  @TextField({
    max: 7000,
    optional: true,
    description: 'Changed sentences by key, as JSON; none gives the delivered mail.',
  })
  texts?: string;
}

/** How many versions a kind of mail has in a language. */
export class MailTemplateLineDto {
  @TextField({ max: 50 })
  kind!: string;

  @ChoiceField(LOCALES)
  locale!: Locale;

  @IntField({ min: 0, max: 1_000_000, description: 'Newest version; 0 when nobody changed anything.' })
  number!: number;

  @BooleanField({ description: 'Whether the newest version differs from the delivered texts.' })
  isChanged!: boolean;
}

/** Every kind of mail in both languages, in the order of the life of a challenge. */
export class MailTemplateListDto {
  @ObjectsField(() => MailTemplateLineDto, { maxItems: 200 })
  items!: MailTemplateLineDto[];
}

/** A sentence with what may be written in its place. */
export class MailSentenceDto {
  @TextField({ max: 50 })
  key!: string;

  @TextField({ max: 1000, description: 'As it comes with the product.' })
  delivered!: string;

  @TextField({ max: 1000, description: 'As it is now.' })
  text!: string;

  @ApiProperty({ type: [String], description: 'Names that may stand between double braces.' })
  placeholders!: string[];

  @ApiProperty({ type: [String], description: 'Names that must stand there.' })
  required!: string[];

  @IntField({ min: 1, max: 1000 })
  max!: number;

  @BooleanField()
  isOneLine!: boolean;
}

/** A name that may stand between double braces. */
export class MailPlaceholderDto {
  @TextField({ max: 50 })
  name!: string;

  @ChoiceField(TYPES)
  type!: (typeof TYPES)[number];
}

/** What a version changed in a sentence. */
export class MailTextChangeDto {
  @TextField({ max: 50 })
  key!: string;

  @TextField({ max: 1000 })
  before!: string;

  @TextField({ max: 1000 })
  after!: string;
}

/** A version of the texts of a mail. */
export class MailTemplateVersionDto {
  @IntField({ min: 1, max: 1_000_000 })
  number!: number;

  @TextField({ max: 120, description: 'Name of who made it.' })
  madeBy!: string;

  @InstantField()
  madeAt!: string;

  @IntField({
    min: 0,
    max: 1_000_000,
    nullable: true,
    description: 'The version whose texts were put back; 0 the delivered ones.',
  })
  restoredFrom!: number | null;

  @ObjectsField(() => MailTextChangeDto, { maxItems: SENTENCES })
  changes!: MailTextChangeDto[];
}

/** The texts of a kind of mail in one language. */
export class MailTemplateDto {
  @TextField({ max: 50 })
  kind!: string;

  @ChoiceField(LOCALES)
  locale!: Locale;

  @IntField({ min: 0, max: 1_000_000 })
  number!: number;

  @ObjectsField(() => MailSentenceDto, { maxItems: SENTENCES })
  sentences!: MailSentenceDto[];

  @ObjectsField(() => MailPlaceholderDto, { maxItems: SENTENCES })
  placeholders!: MailPlaceholderDto[];

  @ObjectsField(() => MailTemplateVersionDto, { maxItems: 50 })
  versions!: MailTemplateVersionDto[];
}

/** A mail with made-up values. */
export class MailTrialDto {
  @TextField({ max: 150 })
  subject!: string;

  @TextField({ max: 200_000 })
  text!: string;
}
