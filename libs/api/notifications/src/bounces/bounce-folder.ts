import { open, readdir, rename, type FileHandle } from 'node:fs/promises';
import { join } from 'node:path';
import { Inject, Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { CONFIG, type Config } from '@htsm/api/core';
import { readReport, type MailReport } from './read-report';
import { suppressAddress } from './suppress-address';

/** As much of a report as is looked at, in bytes; the returned mail may be long, its headers are near its beginning. */
const READ_BYTES = 256 * 1024;
/** Reports per round. */
const BATCH = 200;

/**
 * The Maildir (`new`, `cur`) into which the relay delivers what comes back to the sender's address. A report counts when it
 * names a mail of ours by its Message-ID, which nobody but its reader can know, and the address that this mail went to.
 */
@Injectable()
export class BounceFolder {
  constructor(
    private readonly source: DataSource,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  /** Reads what is new and moves it to `cur`; gives whether there may be more. Twice, or by two workers, is once. */
  async readNew(): Promise<boolean> {
    const folder = this.config.mail.bounceDir;
    if (folder === undefined) return false;
    const names = (await readdir(join(folder, 'new'))).filter((name) => !name.startsWith('.')).sort();
    for (const name of names.slice(0, BATCH)) await this.take(folder, name);
    return names.length > BATCH;
  }

  private async take(folder: string, name: string): Promise<void> {
    const file = join(folder, 'new', name);
    const text = await beginningOf(file);
    if (text === null) return;
    const report = readReport(text);
    if (report !== null) await this.heed(report);
    await rename(file, join(folder, 'cur', `${name}:2,S`)).catch(ignoreGone);
  }

  private async heed(report: MailReport): Promise<void> {
    const [mail] = await this.source.query<{ id: string }[]>(
      'SELECT id FROM mail_outbox WHERE message_id = $1 AND ($2::citext IS NULL OR to_email = $2)',
      [report.messageId, report.recipient],
    );
    if (mail !== undefined) await suppressAddress(this.source, mail.id, { reason: report.kind, words: report.words });
  }
}

/** Gives the beginning of a file; null when another worker took it. */
async function beginningOf(file: string): Promise<string | null> {
  let handle: FileHandle;
  try {
    handle = await open(file, 'r');
  } catch (fault) {
    ignoreGone(fault);
    return null;
  }
  try {
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(READ_BYTES), 0, READ_BYTES, 0);
    return buffer.toString('latin1', 0, bytesRead);
  } finally {
    await handle.close();
  }
}

function ignoreGone(fault: unknown): void {
  const isGone = typeof fault === 'object' && fault !== null && 'code' in fault && fault.code === 'ENOENT';
  if (!isGone) throw fault;
}
