import { ApiProperty } from '@nestjs/swagger';
import { ChoiceField, EmailField, IdField, InstantField, TextField } from '@htsm/api/core';

/** Why nothing goes to an address any more. */
export const STOP_REASONS = ['refused', 'bounced', 'complained', 'by_hand'] as const;
export type StopReason = (typeof STOP_REASONS)[number];

/** Search in the addresses. */
export class StoppedAddressesQueryDto {
  @TextField({ max: 100, optional: true, description: 'Part of the address.' })
  q?: string;

  @TextField({ max: 500, optional: true })
  cursor?: string;
}

/** An address that nothing goes to; who complained still gets what they ask for themselves. */
export class StoppedAddressDto {
  @IdField()
  id!: string;

  @EmailField()
  email!: string;

  @ChoiceField(STOP_REASONS)
  reason!: StopReason;

  @TextField({ max: 500, description: 'What the mail server said, or why an administrator stopped it; may be empty.' })
  words!: string;

  @IdField({ nullable: true, description: 'The mail that came back.' })
  mailId!: string | null;

  @InstantField()
  stoppedAt!: string;
}

/** Stopped addresses, newest first. */
export class StoppedAddressesPageDto {
  @ApiProperty({ type: [StoppedAddressDto] })
  items!: StoppedAddressDto[];

  @ApiProperty({ type: String, nullable: true, description: 'Cursor of the next page.' })
  next!: string | null;
}

/** An address to stop by hand. */
export class StopAddressDto {
  @EmailField()
  email!: string;

  @TextField({ min: 1, max: 300 })
  reason!: string;
}
