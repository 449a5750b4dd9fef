import { Injectable } from '@nestjs/common';
import { proposalGaps } from '@htsm/domain';
import { Database, StepNotAllowed, VersionConflict, type Tx, type UserActor } from '@htsm/api/core';
import type { SubmissionDto } from '../dto/my-proposal.dto';
import type { SubmitProposalDto } from '../dto/proposal-edits.dto';
import type { ProposalRecord, ReceiptRecord } from '../proposal.records';
import { ProposalIncomplete, SubmitKeyUsed } from '../proposals.errors';
import { toMyProposal, toReceipt } from '../proposals.mapper';
import { refuseUnlessAccepting } from '../proposals.policy';
import { ReceiptSigner } from '../receipts/receipt-signer';
import { ReceiptsRepository } from '../receipts/receipts.repository';
import { ProposalSteps, proposalPath } from './proposal-steps';

/** Submits a draft: one transaction that ends in a receipt, or in nothing at all. */
@Injectable()
export class SubmitProposal {
  constructor(
    private readonly database: Database,
    private readonly receipts: ReceiptsRepository,
    private readonly signer: ReceiptSigner,
    private readonly steps: ProposalSteps,
  ) {}

  /**
   * Gives the proposal and its receipt; a repeated press or a resent request gives the receipt there already is.
   * Throws ProposalDeadlinePassed, ProposalIncomplete, VersionConflict, StepNotAllowed and their kin.
   */
  run(actor: UserActor, id: string, input: SubmitProposalDto): Promise<SubmissionDto> {
    return this.database.as(actor, async (tx) => {
      const record = await this.steps.locked(tx, actor, id);
      const receiptId = (await this.earlier(tx, record, input)) ?? (await this.submit(tx, actor, record, input));
      const after = await this.steps.after(tx, record);
      return { proposal: toMyProposal(after), receipt: toReceipt(found(await this.receipts.read(tx, id, receiptId))) };
    });
  }

  private async earlier(tx: Tx, record: ProposalRecord, input: SubmitProposalDto): Promise<string | null> {
    const receipt = await this.receipts.earlier(tx, record.id, input.submitKey, input.version);
    if (receipt === null) return null;
    if (receipt.proposalVersion !== input.version) throw new SubmitKeyUsed();
    return receipt.id;
  }

  /** All is judged on what was read after the locks: state, clock, version and completeness. */
  private async submit(tx: Tx, actor: UserActor, record: ProposalRecord, input: SubmitProposalDto): Promise<string> {
    if (record.state !== 'draft') throw new StepNotAllowed(record.state, 'submit');
    refuseUnlessAccepting(record.challenge, record.now);
    if (record.version !== input.version) throw new VersionConflict(toMyProposal(record));
    const gaps = proposalGaps(record, record.criteria);
    if (gaps.length > 0) throw new ProposalIncomplete(gaps);
    await this.steps.take(tx, record, 'submit', record.now);
    return this.handOutReceipt(tx, actor, record, input.submitKey);
  }

  private async handOutReceipt(tx: Tx, actor: UserActor, record: ProposalRecord, submitKey: string): Promise<string> {
    const number = this.signer.number(record.now);
    const signed = this.signer.sign({
      number,
      proposalId: record.id,
      proposalVersion: record.version,
      challengeId: record.challenge.id,
      challengeSlug: record.challenge.slug,
      organisationId: record.organisationId,
      organisationName: record.organisationName,
      submittedAt: record.now,
      content: { ...record, fits: record.criteria.map(({ id }) => ({ criterionId: id, text: textFor(record, id) })) },
      files: record.attachments.map(({ fileName, sizeBytes, sha256 }) => ({ fileName, sizeBytes, sha256 })),
    });
    const receiptId = await this.receipts.add(tx, {
      proposalId: record.id,
      number,
      proposalVersion: record.version,
      manifest: signed.manifest,
      manifestSha256: signed.sha256,
      signature: signed.signature,
      key: this.signer.key,
      submittedBy: actor.userId,
      submittedAt: record.now,
      submitKey,
    });
    await this.steps.log(tx, actor, record, { type: 'proposal.submitted', payload: { receiptId }, isSealed: true });
    await this.steps.mailAll(tx, record, {
      kind: 'proposal_received',
      cause: receiptId,
      variables: ({ name }, challengeTitle) => ({
        name,
        challengeTitle,
        receiptNumber: number,
        submittedAt: record.now.toISOString(),
        manifestSha256: signed.sha256,
        path: proposalPath(record),
      }),
    });
    return receiptId;
  }
}

function textFor(record: ProposalRecord, criterionId: string): string {
  return record.fits.find((fit) => fit.criterionId === criterionId)?.text ?? '';
}

function found(receipt: ReceiptRecord | null): ReceiptRecord {
  if (receipt === null) throw new Error('The receipt is gone inside its own transaction');
  return receipt;
}
