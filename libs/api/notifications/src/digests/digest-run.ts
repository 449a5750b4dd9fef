import { Injectable } from '@nestjs/common';
import { Database, type Tx } from '@htsm/api/core';
import { latestDigestSlot } from '@htsm/domain';
import { composeDigest } from './compose-digest';
import {
  latestWave,
  lockDue,
  markServed,
  openChallenges,
  sentBefore,
  writeDigests,
  type DueBefore,
} from './digest.repository';

/** Subscribers served in one transaction: enough to be fast, few enough to hold locks and memory for a moment only. */
const BATCH = 200;

/**
 * Writes the digests that are due into the outbox. Any number of runs may work side by side or be killed: a batch is one
 * transaction that locks its subscribers, writes their mails and what is in them, and marks them served.
 */
@Injectable()
export class DigestRun {
  constructor(private readonly database: Database) {}

  /** Serves everybody who is due by the clock; gives how many digests were written. */
  async runDue(): Promise<number> {
    const { wave, now } = await this.database.asSystem(async (tx) => ({
      wave: await latestWave(tx),
      now: await tx.now(),
    }));
    const plans: DueBefore[] = [
      { frequency: 'at_once', wave },
      { frequency: 'daily', slot: latestDigestSlot('daily', now) },
      { frequency: 'weekly', slot: latestDigestSlot('weekly', now) },
    ];
    let written = 0;
    for (const due of plans) written += await this.serveAll(due, wave);
    return written;
  }

  private async serveAll(due: DueBefore, wave: string): Promise<number> {
    let written = 0;
    for (;;) {
      const batch = await this.database.asSystem((tx) => serveBatch(tx, due, wave));
      if (batch === null) return written;
      written += batch;
    }
  }
}

/** Serves one batch; null when nobody is due. */
async function serveBatch(tx: Tx, due: DueBefore, wave: string): Promise<number | null> {
  const subscribers = await lockDue(tx, due, BATCH);
  if (subscribers.length === 0) return null;
  const open = await openChallenges(tx);
  const sent = await sentBefore(tx, subscribers, open);
  const digests = subscribers.flatMap((subscriber) => {
    const fresh = open.filter((challenge) => sent.get(subscriber.id)?.has(challenge.id) !== true);
    return composeDigest(subscriber, due.frequency, fresh) ?? [];
  });
  if (digests.length > 0) await writeDigests(tx, digests);
  await markServed(tx, subscribers, wave, due.frequency === 'at_once' ? null : due.slot);
  return digests.length;
}
