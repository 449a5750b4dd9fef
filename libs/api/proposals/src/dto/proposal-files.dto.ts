import { ApiProperty } from '@nestjs/swagger';
import {
  FILE_LIMIT_BYTES,
  IdField,
  InstantField,
  IntField,
  ObjectField,
  ObjectsField,
  TextField,
} from '@htsm/api/core';

/** A file of a proposal. */
export class ProposalAttachmentDto {
  @IdField() id!: string;
  @TextField({ max: 255 }) fileName!: string;
  @IntField({ min: 0, max: FILE_LIMIT_BYTES }) sizeBytes!: number;
  @TextField({ max: 200 }) mediaType!: string;
  @InstantField() addedAt!: string;
}

/** The form of an upload: one file. */
export class ProposalUploadDto {
  @ApiProperty({ type: 'string', format: 'binary' }) file!: unknown;
}

/** A file that was added. */
export class AddedProposalFileDto {
  @ObjectField(() => ProposalAttachmentDto) attachment!: ProposalAttachmentDto;
  /** The files with it, oldest first. */
  @ObjectsField(() => ProposalAttachmentDto, { maxItems: 20 }) attachments!: ProposalAttachmentDto[];
  /** Version of the draft from now on. */
  @IntField({ min: 1, max: 2_147_483_647 }) version!: number;
  @InstantField() savedAt!: string;
}

/** What is left after a file was removed. */
export class RemainingProposalFilesDto {
  /** Oldest first. */
  @ObjectsField(() => ProposalAttachmentDto, { maxItems: 20 }) attachments!: ProposalAttachmentDto[];
  /** Version of the draft from now on. */
  @IntField({ min: 1, max: 2_147_483_647 }) version!: number;
  @InstantField() savedAt!: string;
}
