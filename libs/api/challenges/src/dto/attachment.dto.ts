import { IdField, IntField, TextField } from '@htsm/api/core';

/** A file that belongs to a challenge. */
export class ChallengeAttachmentDto {
  @IdField() id!: string;
  @TextField({ max: 255 }) fileName!: string;
  @IntField({ min: 0, max: 25 * 1024 * 1024 }) sizeBytes!: number;
  @TextField({ max: 200 }) mediaType!: string;
}
