import { Inject, Injectable } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Locale } from '@htsm/domain';
import {
  Database,
  FILE_STORE,
  IncomingFiles,
  NotFound,
  sendFile,
  type Actor,
  type FileStore,
  type FileToSend,
  type ReceivedUpload,
  type Tx,
  type UserActor,
} from '@htsm/api/core';
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
    @Inject(FILE_STORE) private readonly store: FileStore,
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
    await this.drafts.findEditable(tx, actor, id);
    await this.files.store(tx, upload);
    await tx.run(
      'INSERT INTO challenge_attachment (challenge_id, sha256, file_name, uploaded_by) VALUES ($1, $2, $3, $4)',
      [id, upload.sha256, upload.fileName, actor.userId],
    );
  }

  /** Takes a file off the challenge; throws NotFound when it has none of this id. */
  async remove(actor: UserActor, id: string, attachmentId: string, locale: Locale): Promise<ChallengeDossierDto> {
    await this.database.as(actor, async (tx) => {
      await this.drafts.findEditable(tx, actor, id);
      const removed = await tx.run('DELETE FROM challenge_attachment WHERE id = $1 AND challenge_id = $2', [
        attachmentId,
        id,
      ]);
      if (removed === 0) throw new NotFound();
    });
    return this.drafts.readOwn(actor, id, locale);
  }

  /** Sends a file of the public page. */
  sendPublic(slug: string, attachmentId: string, actor: Actor, reply: FastifyReply): Promise<void> {
    const sql = `${FILE} JOIN public_challenge p ON p.id = a.challenge_id WHERE a.id = $1 AND p.slug = $2`;
    return this.send(actor, reply, { sql, ids: [attachmentId, slug] });
  }

  /** Sends a file to the challenge's owner or the taskforce, whatever the state. */
  sendOwn(challengeId: string, attachmentId: string, actor: Actor, reply: FastifyReply): Promise<void> {
    return this.send(actor, reply, {
      sql: `${FILE} WHERE a.id = $1 AND a.challenge_id = $2`,
      ids: [attachmentId, challengeId],
    });
  }

  private async send(
    actor: Actor,
    reply: FastifyReply,
    { sql, ids }: { sql: string; ids: readonly string[] },
  ): Promise<void> {
    const file = await this.database.as(actor, (tx) => tx.row<FileToSend>(sql, ids));
    if (file === null) throw new NotFound();
    await sendFile(reply, this.store, file);
  }

  private bytesSoFar(actor: UserActor, id: string): Promise<number> {
    return this.database.as(actor, async (tx) => {
      const { parts } = await this.drafts.findEditable(tx, actor, id);
      return parts.attachments.reduce((sum, attachment) => sum + attachment.sizeBytes, 0);
    });
  }
}
