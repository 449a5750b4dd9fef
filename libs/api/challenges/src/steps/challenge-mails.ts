import { Injectable } from '@nestjs/common';
import type { Locale } from '@htsm/domain';
import { MailOutbox, type MailRecipient, type Tx } from '@htsm/api/core';
import type { SteppedChallenge } from './challenge-steps';

/** Gives the title in a reader's language, or in the other when it is not written in it. */
export function titleFor(challenge: Pick<SteppedChallenge, 'titleNl' | 'titleEn'>, locale: Locale): string {
  const [own, other] =
    locale === 'nl' ? [challenge.titleNl, challenge.titleEn] : [challenge.titleEn, challenge.titleNl];
  return own === '' ? other : own;
}

/** The mails about the life of a challenge. Keys hold the version, so that a second round of moderation mails again. */
@Injectable()
export class ChallengeMails {
  constructor(private readonly outbox: MailOutbox) {}

  /** Tells the taskforce that there is something to moderate. */
  async submitted(tx: Tx, challenge: SteppedChallenge): Promise<void> {
    for (const to of await this.outbox.peopleOfBody(tx, 'taskforce')) {
      const variables = {
        challengeTitle: titleFor(challenge, to.locale),
        ownerName: challenge.ownerName,
        path: `/taskforce/challenges/${challenge.id}`,
      };
      await this.outbox.enqueue(tx, {
        kind: 'challenge_submitted',
        to,
        variables,
        about: { type: 'challenge', id: challenge.id },
        dedupeKey: key('submitted', challenge, to),
      });
    }
  }

  async changesRequested(tx: Tx, challenge: SteppedChallenge, reason: string): Promise<void> {
    for (const to of await this.owners(tx, challenge)) {
      const variables = { ...about(challenge, to), reason, path: `/my/challenges/${challenge.id}` };
      await this.outbox.enqueue(tx, {
        kind: 'challenge_changes_requested',
        to,
        variables,
        about: { type: 'challenge', id: challenge.id },
        dedupeKey: key('changes_requested', challenge, to),
      });
    }
  }

  async approved(tx: Tx, challenge: SteppedChallenge, opensAt: Date): Promise<void> {
    for (const to of await this.owners(tx, challenge)) {
      const variables = {
        ...about(challenge, to),
        opensAt: opensAt.toISOString(),
        path: `/my/challenges/${challenge.id}`,
      };
      await this.outbox.enqueue(tx, {
        kind: 'challenge_approved',
        to,
        variables,
        about: { type: 'challenge', id: challenge.id },
        dedupeKey: key('approved', challenge, to),
      });
    }
  }

  async opened(tx: Tx, challenge: SteppedChallenge): Promise<void> {
    const closesAt = challenge.closesAt?.toISOString() ?? '';
    for (const to of await this.owners(tx, challenge)) {
      const variables = { ...about(challenge, to), closesAt, path: `/challenges/${challenge.slug}` };
      await this.outbox.enqueue(tx, {
        kind: 'challenge_opened',
        to,
        variables,
        about: { type: 'challenge', id: challenge.id },
        dedupeKey: key('opened', challenge, to),
      });
    }
  }

  /** Tells owner and taskforce, each with their own page, how many proposals there are. */
  async stoppedAccepting(tx: Tx, challenge: SteppedChallenge, proposals: number): Promise<void> {
    const owners = await this.owners(tx, challenge);
    const isOwner = new Set(owners.map((person) => person.email));
    const taskforce = await this.outbox.peopleOfBody(tx, 'taskforce');
    const people = [
      ...owners.map((to) => ({ to, path: `/my/challenges/${challenge.id}` })),
      ...taskforce
        .filter((person) => !isOwner.has(person.email))
        .map((to) => ({ to, path: `/taskforce/challenges/${challenge.id}/assign` })),
    ];
    for (const { to, path } of people) {
      const variables = { ...about(challenge, to), proposals, path };
      await this.outbox.enqueue(tx, {
        kind: 'challenge_stopped_accepting',
        to,
        variables,
        about: { type: 'challenge', id: challenge.id },
        dedupeKey: key('stopped_accepting', challenge, to),
      });
    }
  }

  /** Tells the other side: the owner when the taskforce cancels, the taskforce when the owner does. */
  async cancelled(tx: Tx, challenge: SteppedChallenge, reason: string, by: 'owner' | 'taskforce'): Promise<void> {
    const people =
      by === 'taskforce' ? await this.owners(tx, challenge) : await this.outbox.peopleOfBody(tx, 'taskforce');
    const path = by === 'taskforce' ? `/my/challenges/${challenge.id}` : `/taskforce/challenges/${challenge.id}`;
    for (const to of people) {
      const variables = { ...about(challenge, to), reason, path };
      await this.outbox.enqueue(tx, {
        kind: 'challenge_cancelled',
        to,
        variables,
        about: { type: 'challenge', id: challenge.id },
        dedupeKey: key('cancelled', challenge, to),
      });
    }
  }

  private owners(tx: Tx, challenge: SteppedChallenge): Promise<MailRecipient[]> {
    return this.outbox.peopleOfOrganisation(tx, challenge.organisationId);
  }
}

function about(challenge: SteppedChallenge, to: MailRecipient): { name: string; challengeTitle: string } {
  return { name: to.name, challengeTitle: titleFor(challenge, to.locale) };
}

function key(cause: string, challenge: SteppedChallenge, to: MailRecipient): string {
  return `challenge:${challenge.id}:${challenge.version}:${cause}:${to.userId ?? to.email}`;
}
