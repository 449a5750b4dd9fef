import { Injectable } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import type { Locale } from '@htsm/domain';
import {
  Database,
  EventLog,
  IncomingFiles,
  NotFound,
  type Actor,
  type FileToSend,
  type ReceivedUpload,
  type Tx,
  type UserActor,
} from '@htsm/api/core';
import type { ChallengeEntity } from '../challenge.entity';
import { ChallengeDrafts } from '../drafts/challenge-drafts.service';
import type { ChallengeDossierDto } from '../dto/dossier.dto';

const FILE = `SELECT a.sha256, a.file_name AS "fileName", f.size_bytes::int AS "sizeBytes"
  FROM challenge_attachment a JOIN stored_file f ON f.sha256 = a.sha256`;

/** Files that belong to a challenge: the owner adds and removes them while editing, readers download them. */
@Injectable()
export class ChallengeAttachments {
  constructor(
    private readonly database: Database,
    private readonly drafts: ChallengeDrafts,
    private readonly files: IncomingFiles,
    private readonly events: EventLog,
  ) {}

  /** Takes the one file of a multipart request; throws FileRefused with the reason when it cannot be kept. */
  async add(actor: UserActor, id: string, request: FastifyRequest, locale: Locale): Promise<ChallengeDossierDto> {
    const alreadyBytes = await this.bytesSoFar(actor, id);
    return this.files.take(actor, request, { alreadyBytes }, async (upload) => {
      await this.database.as(actor, (tx) => this.keep(tx, actor, id, upload));
      return this.drafts.readOwn(actor, id, locale);
    });
  }

  private async keep(tx: Tx, actor: UserActor, id: string, upload: ReceivedUpload): Promise<void> {
    const { challenge } = await this.drafts.findEditable(tx, actor, id);
    await this.files.store(tx, upload);
    const row = await tx.row<{ id: string }>(
      'INSERT INTO challenge_attachment (challenge_id, sha256, file_name, uploaded_by) VALUES ($1, $2, $3, $4) RETURNING id',
      [id, upload.sha256, upload.fileName, actor.userId],
    );
    await this.log(tx, actor, challenge, { type: 'challenge.file_added', attachmentId: row?.id ?? null });
  }

  /** Takes a file off the challenge; throws NotFound when it has none of this id. */
  async remove(actor: UserActor, id: string, attachmentId: string, locale: Locale): Promise<ChallengeDossierDto> {
    await this.database.as(actor, async (tx) => {
      const { challenge } = await this.drafts.findEditable(tx, actor, id);
      const removed = await tx.run('DELETE FROM challenge_attachment WHERE id = $1 AND challenge_id = $2', [
        attachmentId,
        id,
      ]);
      if (removed === 0) throw new NotFound();
      await this.log(tx, actor, challenge, { type: 'challenge.file_removed', attachmentId });
    });
    return this.drafts.readOwn(actor, id, locale);
  }

  /** Finds a file of the public page; throws NotFound. */
  findPublic(actor: Actor, slug: string, attachmentId: string): Promise<FileToSend> {
    const sql = `${FILE} JOIN public_challenge p ON p.id = a.challenge_id WHERE a.id = $1 AND p.slug = $2`;
    return this.find(actor, sql, [attachmentId, slug]);
  }

  /** Finds a file for the challenge's owner or the taskforce, whatever the state; throws NotFound. */
  findOwn(actor: Actor, challengeId: string, attachmentId: string): Promise<FileToSend> {
    return this.find(actor, `${FILE} WHERE a.id = $1 AND a.challenge_id = $2`, [attachmentId, challengeId]);
  }

  /** The taskforce does not know of a draft yet; a name of a file stands in no line. */
  private log(
    tx: Tx,
    actor: UserActor,
    challenge: Pick<ChallengeEntity, 'id' | 'organisationId' | 'state'>,
    { type, attachmentId }: { type: string; attachmentId: string | null },
  ): Promise<void> {
    return this.events.append(tx, {
      type,
      subjectType: 'challenge',
      subjectId: challenge.id,
      actorId: actor.userId,
      payload: { attachmentId },
      visibleToOrgIds: [challenge.organisationId],
      isSealed: challenge.state === 'draft',
    });
  }

  private async find(actor: Actor, sql: string, ids: readonly string[]): Promise<FileToSend> {
    const file = await this.database.as(actor, (tx) => tx.row<FileToSend>(sql, ids));
    if (file === null) throw new NotFound();
    return file;
  }

  private bytesSoFar(actor: UserActor, id: string): Promise<number> {
    return this.database.as(actor, async (tx) => {
      const { parts } = await this.drafts.findEditable(tx, actor, id);
      return parts.attachments.reduce((sum, attachment) => sum + attachment.sizeBytes, 0);
    });
  }
}
