import { Injectable } from '@nestjs/common';
import { SUGGESTION_TRANSITIONS, nextState, type Locale } from '@htsm/domain';
import { ChallengeReading } from '@htsm/api/challenges';
import { Database, NotFound, ValidationFailed, type Tx, type UserActor } from '@htsm/api/core';
import { inLanguage, iso } from '@htsm/api/reviews';
import type { AnswerInvitationDto, MyInvitationDto, MyInvitationsDto } from '../dto/invitation.dto';
import { ChallengeNotOpen } from '../matching.errors';
import { NOTED_OUTCOME } from '../outcomes/ledger.repository';
import { readInviting } from './invite-smes';
import { SuggestionMails } from './suggestion-mails';
import { SuggestionSteps } from './suggestion-steps';

type InvitationRow = Omit<MyInvitationDto, 'canAccept' | 'canDecline'> & { readonly isOpen: boolean };

function select(locale: Locale): string {
  const text = (part: string) => inLanguage(locale, `l.${part}_nl`, `l.${part}_en`);
  return `SELECT s.id, s.state, s.organisation_name AS "organisationName", l.id AS "challengeId", l.slug AS "challengeSlug",
      ${text('title')} AS "challengeTitle", ${text('summary')} AS summary, l.owner_name AS "ownerName", ${iso('l.closes_at')} AS "closesAt",
      l.state = 'open' AND l.closes_at > htsm_now() AS "isOpen", i.personal, ${iso('s.invited_at')} AS "invitedAt", ${iso('s.answered_at')} AS "answeredAt",
      i.decline_reason AS "declineReason", i.words,
      CASE WHEN s.introduced_at IS NOT NULL AND n.email IS NOT NULL THEN jsonb_build_object('name', c.contact_name, 'email', n.email) END AS contact,
      CASE WHEN k.kind IS NOT NULL THEN jsonb_build_object('kind', k.kind, 'on', k.on_date, 'words', k.words) END AS outcome
    FROM suggestion s JOIN suggestion_invitation i ON i.suggestion_id = s.id JOIN public_challenge l ON l.id = s.challenge_id
    JOIN challenge c ON c.id = s.challenge_id LEFT JOIN challenge_contact n ON n.challenge_id = c.id ${NOTED_OUTCOME}
    WHERE s.organisation_id = ANY (app_org_ids()) AND s.invited_at IS NOT NULL`;
}

/** What the taskforce asks of an SME, and its answer. */
@Injectable()
export class MyInvitations {
  constructor(
    private readonly database: Database,
    private readonly challenges: ChallengeReading,
    private readonly steps: SuggestionSteps,
    private readonly mails: SuggestionMails,
  ) {}

  /** Gives the invitations of the own organisations: those that wait for an answer first, then the newest. */
  list(actor: UserActor, locale: Locale): Promise<MyInvitationsDto> {
    return this.database.as(actor, async (tx) => {
      const rows = await tx.rows<InvitationRow>(
        `${select(locale)} ORDER BY s.state = 'invited' DESC, s.invited_at DESC, s.id LIMIT 100`,
      );
      return { items: rows.map(toInvitation), now: (await tx.now()).toISOString() };
    });
  }

  read(actor: UserActor, id: string, locale: Locale): Promise<MyInvitationDto> {
    return this.database.as(actor, (tx) => this.show(tx, id, locale));
  }

  /**
   * Answers; the same answer again changes nothing. Throws ValidationFailed for a no without a reason, ChallengeNotOpen for a
   * yes after closing, StepNotAllowed once the taskforce has gone on.
   */
  answer(actor: UserActor, id: string, input: AnswerInvitationDto, locale: Locale): Promise<MyInvitationDto> {
    return this.database.as(actor, async (tx) => {
      const row = await this.steps.rows.ownInvitation(tx, id);
      if (row === null) throw new NotFound();
      const isYes = input.answer === 'interested';
      if (row.state === input.answer) return this.show(tx, id, locale);
      if (!isYes && input.reason === null) throw new ValidationFailed([{ path: 'reason', code: 'required' }]);
      if (isYes && (await readInviting(tx, row.challengeId)) === null) throw new ChallengeNotOpen();
      await this.steps.take(tx, row, isYes ? 'accept' : 'decline', { actorId: actor.userId, reason: input.words });
      const answer = { declineReason: isYes ? null : input.reason, words: input.words };
      await this.steps.rows.answer(tx, id, { ...answer, answeredBy: actor.userId });
      const challenge = await this.challenges.byId(tx, row.challengeId);
      if (challenge !== null) await this.mails.answered(tx, row, challenge, answer);
      return this.show(tx, id, locale);
    });
  }

  private async show(tx: Tx, id: string, locale: Locale): Promise<MyInvitationDto> {
    const row = await tx.row<InvitationRow>(`${select(locale)} AND s.id = $1`, [id]);
    if (row === null) throw new NotFound();
    return toInvitation(row);
  }
}

function toInvitation({ isOpen, ...row }: InvitationRow): MyInvitationDto {
  return {
    ...row,
    canAccept: isOpen && nextState(SUGGESTION_TRANSITIONS, row.state, 'accept') !== null,
    canDecline: nextState(SUGGESTION_TRANSITIONS, row.state, 'decline') !== null,
  };
}
