import { readFileSync } from 'node:fs';
import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { createTransport, type Transporter } from 'nodemailer';
import DKIM from 'nodemailer/lib/dkim';
import MailComposer from 'nodemailer/lib/mail-composer';
import { personOf, type Config } from '@htsm/api/core';
import type { RenderedMail } from '../mail/mail-renderer';

/** How many conversations with the relay run side by side. */
export const RELAY_CONNECTIONS = 5;

/** The headers that our signature covers; nodemailer's own list leaves the one-click header out, which RFC 8058 wants signed. */
const SIGNED_HEADERS = [
  'From',
  'Sender',
  'Reply-To',
  'Subject',
  'Date',
  'Message-ID',
  'To',
  'MIME-Version',
  'Content-Type',
  'Content-Transfer-Encoding',
  'Auto-Submitted',
  'List-Id',
  'List-Unsubscribe',
  'List-Unsubscribe-Post',
].join(':');

/** Where a mail goes and what makes it recognisable. */
export interface MailEnvelope {
  readonly toEmail: string;
  readonly messageId: string;
  readonly queuedAt: Date;
}

/** The SMTP relay: writes the message, and lets the caller act at the last moment before it becomes the relay's. */
export class MailRelay {
  private transport: Transporter | null = null;
  /** What is to happen before each message that is on its way is handed over. */
  private readonly handovers = new WeakMap<Buffer, () => Promise<void>>();
  private readonly sender: { name: string; address: string };
  private readonly dkim: DKIM | null;

  constructor(private readonly config: Config) {
    const { name, email } = personOf(config.mailFrom);
    this.sender = { name, address: email };
    this.dkim = openDkim(config);
  }

  /** Makes the bytes of a message; the same row gives the same Message-ID and Date every time. */
  async compose(mail: RenderedMail, envelope: MailEnvelope): Promise<Buffer> {
    const message = new MailComposer({
      from: this.sender,
      to: { name: '', address: envelope.toEmail },
      subject: mail.subject,
      text: mail.text,
      html: mail.html,
      headers: { ...mail.headers },
      attachments: mail.files.map(({ fileName, method, text }) => ({
        filename: fileName,
        content: text,
        contentType: `text/calendar; charset=utf-8; method=${method}`,
      })),
      messageId: envelope.messageId,
      date: envelope.queuedAt,
      disableFileAccess: true,
      disableUrlAccess: true,
    });
    const bytes = await message.compile().build();
    return this.dkim === null ? bytes : buffer(this.dkim.sign(bytes));
  }

  /**
   * Sends a message. `beforeHandover` runs when the relay has said that it wants the message, and all bytes but the final
   * dot are on their way: until it returns the relay cannot have taken the mail, and when it throws the relay never does.
   * Throws what nodemailer throws.
   */
  async send(bytes: Buffer, toEmail: string, beforeHandover: () => Promise<void>): Promise<void> {
    this.transport ??= this.open();
    this.handovers.set(bytes, beforeHandover);
    await this.transport.sendMail({
      envelope: { from: this.config.mail.returnPath ?? this.sender.address, to: [toEmail] },
      raw: bytes,
    });
  }

  /** Says goodbye to the relay; the next mail opens a new connection. */
  close(): void {
    this.transport?.close();
    this.transport = null;
  }

  private open(): Transporter {
    const transport = createTransport({
      url: this.config.smtpUrl,
      // the port of smtp:// opens in the clear: in production TLS follows before anything is said, or nothing is
      requireTLS: this.config.mail.requiresTls,
      pool: true,
      maxConnections: RELAY_CONNECTIONS,
      maxMessages: Infinity,
      // a second try is ours to decide: only we know whether the mail was handed over
      ...{ maxRequeues: 0 },
      connectionTimeout: 10_000,
      greetingTimeout: 10_000,
      socketTimeout: this.config.mail.timeoutS * 1_000,
      disableFileAccess: true,
      disableUrlAccess: true,
    });
    // nodemailer buffers a message before the relay has agreed to its recipient; what this gives is read only after that
    transport.use('stream', ({ data, message }, done) => {
      message.processFunc((input) => Readable.from(this.withholdEnd(input, data.raw), { objectMode: false }));
      done();
    });
    return transport;
  }

  private async *withholdEnd(message: Readable, raw: unknown): AsyncGenerator<Buffer> {
    for await (const chunk of message) yield chunk as Buffer; // nodemailer's streams carry bytes
    const beforeHandover = Buffer.isBuffer(raw) ? this.handovers.get(raw) : undefined;
    if (beforeHandover === undefined) throw new Error('A message without its handover must not go out');
    await beforeHandover();
  }
}

function openDkim(config: Config): DKIM | null {
  if (config.mail.dkim === undefined) return null;
  const { domain, selector, keyFile } = config.mail.dkim;
  return new DKIM({
    domainName: domain,
    keySelector: selector,
    privateKey: readFileSync(keyFile, 'utf8'),
    headerFieldNames: SIGNED_HEADERS,
  });
}
