import { IdField, InstantField, IntField, ObjectsField, TextField } from '@htsm/api/core';

/** How the proposal meets one criterion, in its proposer's words. */
export class ProposalFitHtmlDto {
  @IdField() criterionId!: string;
  /** Safe HTML. */
  @TextField({ max: 30_000 }) html!: string;
}

/** A file of the proposal; its address depends on who reads. */
export class ProposalFileDto {
  @IdField() id!: string;
  @TextField({ max: 255 }) fileName!: string;
  @IntField({ min: 0, max: 2_000_000_000 }) sizeBytes!: number;
}

/** A proposal as somebody outside the proposing organisation reads it, after closing. */
export class JudgedProposalDto {
  @IdField() id!: string;
  /** The number by which people speak of it. */
  @IntField({ min: 0, max: 1_000_000 }) number!: number;
  @TextField({ max: 200 }) title!: string;
  /** Plain text. */
  @TextField({ max: 5000 }) summary!: string;
  /** Safe HTML. */
  @TextField({ max: 60_000 }) approachHtml!: string;
  /** Safe HTML. */
  @TextField({ max: 60_000 }) planningHtml!: string;
  @IntField({ min: 0, max: 2_000_000_000, nullable: true }) priceEur!: number | null;
  @InstantField({ nullable: true }) submittedAt!: string | null;
  /** Null for a reviewer until the answer is released. */
  @TextField({ max: 200, nullable: true }) organisationName!: string | null;
  @TextField({ max: 120, nullable: true }) organisationCity!: string | null;
  @ObjectsField(() => ProposalFitHtmlDto, { maxItems: 10 }) fits!: ProposalFitHtmlDto[];
  @ObjectsField(() => ProposalFileDto, { maxItems: 200 }) attachments!: ProposalFileDto[];
}
