import { ApiProperty } from '@nestjs/swagger';
import { InstantField, TextField } from '@htsm/api/core';

/** A promise about the data that was found broken. */
export class BrokenPromiseDto {
  @TextField({ max: 60, description: 'Name of the promise, as the command `check-invariants` knows it.' })
  name!: string;

  @ApiProperty({ type: Number, description: 'How many things break it.' })
  breaches!: number;
}

/** What the worker found in one night. */
export class NightlyCheckDto {
  @ApiProperty({ type: String, format: 'date' })
  night!: string;

  @InstantField({ nullable: true, description: 'When it was done; null while it is under way, or was cut off.' })
  endedAt!: string | null;

  @ApiProperty({ type: Number, description: 'How many promises were checked.' })
  checked!: number;

  @ApiProperty({ type: [BrokenPromiseDto], description: 'Empty when every promise is kept.' })
  broken!: BrokenPromiseDto[];

  @ApiProperty({ type: Number, nullable: true, description: 'Lines in the audit log.' })
  auditLines!: number | null;

  @ApiProperty({
    type: String,
    nullable: true,
    description: 'Last hash of the audit log: note it elsewhere to prove later that nothing before it changed.',
  })
  auditHead!: string | null;

  @ApiProperty({ type: Number, description: 'Files that nobody needed any more and that were removed.' })
  sweptFiles!: number;
}

/** The last nights, newest first. */
export class NightlyChecksDto {
  @ApiProperty({ type: [NightlyCheckDto] })
  items!: NightlyCheckDto[];
}
