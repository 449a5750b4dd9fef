import { fieldGroups, parameter, partsOf, readPart, typeOf, type MailHeaders, type MailPart } from './mail-parts';

/** What a mail server or a mailbox provider reports about a mail of ours. */
export interface MailReport {
  readonly kind: 'bounced' | 'complained';
  /** Message-ID of our mail, with its brackets: only who got the mail knows it. */
  readonly messageId: string;
  /** The address that the report is about, lower-case; null when the provider leaves it out. */
  readonly recipient: string | null;
  /** What the server or the provider said; may be empty. */
  readonly words: string;
}

/**
 * Reads a delivery status (RFC 3464) or a complaint (RFC 5965). Gives null for everything else: answers, delays, deliveries,
 * statuses that are not about the mailbox (a full one, a message that is too large), and reports that do not name our mail.
 */
export function readReport(text: string): MailReport | null {
  const mail = readPart(text);
  if (typeOf(mail) !== 'multipart/report') return null;
  const parts = partsOf(mail);
  const messageId = originalMessageId(parts);
  if (messageId === null) return null;
  const reportType = parameter(mail.headers.get('content-type') ?? '', 'report-type')?.toLowerCase();
  if (reportType === 'delivery-status') return bounce(parts, messageId);
  return reportType === 'feedback-report' ? complaint(parts, messageId) : null;
}

function bounce(parts: readonly MailPart[], messageId: string): MailReport | null {
  const status = parts.find((part) => typeOf(part).endsWith('/delivery-status'));
  if (status === undefined) return null;
  const failed = fieldGroups(status.body).find(isGoneForGood);
  if (failed === undefined) return null;
  const words = failed.get('diagnostic-code')?.replace(/^[a-z0-9]+\s*;/i, '') ?? failed.get('status') ?? '';
  return { kind: 'bounced', messageId, recipient: addressOf(failed), words };
}

/** Failed, with a status of class 5 that says that the mailbox is not there or takes nothing (5.1.x, 5.2.1, 5.0.0, 5.4.1). */
function isGoneForGood(group: MailHeaders): boolean {
  if (group.get('action')?.toLowerCase() !== 'failed') return false;
  return /^5\.(1\.\d{1,3}|2\.1|0\.0|4\.1)\b/.test(group.get('status') ?? '');
}

function complaint(parts: readonly MailPart[], messageId: string): MailReport | null {
  const report = parts.find((part) => typeOf(part) === 'message/feedback-report');
  const fields = report === undefined ? undefined : fieldGroups(report.body)[0];
  if (fields?.get('feedback-type')?.toLowerCase() !== 'abuse') return null;
  return { kind: 'complained', messageId, recipient: bareAddress(fields.get('original-rcpt-to')), words: '' };
}

function addressOf(group: MailHeaders): string | null {
  return bareAddress(group.get('original-recipient') ?? group.get('final-recipient'));
}

function bareAddress(field: string | undefined): string | null {
  const address = field?.replace(/^[a-z0-9]+\s*;/i, '').replace(/[<>\s]/g, '');
  return address === undefined || !address.includes('@') ? null : address.toLowerCase();
}

/** The returned mail, or its headers, is the last part. */
function originalMessageId(parts: readonly MailPart[]): string | null {
  const returned = parts.findLast((part) =>
    ['message/rfc822', 'text/rfc822-headers', 'message/global'].includes(typeOf(part)),
  );
  const headers = returned === undefined ? undefined : readPart(returned.body).headers;
  return /<[^<>\s]+>/.exec(headers?.get('message-id') ?? '')?.[0] ?? null;
}
