import { BooleanField, IdField, InstantField, IntField, TextField } from '@htsm/api/core';

/** A receipt as the editor lists it. */
export class ProposalReceiptSummaryDto {
  @IdField() id!: string;
  @TextField({ max: 40 }) number!: string;
  @InstantField() submittedAt!: string;
  /** Version of the proposal that was submitted. */
  @IntField({ min: 1, max: 2_147_483_647 }) proposalVersion!: number;
  /** SHA-256 of the manifest, lower-case hex. */
  @TextField({ max: 64 }) manifestSha256!: string;
  /** Whether the proposal still stands as this receipt describes it. */
  @BooleanField() isCurrent!: boolean;
}

/** A whole receipt: what is needed to verify it later. */
export class ProposalReceiptDto {
  @IdField() id!: string;
  @IdField() proposalId!: string;
  @TextField({ max: 40 }) number!: string;
  @InstantField() submittedAt!: string;
  @TextField({ max: 200 }) submittedByName!: string;
  @IntField({ min: 1, max: 2_147_483_647 }) proposalVersion!: number;
  /** The hashes of every field and file as JSON text, byte for byte as it was signed. */
  @TextField({ max: 100_000 }) manifest!: string;
  /** SHA-256 of the manifest, lower-case hex. */
  @TextField({ max: 64 }) manifestSha256!: string;
  /** Signature over the manifest, base64url. */
  @TextField({ max: 100 }) signature!: string;
}

/** A receipt to be verified, as it stands in the download. */
export class VerifyReceiptDto {
  @TextField({ min: 2, max: 100_000 }) manifest!: string;
  @TextField({ min: 1, max: 100 }) signature!: string;
}

/** Whether we made this receipt, and for when. */
export class ReceiptVerificationDto {
  @BooleanField() isValid!: boolean;
  /** Null when it is not valid. */
  @TextField({ max: 40, nullable: true }) number!: string | null;
  /** Null when it is not valid. */
  @InstantField({ nullable: true }) submittedAt!: string | null;
}
