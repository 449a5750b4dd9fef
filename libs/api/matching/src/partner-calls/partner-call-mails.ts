import { Injectable } from '@nestjs/common';
import { titleFor, type ChallengeSummary } from '@htsm/api/challenges';
import { MailOutbox, type MailRecipient, type Tx } from '@htsm/api/core';
import type { HeldCall } from './partner-calls.repository';

const PATH = '/my/partner-calls';

/** The mails about calls for partners. */
@Injectable()
export class PartnerCallMails {
  constructor(private readonly outbox: MailOutbox) {}

  /** Tells who placed a call that somebody answered. */
  async answered(
    tx: Tx,
    call: HeldCall,
    challenge: ChallengeSummary,
    answer: { readonly id: string; readonly organisationName: string; readonly words: string },
  ): Promise<void> {
    const { id, organisationName, words } = answer;
    await this.toAll(tx, call.organisationId, challenge, async (to, common) =>
      this.outbox.enqueue(tx, {
        kind: 'partner_answered',
        to,
        variables: { ...common, organisationName, words, path: PATH },
        about: { type: 'challenge', id: challenge.id },
        dedupeKey: `partner_answered:${id}:${who(to)}`,
      }),
    );
  }

  /** Tells who answered what was decided; whom to speak to when it goes on. */
  async decided(
    tx: Tx,
    call: HeldCall,
    challenge: ChallengeSummary,
    answer: { readonly id: string; readonly organisationId: string; readonly contact: Contact | null },
  ): Promise<void> {
    const { id, contact } = answer;
    await this.toAll(tx, answer.organisationId, challenge, async (to, common) =>
      this.outbox.enqueue(tx, {
        kind: 'partner_decided',
        to,
        variables: { ...common, organisationName: call.organisationName, contact, path: PATH },
        about: { type: 'challenge', id: challenge.id },
        dedupeKey: `partner_decided:${id}:${who(to)}`,
      }),
    );
  }

  /** Tells who placed a call that the taskforce took it away, and why. */
  async withdrawn(tx: Tx, call: HeldCall, challenge: ChallengeSummary, reason: string): Promise<void> {
    await this.toAll(tx, call.organisationId, challenge, async (to, common) =>
      this.outbox.enqueue(tx, {
        kind: 'partner_call_withdrawn',
        to,
        variables: { ...common, reason, path: PATH },
        about: { type: 'challenge', id: challenge.id },
        dedupeKey: `partner_call_withdrawn:${call.id}:${who(to)}`,
      }),
    );
  }

  private async toAll(
    tx: Tx,
    organisationId: string,
    challenge: ChallengeSummary,
    send: (to: MailRecipient, common: { name: string; challengeTitle: string }) => Promise<void>,
  ): Promise<void> {
    for (const to of await this.outbox.peopleOfOrganisation(tx, organisationId))
      await send(to, { name: to.name, challengeTitle: titleFor(challenge, to.locale) });
  }
}

/** Somebody to speak to. */
export interface Contact {
  readonly name: string;
  readonly email: string;
}

function who(to: MailRecipient): string {
  return to.userId ?? to.email;
}
