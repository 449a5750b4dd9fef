import type { MailConfig } from '@htsm/api/core';
import { HttpRelayRecord } from './http-relay-record';
import { PostfixLogRecord } from './postfix-log-record';

/** What the relay's memory holds of a mail: it took it, it never saw it, or it cannot be asked at the moment (null). */
export type RelayAnswer = 'accepted' | 'unknown' | null;

/** A mail that the relay is asked about. */
export interface AskedMail {
  /** With its angle brackets, as in the header. */
  readonly messageId: string;
  /** When the relay was told that the message is complete. */
  readonly handoverAt: Date;
}

/** The memory of a relay. `unknown` may only be said of a mail that the relay certainly does not have. */
export interface RelayRecord {
  /** Gives an answer for each mail, by its Message-ID; never throws. */
  ask(mails: readonly AskedMail[]): Promise<ReadonlyMap<string, RelayAnswer>>;
}

/** Opens the memory that the configuration names; null when the relay cannot be asked at all. */
export function openRelayRecord(config: MailConfig): RelayRecord | null {
  if (config.lookupUrl !== undefined) return new HttpRelayRecord(config.lookupUrl);
  return config.postfixLog === undefined ? null : new PostfixLogRecord(config.postfixLog);
}
