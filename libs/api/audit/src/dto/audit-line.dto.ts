import { ApiProperty } from '@nestjs/swagger';
import { ChoiceField, IdField, InstantField, TextField } from '@htsm/api/core';

/** One line of the audit log. */
export class AuditLineDto {
  @ApiProperty({ type: String, description: 'Name of the line; tells nothing of its place.' })
  id!: string;

  @TextField({ max: 100, description: 'What happened, such as `challenge.approved`.' })
  type!: string;

  @TextField({ max: 50, description: 'The kind of thing it happened to.' })
  subjectType!: string;

  @IdField()
  subjectId!: string;

  @ApiProperty({ type: String, nullable: true, description: 'Who did it; null when the clock did.' })
  actorName!: string | null;

  @ApiProperty({ type: String, nullable: true, description: 'Why, in the words of who did it.' })
  reason!: string | null;

  @ApiProperty({
    type: String,
    format: 'uuid',
    nullable: true,
    description: 'Request in which it happened, as in our log files; null when the clock did it.',
  })
  requestId!: string | null;

  @InstantField({ description: 'When, by the deciding clock.' })
  occurredAt!: string;
}

/** A page of the audit log, newest first. */
export class AuditPageDto {
  @ApiProperty({ type: [AuditLineDto] })
  items!: AuditLineDto[];

  @ApiProperty({ type: String, nullable: true, description: 'Cursor of the next page.' })
  next!: string | null;
}

/** Which part of the log to show. */
export class AuditQueryDto {
  @IdField({ optional: true, description: 'Only lines about this thing.' })
  subjectId?: string;

  @ChoiceField(['changes', 'refusals'], {
    optional: true,
    description: 'Changes of state (the default), or accesses that were refused.',
  })
  show?: 'changes' | 'refusals';

  @TextField({ max: 500, optional: true })
  cursor?: string;
}
