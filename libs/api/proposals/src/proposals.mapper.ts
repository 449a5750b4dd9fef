import { proposalActions, proposalGaps, stateAt, type ProposalActions, type ProposalState } from '@htsm/domain';
import type { MyProposalDto } from './dto/my-proposal.dto';
import type { MyProposalSummaryDto } from './dto/my-proposals.dto';
import type { ProposalAttachmentDto } from './dto/proposal-files.dto';
import type { ProposalChallengeDto } from './dto/proposal-parts.dto';
import type { ProposalReceiptDto, ProposalReceiptSummaryDto } from './dto/receipt.dto';
import type {
  AttachmentRecord,
  ChallengeRecord,
  ProposalListRecord,
  ProposalRecord,
  ReceiptRecord,
} from './proposal.records';

/** Lists what the proposer's editor shows, field by field. */
export function toMyProposal(record: ProposalRecord): MyProposalDto {
  const fits = new Map(record.fits.map((fit) => [fit.criterionId, fit.text]));
  return {
    id: record.id,
    version: record.version,
    state: record.state,
    organisationId: record.organisationId,
    organisationName: record.organisationName,
    title: record.title,
    summary: record.summary,
    approach: record.approach,
    planning: record.planning,
    priceEur: record.priceEur,
    fits: record.criteria.map(({ id }) => ({ criterionId: id, text: fits.get(id) ?? '' })),
    criteria: record.criteria.map(({ id, titleNl, titleEn, weight, knockOutMinimum }) => ({
      id,
      titleNl,
      titleEn,
      weight,
      knockOutMinimum,
    })),
    challenge: toChallenge(record.challenge, record.now),
    attachments: record.attachments.map(toAttachment),
    receipts: receiptSummaries(record),
    gaps: proposalGaps(record, record.criteria).map(({ path, code, params }) => ({
      path,
      code,
      wordsOver: params?.over ?? 0,
    })),
    actions: actionsOf(record),
    submittedAt: record.submittedAt?.toISOString() ?? null,
    savedAt: record.updatedAt.toISOString(),
    now: record.now.toISOString(),
  };
}

/** Lists what a line of the own list shows, field by field. */
export function toMyProposalSummary(record: ProposalListRecord): MyProposalSummaryDto {
  return {
    id: record.id,
    title: record.title,
    state: record.state,
    organisationName: record.organisationName,
    challenge: toChallenge(record.challenge, record.now),
    actions: actionsOf(record),
    gapCount: record.state === 'draft' ? proposalGaps(record, record.criteria).length : 0,
    version: record.version,
    submittedAt: record.submittedAt?.toISOString() ?? null,
    updatedAt: record.updatedAt.toISOString(),
  };
}

/** Lists what is shown of a file. */
export function toAttachment(record: AttachmentRecord): ProposalAttachmentDto {
  return {
    id: record.id,
    fileName: record.fileName,
    sizeBytes: Number(record.sizeBytes),
    mediaType: record.mediaType,
    addedAt: new Date(record.createdAt).toISOString(),
  };
}

/** Lists a whole receipt, field by field. */
export function toReceipt(record: ReceiptRecord): ProposalReceiptDto {
  return {
    id: record.id,
    proposalId: record.proposalId,
    number: record.number,
    submittedAt: record.submittedAt.toISOString(),
    submittedByName: record.submittedByName,
    proposalVersion: record.proposalVersion,
    manifest: record.manifest,
    manifestSha256: record.manifestSha256,
    signature: record.signature,
    keyId: record.keyId,
  };
}

/** The newest receipt describes the proposal as it stands, unless it was pulled back or withdrawn since. */
function receiptSummaries(record: ProposalRecord): ProposalReceiptSummaryDto[] {
  const stands = record.state !== 'draft' && record.state !== 'withdrawn';
  return record.receipts.map(({ id, number, submittedAt, proposalVersion, manifestSha256 }, index) => ({
    id,
    number,
    submittedAt: new Date(submittedAt).toISOString(),
    proposalVersion,
    manifestSha256,
    isCurrent: stands && index === 0,
  }));
}

function toChallenge(record: ChallengeRecord, now: Date): ProposalChallengeDto {
  return {
    id: record.id,
    slug: record.slug,
    state: stateAt(record.state, new Date(record.closesAt), now),
    ownerName: record.ownerName,
    titleNl: record.titleNl,
    titleEn: record.titleEn,
    budgetEur: record.budgetEur,
    hoursAsked: record.hoursAsked,
    ipRegime: record.ipRegime,
    openedAt: new Date(record.openedAt).toISOString(),
    closesAt: new Date(record.closesAt).toISOString(),
    decisionDueAt: record.decisionDueAt === null ? null : new Date(record.decisionDueAt).toISOString(),
  };
}

function actionsOf(record: { state: ProposalState; challenge: ChallengeRecord; now: Date }): ProposalActions {
  const { state, challenge, now } = record;
  return proposalActions({ state, challengeState: challenge.state, closesAt: new Date(challenge.closesAt), now });
}
