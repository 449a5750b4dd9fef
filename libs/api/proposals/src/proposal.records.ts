import type { ChallengeState, CriterionFit, IpRegime, ProposalContent, ProposalState } from '@htsm/domain';

/** The challenge of a proposal as the database gives it. */
export interface ChallengeRecord {
  readonly id: string;
  readonly slug: string;
  readonly state: ChallengeState;
  readonly ownerName: string;
  readonly titleNl: string;
  readonly titleEn: string;
  readonly budgetEur: number | null;
  readonly hoursAsked: number | null;
  readonly ipRegime: IpRegime | null;
  readonly openedAt: string;
  readonly closesAt: string;
  readonly decisionDueAt: string | null;
}

/** A criterion of the challenge, in order. */
export interface CriterionRecord {
  readonly id: string;
  readonly titleNl: string;
  readonly titleEn: string;
  readonly weight: number;
  readonly knockOutMinimum: number | null;
}

/** A file of a proposal. */
export interface AttachmentRecord {
  readonly id: string;
  readonly sha256: string;
  readonly fileName: string;
  readonly sizeBytes: number;
  readonly mediaType: string;
  readonly createdAt: string;
}

/** A receipt without its manifest. */
export interface ReceiptSummaryRecord {
  readonly id: string;
  readonly number: string;
  readonly submittedAt: string;
  readonly proposalVersion: number;
  readonly manifestSha256: string;
}

/** A proposal with all that its editor shows, read in one statement; instants inside are ISO texts. */
export interface ProposalRecord extends ProposalContent {
  readonly id: string;
  readonly version: number;
  readonly state: ProposalState;
  readonly organisationId: string;
  readonly organisationName: string;
  readonly challenge: ChallengeRecord;
  readonly criteria: readonly CriterionRecord[];
  readonly fits: readonly CriterionFit[];
  readonly attachments: readonly AttachmentRecord[];
  readonly receipts: readonly ReceiptSummaryRecord[];
  readonly submittedAt: Date | null;
  readonly updatedAt: Date;
  /** The database's instant at which the row was read. */
  readonly now: Date;
}

/** A line of the list; the texts are there for drafts only. */
export interface ProposalListRecord extends ProposalContent {
  readonly id: string;
  readonly version: number;
  readonly state: ProposalState;
  readonly organisationName: string;
  readonly challenge: ChallengeRecord;
  readonly criteria: readonly { readonly id: string }[];
  readonly submittedAt: Date | null;
  readonly updatedAt: Date;
  /** `updated_at` to the microsecond, for the cursor. */
  readonly updatedKey: string;
  readonly now: Date;
}

/** A whole receipt. */
export interface ReceiptRecord extends Omit<ReceiptSummaryRecord, 'submittedAt'> {
  readonly proposalId: string;
  readonly submittedAt: Date;
  readonly submittedByName: string;
  readonly submitKey: string;
  readonly manifest: string;
  readonly signature: string;
  readonly keyId: string;
}
