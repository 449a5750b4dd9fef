import { Injectable } from '@nestjs/common';
import type { Locale } from '@htsm/domain';
import { Database, NotFound, StepNotAllowed, type Tx, type UserActor } from '@htsm/api/core';
import type { MatchBoardDto } from '../dto/match-board.dto';
import { ChallengeNotOpen } from '../matching.errors';
import { readInviting } from './invite-smes';
import { MatchBoard } from './match-board.service';
import { SuggestionMails } from './suggestion-mails';
import { SuggestionSteps } from './suggestion-steps';
import type { SuggestionRow } from './suggestions.repository';

/** Reminders sent in one transaction. */
const BATCH = 20;

/** Reminds SMEs that did not answer: once, when the taskforce says so or when its days have passed. */
@Injectable()
export class RemindInvited {
  constructor(
    private readonly database: Database,
    private readonly board: MatchBoard,
    private readonly steps: SuggestionSteps,
    private readonly mails: SuggestionMails,
  ) {}

  /** Reminds now. Throws StepNotAllowed after an answer or a reminder, ChallengeNotOpen after closing. */
  run(actor: UserActor, id: string, locale: Locale): Promise<MatchBoardDto> {
    return this.database.as(actor, async (tx) => {
      const row = await this.steps.rows.ofTaskforce(tx, id);
      if (row === null) throw new NotFound();
      const challenge = await this.board.open(tx, row.challengeId);
      if (row.state !== 'invited') throw new StepNotAllowed(row.state, 'remind');
      if ((await readInviting(tx, row.challengeId)) === null) throw new ChallengeNotOpen();
      if (!(await this.remind(tx, row, actor.userId))) throw new StepNotAllowed('reminded', 'remind');
      return this.board.show(tx, challenge, locale);
    });
  }

  /** Sends the reminders that are due, for the worker; gives whether there may be more. */
  runDue(): Promise<boolean> {
    return this.database.asSystem(async (tx) => {
      const due = await tx.rows<SuggestionRow>(DUE);
      for (const row of due) await this.remind(tx, row, null);
      return due.length === BATCH;
    });
  }

  private async remind(tx: Tx, row: SuggestionRow, actorId: string | null): Promise<boolean> {
    const challenge = await readInviting(tx, row.challengeId);
    if (challenge === null) return false;
    const invitation = await this.steps.rows.remind(tx, row.id);
    if (invitation === null) return false;
    await this.mails.invited(tx, 'sme_reminded', challenge, { row, ...invitation });
    await this.steps.note(tx, row, 'reminded', { actorId });
    return true;
  }
}

const DUE = `
  SELECT s.id, s.challenge_id AS "challengeId", s.organisation_id AS "organisationId", s.organisation_name AS "organisationName",
    s.state, s.version, s.invited_at AS "invitedAt"
  FROM suggestion_invitation i JOIN suggestion s ON s.id = i.suggestion_id AND s.state = 'invited'
  JOIN public_challenge l ON l.id = s.challenge_id AND l.state = 'open' AND l.closes_at > htsm_now()
  WHERE i.remind_at <= htsm_now() AND i.reminded_at IS NULL
  ORDER BY i.remind_at, i.suggestion_id LIMIT ${BATCH} FOR UPDATE OF i SKIP LOCKED`;
