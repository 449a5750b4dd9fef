import { createHmac, randomBytes } from 'node:crypto';
import { Injectable, Logger, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { Refusal } from '../errors/refusal';
import type { AccessRequest } from './access-request';
import { AttemptTally, type TalliedAttempts } from './attempt-tally';

/** How long attempts are counted before they become lines of the audit log, in minutes. */
export const ATTEMPT_WINDOW_MINUTES = 5;
/** How long a network address keeps its name in the log, in windows: a day. */
const WINDOWS_OF_A_NAME = (24 * 60) / ATTEMPT_WINDOW_MINUTES;

/**
 * Counts what strangers try: wrong passwords, codes and links, writes that another site caused, and coming back too often.
 * Every five minutes the counts become a few lines of the audit log, for the most tried accounts and networks by name and
 * for the rest together; so nobody can fill the log, however much is tried. An account is named by its id, a network
 * address by a code that nobody can turn back and that another day is another one.
 */
@Injectable()
export class AttemptLog implements OnApplicationBootstrap, OnApplicationShutdown {
  private readonly logger = new Logger(AttemptLog.name);
  private tally = new AttemptTally();
  private nameKey = randomBytes(32);
  private windows = 0;
  private timer: NodeJS.Timeout | undefined;

  constructor(private readonly source: DataSource) {}

  onApplicationBootstrap(): void {
    this.timer = setInterval(() => void this.endWindow(), ATTEMPT_WINDOW_MINUTES * 60_000).unref();
  }

  async onApplicationShutdown(): Promise<void> {
    clearInterval(this.timer);
    await this.endWindow();
  }

  /** Counts a refusal that may be an attempt to get around a control; others are left alone. */
  note({ details: { attempt } }: Refusal, request: AccessRequest): void {
    if (attempt === undefined) return;
    const signedIn = request.actor?.kind === 'user' ? request.actor.userId : null;
    this.tally.add({
      kind: attempt.kind,
      personId: attempt.personId ?? signedIn,
      network: this.nameOf(request.ip),
      requestId: request.id,
    });
  }

  /** Writes what was counted so far; what cannot be written now is kept for the next time. */
  async write(): Promise<void> {
    const lines = this.tally.lines();
    if (lines.length === 0) return;
    const counted = this.tally;
    this.tally = new AttemptTally();
    try {
      await this.source.query(
        `INSERT INTO event (type, subject_type, subject_id, reason, payload, request_id)
         SELECT 'attempt.refused', line->>'subjectType', (line->>'subjectId')::uuid, line->>'reason', line->'payload',
           (line->>'requestId')::uuid
         FROM jsonb_array_elements($1::jsonb) line`,
        [JSON.stringify(lines.map(asEvent))],
      );
    } catch (fault) {
      this.tally = counted.with(this.tally);
      throw fault;
    }
  }

  private async endWindow(): Promise<void> {
    await this.write().catch((fault: unknown) => this.logger.error(`attempts were not logged: ${String(fault)}`));
    this.windows += 1;
    if (this.windows % WINDOWS_OF_A_NAME === 0) this.nameKey = randomBytes(32);
  }

  /** Names a network address by sixteen bytes in the form of an id; a connection that is gone already has none. */
  private nameOf(networkAddress: string | undefined): string {
    const hash = createHmac('sha256', this.nameKey)
      .update(networkAddress ?? 'gone')
      .digest('hex');
    return hash.slice(0, 32).replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
  }
}

function asEvent({ kind, subjectType, subjectId, requestId, ...counts }: TalliedAttempts): object {
  return {
    subjectType,
    subjectId,
    requestId,
    reason: `${kind}: ${counts.attempts} in ${ATTEMPT_WINDOW_MINUTES} min`,
    payload: { kind, ...counts },
  };
}
