import { createHash, randomUUID } from 'node:crypto';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Database, storeFile, uploadFolder, type Config, type FileStore } from '@htsm/api/core';
import type { DataSource } from 'typeorm';

/** What keeps writing while a backup is made. */
export interface LoadParts {
  readonly source: DataSource;
  readonly store: FileStore;
  readonly config: Config;
}

/**
 * Attaches a new file to a challenge again and again, each time with a line in the log and a mail, in one transaction, until
 * it is told to stop; gives how often.
 */
export async function keepWriting({ source, store, config }: LoadParts, isOver: () => boolean): Promise<number> {
  const database = new Database(source);
  await mkdir(uploadFolder(config), { recursive: true });
  let written = 0;
  while (!isOver()) {
    const content = `File ${randomUUID()}`;
    const temporaryFile = join(uploadFolder(config), randomUUID());
    await writeFile(temporaryFile, content);
    const sha256 = createHash('sha256').update(content).digest('hex');
    const upload = {
      sha256,
      temporaryFile,
      fileName: 'load.pdf',
      sizeBytes: content.length,
      mediaType: 'application/pdf',
    };
    await database.asSystem(async (tx) => {
      await storeFile(tx, store, upload);
      await tx.run(
        `WITH attached AS (
           INSERT INTO challenge_attachment (challenge_id, sha256, file_name, uploaded_by)
           SELECT id, $1, 'load.pdf', created_by FROM challenge LIMIT 1 RETURNING id),
         mail AS (
           INSERT INTO mail_outbox (kind, to_email, locale, variables, dedupe_key, message_id)
           SELECT 'password_changed', 'load@example.nl', 'nl', '{"name": "Load"}', 'load:' || id, '<' || id || '@load>' FROM attached)
         INSERT INTO event (type, subject_type, subject_id) SELECT 'load.attached', 'load', id FROM attached`,
        [sha256],
      );
    });
    written += 1;
  }
  return written;
}
