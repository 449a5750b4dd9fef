import { ApiProperty } from '@nestjs/swagger';
import { IdField, ObjectsField, TextField } from '@htsm/api/core';

/** How one reviewer judged the anchor. */
export class AnchorScoreDto {
  @IdField() reviewerId!: string;
  @TextField({ max: 120 }) name!: string;
  /** 0 to 5 in two decimals. */
  @ApiProperty() score!: number;
  /** Against the mean of the others, in two decimals; null for who is the only one. */
  @ApiProperty({ type: Number, nullable: true }) drift!: number | null;
}

/** The proposal that every reviewer judges first, and how far they lie apart on it. */
export class AnchorDto {
  @IdField() proposalId!: string;
  /** The widest first. */
  @ObjectsField(() => AnchorScoreDto, { maxItems: 500 }) scores!: AnchorScoreDto[];
}

/** Which proposal is to be judged first. */
export class ChooseAnchorDto {
  /** One of the challenge; null for none. */
  @IdField({ nullable: true }) proposalId!: string | null;
}
