import { Inject, Injectable } from '@nestjs/common';
import { CONFIG, Database, MailOutbox, type Config, type MailRecipient, type Tx } from '@htsm/api/core';
import {
  claimReminder,
  closingSoon,
  lockUntold,
  markTold,
  toBeReminded,
  type ClosingChallenge,
  type Reminded,
  type UntoldFollower,
} from './follow-news.repository';

/** Followers told of a change in one transaction. */
const BATCH = 200;

/**
 * Tells followers what changed, and reminds them and those with a draft before closing. A moment of reminding is claimed in the
 * transaction that writes its mails, and a follower's row says what they were told: whatever is killed, nothing is told twice.
 */
@Injectable()
export class FollowNews {
  constructor(
    private readonly database: Database,
    private readonly outbox: MailOutbox,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  /** Tells everything that is due by the clock; gives how many mails were written. */
  async tellDue(): Promise<number> {
    return (await this.tellChanges()) + (await this.remind());
  }

  private async tellChanges(): Promise<number> {
    let told = 0;
    for (;;) {
      const followers = await this.database.asSystem(async (tx) => {
        const untold = await lockUntold(tx, BATCH);
        for (const follower of untold) await this.tell(tx, follower);
        await markTold(tx, untold);
        return untold.length;
      });
      if (followers === 0) return told;
      told += followers;
    }
  }

  private async tell(tx: Tx, follower: UntoldFollower): Promise<void> {
    const { challenge } = follower;
    const common = { name: follower.name, challengeTitle: titleFor(challenge, follower), path: pathOf(challenge) };
    const key = `${challenge.id}:${follower.userId}:${challenge.closesAt.toISOString()}`;
    if (follower.state === 'cancelled') {
      const variables = { ...common, reason: follower.reason };
      await this.outbox.enqueue(tx, {
        kind: 'followed_cancelled',
        to: follower,
        variables,
        about: { type: 'challenge', id: challenge.id },
        dedupeKey: `followed_cancelled:${key}`,
      });
      return;
    }
    const variables = { ...common, closesAt: challenge.closesAt.toISOString() };
    await this.outbox.enqueue(tx, {
      kind: 'followed_moved',
      to: follower,
      variables,
      about: { type: 'challenge', id: challenge.id },
      dedupeKey: `followed_moved:${key}`,
    });
  }

  private async remind(): Promise<number> {
    const hours = [...this.config.reminderHours].sort((a, b) => a - b);
    if (hours.length === 0) return 0;
    const due = await this.database.asSystem((tx) => closingSoon(tx, hours));
    let reminded = 0;
    for (const challenge of due) reminded += await this.database.asSystem((tx) => this.remindOf(tx, challenge, hours));
    return reminded;
  }

  /** Reminds of the nearest moment that has come; those before it are over, and nobody is reminded of two at once. */
  private async remindOf(tx: Tx, { id }: ClosingChallenge, hours: readonly number[]): Promise<number> {
    const claimed = await claimReminder(tx, id, hours);
    if (claimed === null) return 0;
    const people = await toBeReminded(tx, claimed);
    for (const person of people) await this.remindPerson(tx, claimed.challenge, claimed.hoursBefore, person);
    return people.length;
  }

  private async remindPerson(
    tx: Tx,
    challenge: ClosingChallenge,
    hoursBefore: number,
    person: Reminded,
  ): Promise<void> {
    const closesAt = challenge.closesAt.toISOString();
    const { proposalId } = person;
    await this.outbox.enqueue(tx, {
      kind: proposalId === null ? 'followed_closing' : 'proposal_draft_closing',
      to: person,
      variables: {
        name: person.name,
        challengeTitle: titleFor(challenge, person),
        closesAt,
        path: proposalId === null ? pathOf(challenge) : `/my/proposals/${proposalId}`,
      },
      about: proposalId === null ? { type: 'challenge', id: challenge.id } : { type: 'proposal', id: proposalId },
      dedupeKey: `closing:${challenge.id}:${closesAt}:${hoursBefore}:${person.userId}`,
    });
  }
}

function titleFor({ titleNl, titleEn }: ClosingChallenge, { locale }: MailRecipient): string {
  return (locale === 'nl' ? titleNl : titleEn) || titleNl || titleEn;
}

function pathOf({ slug }: ClosingChallenge): string {
  return `/challenges/${slug}`;
}
