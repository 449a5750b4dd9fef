import { simpleParser, type ParsedMail } from 'mailparser';
import { SMTPServer } from 'smtp-server';

/** An SMTP server that keeps what it accepts, so that a journey can read its mail. */
export class Mailbox {
  private readonly mails: ParsedMail[] = [];
  private readonly server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS', 'AUTH'],
    onData: (stream, _session, done) => {
      simpleParser(stream).then(
        (mail) => {
          this.mails.push(mail);
          done();
        },
        (fault: unknown) => done(fault instanceof Error ? fault : new Error(String(fault))),
      );
    },
  });

  /** Listens on a free port of this machine and gives its address. */
  async open(): Promise<string> {
    await new Promise<void>((resolve) => this.server.listen(0, '127.0.0.1', resolve));
    const address = this.server.server.address();
    if (address === null || typeof address === 'string') throw new Error('The mailbox has no port');
    return `smtp://127.0.0.1:${address.port}`;
  }

  async close(): Promise<void> {
    await new Promise<void>((resolve) => this.server.close(() => resolve()));
  }

  /** Everything that came for an address, oldest first. */
  to(email: string): ParsedMail[] {
    return this.mails.filter((mail) => recipients(mail).includes(email.toLowerCase()));
  }

  /** Message ids that arrived more than once. */
  duplicates(): string[] {
    const ids = this.mails.map((mail) => mail.messageId ?? '');
    return ids.filter((id, index) => ids.indexOf(id) !== index);
  }

  /** Waits for the newest mail to `email` whose subject matches; fails after 15 seconds with what did come. */
  async next(email: string, subject: RegExp): Promise<ParsedMail> {
    const deadline = Date.now() + 15_000;
    while (Date.now() < deadline) {
      const found = this.to(email).findLast((mail) => subject.test(mail.subject ?? ''));
      if (found !== undefined) return found;
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
    const came = this.to(email).map((mail) => mail.subject);
    throw new Error(`No mail to ${email} with ${subject}; it got: ${came.join(', ') || 'nothing'}`);
  }
}

/** Gives the path, query and fragment of the first link in a mail whose address matches. */
export function linkIn(mail: ParsedMail, wanted: RegExp): string {
  const links = [...(mail.text ?? '').matchAll(/https?:\/\/\S+/g)].map(([link]) => new URL(link));
  const found = links.find((link) => wanted.test(link.pathname));
  if (found === undefined) throw new Error(`No link ${wanted} in: ${mail.text ?? ''}`);
  return found.pathname + found.search + found.hash;
}

function recipients(mail: ParsedMail): string[] {
  const fields = Array.isArray(mail.to) ? mail.to : [mail.to];
  return fields.flatMap((field) => field?.value ?? []).map((address) => (address.address ?? '').toLowerCase());
}
