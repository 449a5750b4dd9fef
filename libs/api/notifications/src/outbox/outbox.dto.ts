import { ApiProperty } from '@nestjs/swagger';
import { BooleanField, ChoiceField, IdField, InstantField, IntField, ObjectsField, TextField } from '@htsm/api/core';
import { LOCALES, type Locale } from '@htsm/domain';

/**
 * How far a mail is, in the words of an administrator; a waiting mail of a kind that is on hold is held, one that
 * another mail says is merged, one that its reader does not want is unwanted.
 */
export const MAIL_STATES = [
  'waiting',
  'held',
  'sent',
  'merged',
  'uncertain',
  'failed',
  'suppressed',
  'unwanted',
] as const;
export type MailState = (typeof MAIL_STATES)[number];

/** Which mails to list; all when nothing is asked. */
export class OutboxQueryDto {
  @ChoiceField(MAIL_STATES, { optional: true })
  state?: MailState;

  @TextField({ max: 50, optional: true, description: 'Which mail, such as `digest`.' })
  kind?: string;

  @TextField({ max: 100, optional: true, description: 'Part of the address it goes to.' })
  to?: string;

  @TextField({ max: 500, optional: true })
  cursor?: string;
}

/** A mail in the outbox, without its content. */
export class OutboxMailDto {
  @IdField()
  id!: string;

  @TextField({ max: 50, description: 'Which mail, such as `digest`.' })
  kind!: string;

  @TextField({ max: 254 })
  toEmail!: string;

  @ChoiceField(LOCALES)
  locale!: Locale;

  @ChoiceField(MAIL_STATES)
  state!: MailState;

  @ApiProperty({ type: String, nullable: true, description: 'Why, in the words of the relay or as a code of ours.' })
  reason!: string | null;

  @InstantField({ description: 'When it was written.' })
  createdAt!: string;

  @InstantField({ nullable: true, description: 'When the relay took it.' })
  sentAt!: string | null;

  @IdField({ nullable: true, description: 'The mail that this one repeats.' })
  resentOf!: string | null;
}

/** A page of the outbox, newest first. */
export class OutboxPageDto {
  @ApiProperty({ type: [OutboxMailDto] })
  items!: OutboxMailDto[];

  @ApiProperty({ type: String, nullable: true, description: 'Cursor of the next page.' })
  next!: string | null;
}

/** A mail as it goes out, with a marker where it holds what only its reader may know. */
export class MailPageDto extends OutboxMailDto {
  @TextField({ max: 150 })
  subject!: string;

  @TextField({ max: 200_000, description: 'The text part.' })
  text!: string;

  @BooleanField({ description: 'Whether something stands as a marker, or a link lost what makes it work.' })
  isVeiled!: boolean;

  @BooleanField({ description: 'Whether its single-use link still works; true when it has none.' })
  isLinkLive!: boolean;

  @IntField({
    min: 0,
    max: 1_000_000,
    nullable: true,
    description: 'Version of its texts; 0 as delivered, null before the first try.',
  })
  templateNumber!: number | null;
}

/** How many mails of the last 30 days are in a state. */
export class MailCountDto {
  @ChoiceField(MAIL_STATES)
  state!: MailState;

  @IntField({ min: 0, max: 1_000_000_000 })
  mails!: number;
}

/** A kind of mail that does not go out for now. */
export class HeldKindDto {
  @TextField({ max: 50 })
  kind!: string;

  @TextField({ max: 300 })
  reason!: string;

  @InstantField()
  heldAt!: string;
}

/** The outbox in figures, and what is on hold as a whole. */
export class OutboxOverviewDto {
  @ObjectsField(() => MailCountDto, { maxItems: MAIL_STATES.length })
  counts!: MailCountDto[];

  @ObjectsField(() => HeldKindDto, { maxItems: 100 })
  held!: HeldKindDto[];

  @ApiProperty({ type: [String], description: 'Every kind of mail.' })
  kinds!: string[];
}

/** Why something is held, stopped or allowed; kept in the log. */
export class MailReasonDto {
  @TextField({ min: 1, max: 300 })
  reason!: string;
}

/** The mail that is under way now. */
export class ResentMailDto {
  @IdField()
  id!: string;
}
