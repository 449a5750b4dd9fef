import { BooleanField, InstantField, ObjectField, TextField } from '@htsm/api/core';

/** What a decision was made on, and whether calculating it again comes to the same bytes. */
export class DecisionRecordDto {
  @InstantField() decidedAt!: string;
  @TextField({ max: 120 }) decidedBy!: string;
  /** SHA-256 of the criteria, weights, reviews and scores that counted. */
  @TextField({ max: 64 }) basisSha256!: string;
  /** SHA-256 of the ranking that came out. */
  @TextField({ max: 64 }) rankingSha256!: string;
  /** Whether what counted then is still exactly so. */
  @BooleanField() isUnchanged!: boolean;
  /** Whether the ranking, calculated again, has the same bytes. */
  @BooleanField() isReproduced!: boolean;
}

/** The record of a decision; null before it, and for whoever has a stake in the challenge. */
export class DecisionRecordsDto {
  @ObjectField(() => DecisionRecordDto, { nullable: true }) record!: DecisionRecordDto | null;
}
