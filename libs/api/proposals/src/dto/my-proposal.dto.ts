import { MAX_PRICE_EUR, PROPOSAL_LENGTHS, PROPOSAL_STATES, type ProposalState } from '@htsm/domain';
import { ChoiceField, IdField, InstantField, IntField, ObjectField, ObjectsField, TextField } from '@htsm/api/core';
import { ProposalAttachmentDto } from './proposal-files.dto';
import {
  ProposalActionsDto,
  ProposalChallengeDto,
  ProposalCriterionDto,
  ProposalFitDto,
  ProposalGapDto,
} from './proposal-parts.dto';
import { ProposalReceiptDto, ProposalReceiptSummaryDto } from './receipt.dto';

/** A proposal as its own organisation sees it: text, files, receipts, what is missing and what can be done. */
export class MyProposalDto {
  @IdField() id!: string;
  @IntField({ min: 1, max: 2_147_483_647 }) version!: number;
  @ChoiceField(PROPOSAL_STATES) state!: ProposalState;
  @IdField() organisationId!: string;
  @TextField({ max: 200 }) organisationName!: string;
  @TextField({ max: PROPOSAL_LENGTHS.title }) title!: string;
  @TextField({ max: PROPOSAL_LENGTHS.summary }) summary!: string;
  @TextField({ max: PROPOSAL_LENGTHS.approach }) approach!: string;
  @TextField({ max: PROPOSAL_LENGTHS.planning }) planning!: string;
  /** Whole euros without VAT; null is "not yet". */
  @IntField({ min: 0, max: MAX_PRICE_EUR, nullable: true }) priceEur!: number | null;
  /** One for each criterion, in their order. */
  @ObjectsField(() => ProposalFitDto, { maxItems: 20 }) fits!: ProposalFitDto[];
  /** In the order of the challenge. */
  @ObjectsField(() => ProposalCriterionDto, { maxItems: 20 }) criteria!: ProposalCriterionDto[];
  @ObjectField(() => ProposalChallengeDto) challenge!: ProposalChallengeDto;
  /** Oldest first. */
  @ObjectsField(() => ProposalAttachmentDto, { maxItems: 20 }) attachments!: ProposalAttachmentDto[];
  /** Newest first. */
  @ObjectsField(() => ProposalReceiptSummaryDto, { maxItems: 1000 }) receipts!: ProposalReceiptSummaryDto[];
  /** In the order of the editor; empty when it can be submitted. */
  @ObjectsField(() => ProposalGapDto, { maxItems: 50 }) gaps!: ProposalGapDto[];
  @ObjectField(() => ProposalActionsDto) actions!: ProposalActionsDto;
  @InstantField({ nullable: true }) submittedAt!: string | null;
  @InstantField() savedAt!: string;
  /** The server's instant. */
  @InstantField() now!: string;
}

/** What a submission gives: the proposal as it now stands, and its receipt. */
export class SubmissionDto {
  @ObjectField(() => MyProposalDto) proposal!: MyProposalDto;
  @ObjectField(() => ProposalReceiptDto) receipt!: ProposalReceiptDto;
}

/** What a save gives. */
export class SavedProposalDto {
  @IntField({ min: 1, max: 2_147_483_647 }) version!: number;
  @InstantField() savedAt!: string;
  /** How many gaps are left. */
  @IntField({ min: 0, max: 50 }) gapCount!: number;
  /** The server's instant. */
  @InstantField() now!: string;
}
