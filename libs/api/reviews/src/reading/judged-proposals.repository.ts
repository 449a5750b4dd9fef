import { Injectable } from '@nestjs/common';
import type { Blinder, OpeningRole } from '@htsm/domain';
import { NotFound, richTextToHtml, type FileToSend, type Tx } from '@htsm/api/core';
import { Openings } from '@htsm/api/proposals';
import type { JudgedProposalDto } from '../dto/judged-proposal.dto';
import { iso } from './sql-fragments';

/** A file of a proposal, by both ids. */
export interface OpenedFile {
  readonly proposalId: string;
  readonly attachmentId: string;
}

interface ProposalRow {
  id: string;
  number: number;
  title: string;
  summary: string;
  approach: string;
  planning: string;
  priceEur: number | null;
  submittedAt: string | null;
  organisationName: string | null;
  organisationCity: string | null;
  fits: { criterionId: string; text: string }[];
  attachments: { id: string; fileName: string; sizeBytes: number }[];
}

/**
 * Reads whole proposals for people outside the proposing organisation; the row policies decide who that is and when.
 * Every read says in which role, because the proposer is told of it.
 */
@Injectable()
export class JudgedProposalsRepository {
  constructor(private readonly openings: Openings) {}

  /** Gives an unsealed proposal, its texts cleared by `blind`, or null when the actor does not see it. */
  async find(tx: Tx, proposalId: string, as: OpeningRole, blind: Blinder = asItIs): Promise<JudgedProposalDto | null> {
    const row = await tx.row<ProposalRow>(
      `SELECT p.id, proposal_number(p.id) AS number, p.title, p.summary, p.approach, p.planning, p.price_eur AS "priceEur",
        ${iso('p.submitted_at')} AS "submittedAt", o.name AS "organisationName", o.city AS "organisationCity",
        coalesce((SELECT json_agg(json_build_object('criterionId', f.criterion_id, 'text', f.text))
          FROM proposal_fit f WHERE f.proposal_id = p.id), '[]') AS fits,
        coalesce((SELECT json_agg(json_build_object('id', a.id, 'fileName', a.file_name, 'sizeBytes', s.size_bytes) ORDER BY a.created_at, a.id)
          FROM proposal_attachment a JOIN stored_file s ON s.sha256 = a.sha256 WHERE a.proposal_id = p.id), '[]') AS attachments
       FROM proposal p LEFT JOIN organisation o ON o.id = p.organisation_id
       WHERE p.id = $1 AND proposal_is_unsealed(p.state)`,
      [proposalId],
    );
    if (row === null) return null;
    await this.openings.note(tx, { proposalId }, as);
    return toJudgedProposal(row, blind);
  }

  /** Gives a file of a proposal; throws NotFound when the actor sees no such file. */
  async file(tx: Tx, { proposalId, attachmentId }: OpenedFile, as: OpeningRole): Promise<FileToSend> {
    const row = await tx.row<{ sha256: string; fileName: string; sizeBytes: string }>(
      `SELECT a.sha256, a.file_name AS "fileName", s.size_bytes AS "sizeBytes"
       FROM proposal_attachment a JOIN proposal p ON p.id = a.proposal_id JOIN stored_file s ON s.sha256 = a.sha256
       WHERE a.id = $2 AND a.proposal_id = $1 AND proposal_is_unsealed(p.state)`,
      [proposalId, attachmentId],
    );
    if (row === null) throw new NotFound();
    await this.openings.note(tx, { proposalId, attachmentId }, as);
    return { sha256: row.sha256, fileName: row.fileName, sizeBytes: Number(row.sizeBytes) };
  }
}

function asItIs(text: string): string {
  return text;
}

function toJudgedProposal(row: ProposalRow, blind: Blinder): JudgedProposalDto {
  return {
    id: row.id,
    number: row.number,
    title: blind(row.title),
    summary: blind(row.summary),
    approachHtml: richTextToHtml(blind(row.approach)),
    planningHtml: richTextToHtml(blind(row.planning)),
    priceEur: row.priceEur,
    submittedAt: row.submittedAt,
    organisationName: row.organisationName,
    organisationCity: row.organisationCity,
    fits: row.fits.map(({ criterionId, text }) => ({ criterionId, html: richTextToHtml(blind(text)) })),
    attachments: row.attachments.map(({ id, fileName, sizeBytes }) => ({ id, fileName, sizeBytes })),
  };
}
