import { BooleanField, ChoiceField, IdField, InstantField, IntField, ObjectsField, TextField } from '@htsm/api/core';

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
  /** Ed25519 signature over the manifest, lower-case hex. */
  @TextField({ max: 128 }) signature!: string;
  /** Which of our public keys checks the signature. */
  @TextField({ max: 32 }) keyId!: string;
}

/** A receipt to be verified: the downloaded file, byte for byte. */
export class VerifyReceiptDto {
  @TextField({ min: 2, max: 200_000, keepSpaces: true }) receipt!: string;
}

/** A public key that checks receipts. */
export class ReceiptKeyDto {
  @TextField({ max: 32 }) id!: string;
  @ChoiceField(['Ed25519']) algorithm!: string;
  /** SubjectPublicKeyInfo in PEM. */
  @TextField({ max: 200 }) pem!: string;
  /** Whether receipts are signed with it now. */
  @BooleanField() isCurrent!: boolean;
}

/** The public keys that check receipts, the present one first. */
export class ReceiptKeysDto {
  @ObjectsField(() => ReceiptKeyDto, { maxItems: 100 }) keys!: ReceiptKeyDto[];
}

/** Whether we made this receipt, and for when. */
export class ReceiptVerificationDto {
  @BooleanField() isValid!: boolean;
  /** Null when it is not valid. */
  @TextField({ max: 40, nullable: true }) number!: string | null;
  /** Null when it is not valid. */
  @InstantField({ nullable: true }) submittedAt!: string | null;
}
