import { Injectable } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import {
  Database,
  EventLog,
  FILES_LIMIT,
  FILES_TOGETHER_LIMIT_BYTES,
  FileRefused,
  IncomingFiles,
  NotFound,
  type FileToSend,
  type ReceivedUpload,
  type Tx,
  type UserActor,
} from '@htsm/api/core';
import type { AddedProposalFileDto, RemainingProposalFilesDto } from '../dto/proposal-files.dto';
import type { ProposalRecord } from '../proposal.records';
import { toAttachment } from '../proposals.mapper';
import { existing, proposingOrganisations, refuseUnlessDraft } from '../proposals.policy';
import { ProposalsRepository } from '../proposals.repository';

/** The files of proposals: added and removed by the proposer while it is a draft, read by whoever may read it. */
@Injectable()
export class ProposalFiles {
  constructor(
    private readonly database: Database,
    private readonly repository: ProposalsRepository,
    private readonly files: IncomingFiles,
    private readonly events: EventLog,
  ) {}

  /** Takes the file of a multipart request; the same file under the same name twice is kept once. */
  async add(actor: UserActor, id: string, request: FastifyRequest): Promise<AddedProposalFileDto> {
    const mine = proposingOrganisations(actor);
    const before = await this.database.as(actor, (tx) => this.repository.read(tx, id, mine));
    refuseUnlessDraft(existing(before));
    const room = { alreadyBytes: together(existing(before)) };
    return this.files.take(actor, request, room, (upload) =>
      this.database.as(actor, (tx) => this.keep(tx, actor, id, upload)),
    );
  }

  /** Takes a file out of the draft; receipts keep its hash. */
  remove(actor: UserActor, id: string, attachmentId: string): Promise<RemainingProposalFilesDto> {
    return this.database.as(actor, async (tx) => {
      const draft = await this.lockDraft(tx, actor, id);
      const removed = await tx.run('DELETE FROM proposal_attachment WHERE proposal_id = $1 AND id = $2', [
        id,
        attachmentId,
      ]);
      if (removed === 0) throw new NotFound();
      await this.log(tx, actor, draft, { type: 'proposal.file_removed', attachmentId });
      return toFiles(await this.touch(tx, actor, id));
    });
  }

  /** Finds a file of an own proposal; others have addresses of their own for it, which say who opened it. Throws NotFound. */
  find(actor: UserActor, id: string, attachmentId: string): Promise<FileToSend> {
    return this.database.as(actor, async (tx) => {
      const file = await this.repository.attachment(
        tx,
        { proposalId: id, attachmentId },
        proposingOrganisations(actor),
      );
      if (file === null) throw new NotFound();
      return { sha256: file.sha256, fileName: file.fileName, sizeBytes: file.sizeBytes };
    });
  }

  private async keep(tx: Tx, actor: UserActor, id: string, upload: ReceivedUpload): Promise<AddedProposalFileDto> {
    const draft = await this.lockDraft(tx, actor, id);
    const same = draft.attachments.find((file) => file.sha256 === upload.sha256 && file.fileName === upload.fileName);
    if (same !== undefined) return { attachment: toAttachment(same), ...toFiles(draft) };
    refuseOverflow(draft, upload);
    await this.files.store(tx, upload);
    const row = await tx.row<{ id: string }>(
      'INSERT INTO proposal_attachment (proposal_id, sha256, file_name, uploaded_by) VALUES ($1, $2, $3, $4) RETURNING id',
      [id, upload.sha256, upload.fileName, actor.userId],
    );
    const after = await this.touch(tx, actor, id);
    const added = after.attachments.find((file) => file.id === row?.id);
    if (added === undefined) throw new NotFound();
    await this.log(tx, actor, after, { type: 'proposal.file_added', attachmentId: added.id });
    return { attachment: toAttachment(added), ...toFiles(after) };
  }

  private async lockDraft(tx: Tx, actor: UserActor, id: string): Promise<ProposalRecord> {
    const mine = proposingOrganisations(actor);
    if (!(await this.repository.lock(tx, id, mine))) throw new NotFound();
    const draft = existing(await this.repository.read(tx, id, mine));
    refuseUnlessDraft(draft);
    return draft;
  }

  /** Before closing only the proposers read this line; a name or a hash of a file stands in no line at all. */
  private log(
    tx: Tx,
    actor: UserActor,
    proposal: ProposalRecord,
    { type, attachmentId }: { type: string; attachmentId: string },
  ): Promise<void> {
    return this.events.append(tx, {
      type,
      subjectType: 'proposal',
      subjectId: proposal.id,
      actorId: actor.userId,
      payload: { attachmentId },
      visibleToOrgIds: [proposal.organisationId],
      isSealed: true,
    });
  }

  /** A receipt names the files too, so changing them makes a new version. */
  private async touch(tx: Tx, actor: UserActor, id: string): Promise<ProposalRecord> {
    await tx.run('UPDATE proposal SET version = version + 1, updated_at = htsm_now() WHERE id = $1', [id]);
    return existing(await this.repository.read(tx, id, proposingOrganisations(actor)));
  }
}

/** The room was measured before the upload; another file may have come in meanwhile. */
function refuseOverflow(draft: ProposalRecord, upload: ReceivedUpload): void {
  if (draft.attachments.length >= FILES_LIMIT) throw new FileRefused('too_many', { max: FILES_LIMIT });
  if (together(draft) + upload.sizeBytes > FILES_TOGETHER_LIMIT_BYTES) throw new FileRefused('too_large_together');
}

function together(record: ProposalRecord): number {
  return record.attachments.reduce((sum, file) => sum + Number(file.sizeBytes), 0);
}

function toFiles(record: ProposalRecord): RemainingProposalFilesDto {
  return {
    attachments: record.attachments.map(toAttachment),
    version: record.version,
    savedAt: record.updatedAt.toISOString(),
  };
}
