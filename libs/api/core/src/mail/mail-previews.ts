import { Injectable } from '@nestjs/common';
import type { Locale } from '@htsm/domain';
import type { Tx } from '../database/tx';
import type { MailKind, MailVariables } from './mail-kinds';

/** What a reader will see of a mail. */
export interface MailPreview {
  readonly subject: string;
  readonly text: string;
}

/** Writes a mail as it goes out; the room that knows how gives itself. */
export interface MailWriter {
  write<Kind extends MailKind>(
    tx: Tx,
    mail: { readonly kind: Kind; readonly locale: Locale; readonly variables: MailVariables[Kind] },
  ): Promise<MailPreview>;
}

/** Shows a mail before it is sent, to rooms that do not know how mails are written. */
@Injectable()
export class MailPreviews {
  private writer: MailWriter | null = null;

  /** Names who writes; once, when the process starts. */
  use(writer: MailWriter): void {
    this.writer = writer;
  }

  /** Gives exactly what would go out now with the same values. Throws in a process that writes no mails. */
  preview<Kind extends MailKind>(
    tx: Tx,
    mail: { readonly kind: Kind; readonly locale: Locale; readonly variables: MailVariables[Kind] },
  ): Promise<MailPreview> {
    if (this.writer === null) throw new Error('Nobody here writes mails');
    return this.writer.write(tx, mail);
  }
}
