import { Injectable } from '@nestjs/common';
import { proposalGaps } from '@htsm/domain';
import { Database, ValidationFailed, VersionConflict, type Tx, type UserActor } from '@htsm/api/core';
import type { SavedProposalDto } from '../dto/my-proposal.dto';
import type { SaveProposalDto } from '../dto/proposal-edits.dto';
import { toMyProposal } from '../proposals.mapper';
import { existing, proposingOrganisations, refuseUnlessDraft } from '../proposals.policy';
import { ProposalsRepository } from '../proposals.repository';

/** Saves what was typed in a draft, unless somebody else saved since it was read. Works after closing too. */
@Injectable()
export class SaveDraft {
  constructor(
    private readonly database: Database,
    private readonly repository: ProposalsRepository,
  ) {}

  /** Throws VersionConflict with the present proposal, ProposalNotADraft after submission. */
  run(actor: UserActor, id: string, input: SaveProposalDto): Promise<SavedProposalDto> {
    const mine = proposingOrganisations(actor);
    return this.database.as(actor, async (tx) => {
      const isSaved = await saveTexts(tx, id, mine, input);
      if (!isSaved) await this.refuse(tx, id, mine);
      await saveFits(tx, id, input);
      const record = existing(await this.repository.read(tx, id, mine));
      return {
        version: record.version,
        savedAt: record.updatedAt.toISOString(),
        gapCount: proposalGaps(record, record.criteria).length,
        now: record.now.toISOString(),
      };
    });
  }

  private async refuse(tx: Tx, id: string, mine: readonly string[]): Promise<never> {
    const record = existing(await this.repository.read(tx, id, mine));
    refuseUnlessDraft(record);
    throw new VersionConflict(toMyProposal(record));
  }
}

async function saveTexts(tx: Tx, id: string, mine: readonly string[], input: SaveProposalDto): Promise<boolean> {
  const saved = await tx.run(
    `UPDATE proposal SET title = coalesce($4, title), summary = coalesce($5, summary), approach = coalesce($6, approach),
       planning = coalesce($7, planning), price_eur = CASE WHEN $8 THEN $9::int ELSE price_eur END,
       updated_at = htsm_now(), version = version + 1
     WHERE id = $1 AND organisation_id = ANY ($2) AND version = $3 AND state = 'draft'`,
    [
      id,
      mine,
      input.version,
      input.title ?? null,
      input.summary ?? null,
      input.approach ?? null,
      input.planning ?? null,
      input.priceEur !== undefined,
      input.priceEur ?? null,
    ],
  );
  return saved === 1;
}

/** Only criteria of the proposal's own challenge count; another id is a fault of that field. */
async function saveFits(tx: Tx, id: string, input: SaveProposalDto): Promise<void> {
  const fits = [...new Map((input.fits ?? []).map((fit) => [fit.criterionId, fit])).values()];
  if (fits.length === 0) return;
  const saved = await tx.rows<{ criterionId: string }>(
    `INSERT INTO proposal_fit (proposal_id, criterion_id, text)
     SELECT p.id, k.id, given.text FROM unnest($2::uuid[], $3::text[]) AS given (id, text)
     JOIN proposal p ON p.id = $1 JOIN criterion k ON k.id = given.id AND k.challenge_id = p.challenge_id
     ON CONFLICT (proposal_id, criterion_id) DO UPDATE SET text = excluded.text RETURNING criterion_id AS "criterionId"`,
    [id, fits.map((fit) => fit.criterionId), fits.map((fit) => fit.text)],
  );
  const known = new Set(saved.map((row) => row.criterionId));
  const faults = (input.fits ?? []).flatMap(({ criterionId }, index) =>
    known.has(criterionId.toLowerCase()) ? [] : [{ path: `fits.${index}.criterionId`, code: 'id' }],
  );
  if (faults.length > 0) throw new ValidationFailed(faults);
}
