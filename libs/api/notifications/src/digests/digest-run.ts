import { Injectable } from '@nestjs/common';
import { Database, type Tx } from '@htsm/api/core';
import { ChallengeWords } from './challenge-words';
import { composeDigest } from './compose-digest';
import {
  lockDue,
  markServed,
  openChallenges,
  seeNewChallenges,
  sentBefore,
  writeDigests,
  type DueSubscriber,
} from './digest.repository';
import { dueInterests, nextLook } from './due-interests';
import { InterestMatcher } from './match-interests';

/** Subscribers served in one transaction: enough to be fast, few enough to hold locks and memory for a moment only. */
const BATCH = 200;

/**
 * Writes the digests that are due into the outbox. Any number of runs may work side by side or be killed: a batch is one
 * transaction that locks its subscribers, writes their mails and what is in them, and says when to look at them again.
 */
@Injectable()
export class DigestRun {
  constructor(
    private readonly database: Database,
    private readonly words: ChallengeWords,
  ) {}

  /** Serves everybody who is due by the clock; gives how many digests were written. */
  async runDue(): Promise<number> {
    await this.database.asSystem(seeNewChallenges);
    let written = 0;
    for (;;) {
      const batch = await this.database.asSystem((tx) => this.serveBatch(tx));
      if (batch === null) return written;
      written += batch;
    }
  }

  /** Serves one batch and gives the number of digests; null when nobody is due. */
  private async serveBatch(tx: Tx): Promise<number | null> {
    const subscribers = await lockDue(tx, BATCH);
    if (subscribers.length === 0) return null;
    const now = await tx.now();
    const due = subscribers
      .map((subscriber) => ({ subscriber, interests: dueInterests(subscriber, now) }))
      .filter(({ interests }) => interests.length > 0);
    const digests = due.length === 0 ? [] : await this.compose(tx, due);
    if (digests.length > 0) await writeDigests(tx, digests);
    await markServed(
      tx,
      subscribers.map(({ id, interests, quiet }) => ({ id, nextAt: nextLook(interests, quiet, now) })),
      now,
    );
    return digests.length;
  }

  private async compose(tx: Tx, due: readonly { subscriber: DueSubscriber; interests: DueSubscriber['interests'] }[]) {
    const open = await openChallenges(tx);
    const sent = await sentBefore(
      tx,
      due.map(({ subscriber }) => subscriber),
      open,
    );
    const interests = due.flatMap((one) => one.interests);
    const userIds = due.flatMap(({ subscriber, interests: own }) =>
      subscriber.userId !== null && own.some(({ followsProfile }) => followsProfile) ? [subscriber.userId] : [],
    );
    const matcher = await InterestMatcher.open(tx, this.words, { interests, userIds }, open);
    return due.flatMap(({ subscriber, interests: own }) => {
      const fresh = open.filter(({ id }) => sent.get(subscriber.id)?.has(id) !== true);
      return composeDigest(subscriber, own, fresh, matcher) ?? [];
    });
  }
}
