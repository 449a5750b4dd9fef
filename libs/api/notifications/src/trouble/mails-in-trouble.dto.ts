import { ApiProperty } from '@nestjs/swagger';
import { ChoiceField, IdField, InstantField, TextField } from '@htsm/api/core';

/** States of a mail that somebody may have to do something about. */
export const TROUBLE_STATES = ['uncertain', 'failed', 'suppressed'] as const;
export type TroubleState = (typeof TROUBLE_STATES)[number];

/** Which mails to list. */
export class MailsInTroubleQueryDto {
  @ChoiceField(TROUBLE_STATES, { description: 'In which state.' })
  state!: TroubleState;

  @TextField({ max: 500, optional: true })
  cursor?: string;
}

/** A mail that may not have arrived. Never its content. */
export class MailInTroubleDto {
  @IdField()
  id!: string;

  @TextField({ max: 50, description: 'Which mail, such as `digest`.' })
  kind!: string;

  @TextField({ max: 254 })
  toEmail!: string;

  @ChoiceField(TROUBLE_STATES)
  state!: TroubleState;

  @ApiProperty({ type: String, nullable: true, description: 'Why, in the words of the relay or as a code of ours.' })
  reason!: string | null;

  @InstantField({ description: 'When it was written.' })
  createdAt!: string;
}

/** A page of mails in trouble, newest first. */
export class MailsInTroublePageDto {
  @ApiProperty({ type: [MailInTroubleDto] })
  items!: MailInTroubleDto[];

  @ApiProperty({ type: String, nullable: true, description: 'Cursor of the next page.' })
  next!: string | null;
}
