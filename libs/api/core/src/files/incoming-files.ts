import { Inject, Injectable } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import type { Actor } from '../access/actor';
import { CONFIG, type Config } from '../config/config';
import type { Tx } from '../database/tx';
import { IdempotentRequests } from '../idempotency/idempotent-requests';
import { FILE_STORE, type FileStore } from './file-store';
import { discardUpload, receiveUpload, type ReceivedUpload, type UploadRoom } from './receive-upload';
import { storeFile } from './stored-files';

/** Takes uploads in: received and judged first, then kept in a transaction, once per key of the request. */
@Injectable()
export class IncomingFiles {
  constructor(
    @Inject(CONFIG) private readonly config: Config,
    @Inject(FILE_STORE) private readonly files: FileStore,
    private readonly requests: IdempotentRequests,
  ) {}

  /**
   * Receives the one file of a multipart request and has `keep` write down what it is for; whatever happens, no bytes are
   * left under way. Throws FileRefused with the reason, and IdempotencyKeyUsed.
   */
  async take<Result>(
    actor: Actor,
    request: FastifyRequest,
    room: UploadRoom,
    keep: (upload: ReceivedUpload) => Promise<Result>,
  ): Promise<Result> {
    const upload = await receiveUpload(request, this.config, room);
    try {
      const content = `${upload.sha256} ${upload.fileName}`;
      return await this.requests.keep(actor, request, content, () => keep(upload));
    } finally {
      await discardUpload(upload);
    }
  }

  /** Makes the bytes safe, before the row that points at them can commit. */
  store(tx: Tx, upload: ReceivedUpload): Promise<void> {
    return storeFile(tx, this.files, upload);
  }
}
