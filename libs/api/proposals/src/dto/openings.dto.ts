import { ApiProperty } from '@nestjs/swagger';
import { OPENING_ROLES, type OpeningRole } from '@htsm/domain';
import { ChoiceField, InstantField, ObjectsField, TextField } from '@htsm/api/core';

/** One time that somebody outside the organisation opened the proposal. Never who: reviewers have no names here. */
export class ProposalOpeningDto {
  @ChoiceField(OPENING_ROLES, { description: 'In which role.' })
  role!: OpeningRole;

  @ApiProperty({ type: String, nullable: true, description: 'The file that was opened; null for the proposal itself.' })
  fileName!: string | null;

  @InstantField()
  openedAt!: string;
}

/** A page of openings, newest first. */
export class ProposalOpeningsDto {
  @ObjectsField(() => ProposalOpeningDto, { maxItems: 20 })
  items!: ProposalOpeningDto[];

  @ApiProperty({ type: String, nullable: true, description: 'Cursor of the next page.' })
  next!: string | null;
}

/** Which page to show. */
export class ProposalOpeningsQueryDto {
  @TextField({ max: 500, optional: true })
  cursor?: string;
}
