import { createServer, type Server } from 'node:http';
import { once } from 'node:events';
import type { AddressInfo, Socket } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import { simpleParser, type ParsedMail } from 'mailparser';
import { SMTPServer } from 'smtp-server';

/** A message that the relay answered for with 250. */
export interface AcceptedMail {
  readonly to: string;
  readonly messageId: string;
  readonly raw: string;
}

/** How the relay answers a recipient: undefined takes the mail, a code or a whole answer refuses it. */
export type RecipientRule = (address: string) => number | string | undefined;

/**
 * What the relay does when a message is complete: it takes it, refuses it with a code, takes it and never answers (`hang`),
 * takes it and is cut off before its answer (`lose_answer`), or is cut off before it took it (`cut_off`).
 */
export type EndRule = () => 'accept' | 'hang' | 'lose_answer' | 'cut_off' | number;

/** A mail relay and mailbox of the tests: keeps what it accepted, and can be asked about it over HTTP. */
export class Mailbox {
  readonly accepted: AcceptedMail[] = [];
  /** Answers of the next conversations; empty takes everything. */
  rule: RecipientRule = () => undefined;
  atEnd: EndRule = () => 'accept';
  /** Code with which the relay turns new conversations away; undefined lets them in. */
  busyCode: number | undefined;
  /** Called when a recipient is named, before it is answered for. */
  beforeRecipient: () => Promise<void> = async () => undefined;
  /** Called when a message is complete, before it counts as accepted; a throw refuses it for now. */
  beforeAccept: () => Promise<void> = async () => undefined;
  private readonly smtp: SMTPServer;
  private readonly lookup: Server;

  private constructor() {
    this.smtp = new SMTPServer({
      authOptional: true,
      disabledCommands: ['STARTTLS', 'AUTH'],
      logger: false,
      onRcptTo: (address, _session, callback) => {
        void this.beforeRecipient().then(() => {
          const code = this.rule(address.address);
          callback(code === undefined ? undefined : refusal(code));
        });
      },
      onConnect: (_session, callback) => callback(this.busyCode === undefined ? undefined : refusal(this.busyCode)),
      onData: (stream, session, callback) => {
        const chunks: Buffer[] = [];
        stream.on('data', (chunk: Buffer) => chunks.push(chunk));
        stream.on('end', () => {
          void this.end(Buffer.concat(chunks).toString('utf8'), session.envelope.rcptTo[0]?.address ?? '', callback);
        });
      },
    });
    this.smtp.on('error', () => undefined); // a killed client is no fault of the server
    this.lookup = createServer((request, response) => {
      const id = decodeURIComponent((request.url ?? '').slice(1));
      response.end(JSON.stringify(this.accepted.map((mail) => mail.messageId).filter((messageId) => messageId === id)));
    });
  }

  /** Listens on free ports of this machine; close it afterwards. */
  static async open(): Promise<Mailbox> {
    const mailbox = new Mailbox();
    mailbox.smtp.listen(0, '127.0.0.1');
    mailbox.lookup.listen(0, '127.0.0.1');
    await Promise.all([once(mailbox.smtp.server, 'listening'), once(mailbox.lookup, 'listening')]);
    return mailbox;
  }

  get smtpUrl(): string {
    return `smtp://127.0.0.1:${port(this.smtp.server.address())}`;
  }

  get lookupUrl(): string {
    return `http://127.0.0.1:${port(this.lookup.address())}/{messageId}`;
  }

  /** The accepted mails, read as a mail program reads them. */
  read(): Promise<ParsedMail[]> {
    return Promise.all(this.accepted.map((mail) => simpleParser(mail.raw)));
  }

  async close(): Promise<void> {
    this.lookup.closeAllConnections();
    this.cutConnections();
    await Promise.all([
      new Promise<void>((resolve) => this.smtp.close(resolve)),
      new Promise((resolve) => this.lookup.close(resolve)),
    ]);
  }

  private async end(raw: string, to: string, callback: (fault?: Error) => void): Promise<void> {
    const end = this.atEnd();
    if (typeof end === 'number') return callback(refusal(end));
    if (end === 'cut_off') return this.cutConnections();
    try {
      await this.take(raw, to);
    } catch {
      return callback(refusal(451));
    }
    if (end === 'lose_answer') this.cutConnections();
    else if (end === 'accept') callback();
  }

  /** Ends every conversation without a word, as a relay that dies does. */
  cutConnections(): void {
    for (const connection of this.smtp.connections) (connection as { _socket: Socket })._socket.destroy(); // smtp-server's own name
  }

  /** Takes a moment to accept, as relays do, so that a sender can be killed before and after. */
  private async take(raw: string, to: string): Promise<void> {
    await pause(Math.random() * 4);
    await this.beforeAccept();
    this.accepted.push({ to, messageId: /^message-id: <([^>]*)>/im.exec(raw)?.[1] ?? '', raw });
    await pause(Math.random() * 4);
  }
}

function port(address: AddressInfo | string | null): number {
  if (address === null || typeof address === 'string') throw new Error('The server listens on no port');
  return address.port;
}

function refusal(answer: number | string): Error {
  const [, code = '451', words = 'refused'] = /^(\d{3}) ?(.*)$/.exec(String(answer)) ?? [];
  return Object.assign(new Error(words === '' ? 'refused' : words), { responseCode: Number(code) });
}
