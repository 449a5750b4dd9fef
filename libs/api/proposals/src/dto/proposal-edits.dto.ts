import { MAX_PRICE_EUR, PROPOSAL_LENGTHS } from '@htsm/domain';
import { IdField, IntField, ObjectsField, TextField } from '@htsm/api/core';
import { ProposalFitDto } from './proposal-parts.dto';

/** Starts a proposal, or finds the one there is. */
export class StartProposalDto {
  @TextField({ min: 1, max: 100 }) challengeSlug!: string;
  /** For somebody of several organisations; left out: the first that may propose. */
  @IdField({ optional: true }) organisationId?: string;
}

/** A save of a draft: what is left out stays as it is. Spaces are kept, because the writer is still typing. */
export class SaveProposalDto {
  /** Version that was read; another one means that somebody else saved since. */
  @IntField({ min: 1, max: 2_147_483_647 }) version!: number;
  @TextField({ max: PROPOSAL_LENGTHS.title, optional: true, keepSpaces: true }) title?: string;
  @TextField({ max: PROPOSAL_LENGTHS.summary, optional: true, keepSpaces: true }) summary?: string;
  @TextField({ max: PROPOSAL_LENGTHS.approach, optional: true, keepSpaces: true }) approach?: string;
  @TextField({ max: PROPOSAL_LENGTHS.planning, optional: true, keepSpaces: true }) planning?: string;
  /** Whole euros without VAT; null is "not yet". */
  @IntField({ min: 0, max: MAX_PRICE_EUR, optional: true, nullable: true }) priceEur?: number | null;
  @ObjectsField(() => ProposalFitDto, { maxItems: 20, optional: true }) fits?: ProposalFitDto[];
}

/** Submits exactly the version that was checked. */
export class SubmitProposalDto {
  @IntField({ min: 1, max: 2_147_483_647 }) version!: number;
  /** Made by the client for one press of the button; the same key again gives the same receipt. */
  @TextField({ min: 16, max: 64, pattern: /^[A-Za-z0-9_-]+$/ }) submitKey!: string;
}

/** A step without further input, on exactly the version that was seen. */
export class ProposalStepDto {
  @IntField({ min: 1, max: 2_147_483_647 }) version!: number;
}
