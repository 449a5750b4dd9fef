import { Injectable } from '@nestjs/common';
import type { DeclineReason, SuggestionOutcome } from '@htsm/domain';
import { titleFor, type ChallengeSummary } from '@htsm/api/challenges';
import {
  MailOutbox,
  MailPreviews,
  type MailPreview,
  type MailRecipient,
  type MailVariables,
  type Tx,
} from '@htsm/api/core';
import type { SuggestionRow } from './suggestions.repository';

/** Somebody to speak to. */
export interface Contact {
  readonly name: string;
  readonly email: string;
}

/** What invitations say of a challenge. */
export interface InvitingChallenge extends Pick<
  ChallengeSummary,
  'id' | 'titleNl' | 'titleEn' | 'ownerName' | 'closesAt'
> {
  readonly summaryNl: string;
  readonly summaryEn: string;
}

/** What invitations say of an SME. */
export interface InvitedSme {
  readonly organisationName: string;
  readonly personal: string;
  readonly suggestionId: string;
}

/** The mails about a board. */
@Injectable()
export class SuggestionMails {
  constructor(
    private readonly outbox: MailOutbox,
    private readonly previews: MailPreviews,
  ) {}

  /** Gives the confirmed people of an organisation. */
  peopleOf(tx: Tx, organisationId: string): Promise<MailRecipient[]> {
    return this.outbox.peopleOfOrganisation(tx, organisationId);
  }

  /** Gives the invitation that one person would get now. */
  preview(tx: Tx, challenge: InvitingChallenge, sme: InvitedSme, to: MailRecipient): Promise<MailPreview> {
    const variables = this.invitation(challenge, sme, to);
    return this.previews.preview(tx, { kind: 'sme_invited', locale: to.locale, variables });
  }

  /** Gives what an invitation says to one person; previews and the mails themselves are made of it. */
  private invitation(challenge: InvitingChallenge, sme: InvitedSme, to: MailRecipient): MailVariables['sme_invited'] {
    const summary = { titleNl: challenge.summaryNl, titleEn: challenge.summaryEn };
    return {
      name: to.name,
      organisationName: sme.organisationName,
      challengeTitle: titleFor(challenge, to.locale),
      summary: titleFor(summary, to.locale),
      ownerName: challenge.ownerName,
      closesAt: (challenge.closesAt ?? new Date(0)).toISOString(),
      personal: sme.personal,
      path: `/my/invitations/${sme.suggestionId}`,
    };
  }

  async invited(
    tx: Tx,
    kind: 'sme_invited' | 'sme_reminded',
    challenge: InvitingChallenge,
    sme: { readonly row: SuggestionRow; readonly personal: string },
  ): Promise<void> {
    const { row, personal } = sme;
    const about = { organisationName: row.organisationName, personal, suggestionId: row.id };
    for (const to of await this.outbox.peopleOfOrganisation(tx, row.organisationId)) {
      const variables = this.invitation(challenge, about, to);
      const dedupeKey = `${kind}:${row.id}:${who(to)}`;
      await this.outbox.enqueue(tx, { kind, to, variables, about: { type: 'suggestion', id: row.id }, dedupeKey });
    }
  }

  /** Tells an SME that was invited that the taskforce does not go on. */
  async vetoed(tx: Tx, row: SuggestionRow, challenge: ChallengeSummary): Promise<void> {
    for (const to of await this.outbox.peopleOfOrganisation(tx, row.organisationId)) {
      const variables = {
        name: to.name,
        challengeTitle: titleFor(challenge, to.locale),
        path: `/my/invitations/${row.id}`,
      };
      await this.outbox.enqueue(tx, {
        kind: 'sme_vetoed',
        to,
        variables,
        about: { type: 'suggestion', id: row.id },
        dedupeKey: `sme_vetoed:${row.id}:${who(to)}`,
      });
    }
  }

  /** Tells those of the taskforce who may know of the board. */
  async answered(
    tx: Tx,
    row: SuggestionRow,
    challenge: ChallengeSummary,
    answer: { readonly declineReason: DeclineReason | null; readonly words: string },
  ): Promise<void> {
    for (const to of await this.peopleOfBoard(tx, challenge.id)) {
      const variables = {
        name: to.name,
        challengeTitle: titleFor(challenge, to.locale),
        organisationName: row.organisationName,
        ...answer,
        path: `/taskforce/challenges/${challenge.id}/suggestions`,
      };
      const dedupeKey = `sme_answered:${row.id}:${row.version}:${who(to)}`;
      const about = { type: 'board', id: challenge.id } as const;
      await this.outbox.enqueue(tx, { kind: 'sme_answered', to, variables, about, dedupeKey });
    }
  }

  /** Tells one side of an introduction with whom it can speak. */
  async introduced(
    tx: Tx,
    row: SuggestionRow,
    challenge: ChallengeSummary,
    side: {
      readonly to: readonly MailRecipient[];
      readonly partnerName: string;
      readonly contact: Contact;
      readonly words: string;
      readonly path: string;
    },
  ): Promise<void> {
    for (const to of side.to) {
      const variables = {
        name: to.name,
        challengeTitle: titleFor(challenge, to.locale),
        partnerName: side.partnerName,
        contactName: side.contact.name,
        contactEmail: side.contact.email,
        words: side.words,
        path: side.path,
      };
      await this.outbox.enqueue(tx, {
        kind: 'introduction',
        to,
        variables,
        about: { type: 'suggestion', id: row.id },
        dedupeKey: `introduction:${row.id}:${who(to)}`,
      });
    }
  }

  /** Tells both sides what was noted of their match: an agreement, or what came of it. */
  async noted(
    tx: Tx,
    row: SuggestionRow,
    challenge: ChallengeSummary,
    outcome: { readonly kind: SuggestionOutcome; readonly on: string; readonly words: string } | null,
  ): Promise<void> {
    const sides = [
      { of: row.organisationId, partnerName: challenge.ownerName, path: `/my/invitations/${row.id}` },
      {
        of: challenge.organisationId,
        partnerName: row.organisationName,
        path: `/my/challenges/${challenge.id}/recommendations`,
      },
    ];
    for (const { of, partnerName, path } of sides) {
      for (const to of await this.peopleOf(tx, of)) {
        const variables = {
          name: to.name,
          challengeTitle: titleFor(challenge, to.locale),
          partnerName,
          outcome: outcome?.kind ?? null,
          on: outcome?.on ?? null,
          words: outcome?.words ?? '',
          path,
        };
        const dedupeKey = `match_noted:${row.id}:${outcome === null ? 'agreed' : 'concluded'}:${who(to)}`;
        const about = { type: 'suggestion', id: row.id } as const;
        await this.outbox.enqueue(tx, { kind: 'match_noted', to, variables, about, dedupeKey });
      }
    }
  }

  /** Gives those of the taskforce who may know of the board. */
  async peopleOfBoard(tx: Tx, challengeId: string): Promise<MailRecipient[]> {
    return tx.rows(
      `SELECT user_id AS "userId", email, name, locale, 'taskforce' AS role FROM mail_recipients_of_board($1)`,
      [challengeId],
    );
  }
}

function who(to: MailRecipient): string {
  return to.userId ?? to.email;
}
