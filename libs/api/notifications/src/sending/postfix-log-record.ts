import { existsSync } from 'node:fs';
import { open } from 'node:fs/promises';
import type { AskedMail, RelayAnswer, RelayRecord } from './relay-record';

/** `… postfix/qmgr[812]: 4XyZ12AbCd: from=<…` : service, queue id, the rest. */
const ENTRY =
  /^(?<stamp>\S+(?: +\d+ \d\d:\d\d:\d\d)?) .*?\bpostfix[^ /]*\/(?:\S+\/)?(?<service>[a-z]+)\[\d+\]: (?<queueId>[0-9A-Za-z]{6,20}): (?<rest>.*)$/;
const SYSLOG_STAMP = /^[A-Z][a-z]{2} [ \d]\d \d\d:\d\d:\d\d/;
const DAY_MS = 86_400_000;

/**
 * The log of a Postfix on this machine, or shared with it. `cleanup` writes the Message-ID down while it reads the message;
 * only when `qmgr` names the sender of the same queue file was the message taken. So a mail is `accepted` when both lines
 * are there. It is `unknown` only when the log covers its handover: it begins before, and goes on after.
 */
export class PostfixLogRecord implements RelayRecord {
  constructor(private readonly file: string) {}

  async ask(mails: readonly AskedMail[]): Promise<ReadonlyMap<string, RelayAnswer>> {
    try {
      // the file before the last rotation first, so that the lines come in their order
      const scan = new Scan(mails, new Date());
      if (existsSync(`${this.file}.1`)) await scan.read(`${this.file}.1`);
      await scan.read(this.file);
      return new Map(mails.map((mail) => [mail.messageId, scan.answer(mail)]));
    } catch {
      return new Map();
    }
  }
}

/** One pass over the log, for all mails that are asked about. */
class Scan {
  private readonly wanted: ReadonlySet<string>;
  /** Queue file by queue file, the wanted Message-ID that is in it; short queue ids are used again, so the last one counts. */
  private readonly idsInQueue = new Map<string, string>();
  private readonly accepted = new Set<string>();
  private first: Date | null = null;
  private last: Date | null = null;

  constructor(
    mails: readonly AskedMail[],
    private readonly now: Date,
  ) {
    this.wanted = new Set(mails.map((mail) => mail.messageId));
  }

  async read(file: string): Promise<void> {
    const log = await open(file);
    for await (const line of log.readLines({ encoding: 'utf8' })) this.take(line);
  }

  answer(mail: AskedMail): RelayAnswer {
    if (this.accepted.has(mail.messageId)) return 'accepted';
    const second = Math.floor(mail.handoverAt.getTime() / 1000) * 1000; // the log tells whole seconds
    const isCovered =
      this.first !== null && this.last !== null && this.first.getTime() < second && this.last.getTime() >= second;
    return isCovered ? 'unknown' : null;
  }

  private take(line: string): void {
    const stamp = readStamp(line, this.now);
    if (stamp === null) return;
    this.first ??= stamp;
    this.last = stamp;
    const entry = ENTRY.exec(line)?.groups;
    if (entry === undefined) return;
    const { service, queueId = '', rest = '' } = entry;
    if (service === 'cleanup') this.takeMessageId(queueId, rest);
    if (service === 'qmgr' && rest.startsWith('from=<')) this.takeQueued(queueId);
  }

  private takeMessageId(queueId: string, rest: string): void {
    const messageId = /^(?:resent-)?message-id=(?<id><[^>]*>)/.exec(rest)?.groups?.['id'];
    if (messageId === undefined) return;
    if (this.wanted.has(messageId)) this.idsInQueue.set(queueId, messageId);
    else this.idsInQueue.delete(queueId);
  }

  private takeQueued(queueId: string): void {
    const messageId = this.idsInQueue.get(queueId);
    if (messageId !== undefined) this.accepted.add(messageId);
  }
}

/** Reads both forms of syslog: RFC 3339, and the old one without a year, which is the latest that is not to come. */
function readStamp(line: string, now: Date): Date | null {
  const old = SYSLOG_STAMP.exec(line)?.[0];
  if (old === undefined) {
    const stamp = new Date(line.slice(0, line.indexOf(' ')));
    return Number.isNaN(stamp.getTime()) ? null : stamp;
  }
  const year = now.getFullYear();
  const candidates = [year, year - 1].map((y) => new Date(`${old.replace(/ +/g, ' ')} ${y}`));
  return candidates.find((stamp) => stamp.getTime() < now.getTime() + DAY_MS) ?? null;
}
