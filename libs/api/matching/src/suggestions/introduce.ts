import { Injectable } from '@nestjs/common';
import type { Locale } from '@htsm/domain';
import type { ChallengeSummary } from '@htsm/api/challenges';
import { Database, NotFound, VersionConflict, type Tx, type UserActor } from '@htsm/api/core';
import type { BoardStepDto, ConcludeDto, MatchBoardDto } from '../dto/match-board.dto';
import { AppointmentSteps } from '../appointments/appointment-steps';
import { MatchBoard } from './match-board.service';
import { SuggestionMails, type Contact } from './suggestion-mails';
import type { SuggestionSteps } from './suggestion-steps';
import type { SuggestionRow } from './suggestions.repository';

/** Brings an SME that said yes and the owner of the challenge together, and records what came of it. */
@Injectable()
export class Introduce {
  constructor(
    private readonly database: Database,
    private readonly board: MatchBoard,
    private readonly mails: SuggestionMails,
    private readonly appointments: AppointmentSteps,
  ) {}

  private get steps(): SuggestionSteps {
    return this.appointments.suggestions;
  }

  /** Takes a step. Throws StepNotAllowed, and VersionConflict with the present board when a colleague was first. */
  step(actor: UserActor, id: string, input: BoardStepDto, locale: Locale): Promise<MatchBoardDto> {
    return this.change(actor, { id, version: input.version, locale }, async (tx, row, challenge) => {
      await this.steps.take(tx, row, input.step, { actorId: actor.userId, reason: input.words });
      if (input.step === 'introduce') await this.tellBoth(tx, row, challenge, input.words);
      else {
        await this.steps.ledger.begin(tx, row, actor.userId);
        await this.mails.noted(tx, row, challenge, null);
      }
    });
  }

  /** Records what came of it. Throws like `step`. */
  conclude(actor: UserActor, id: string, input: ConcludeDto, locale: Locale): Promise<MatchBoardDto> {
    return this.change(actor, { id, version: input.version, locale }, async (tx, row, challenge) => {
      // whoever concludes it does not meet any more
      await this.appointments.end(tx, { introduction: row, challenge }, 'taskforce', actor.userId);
      await this.steps.take(tx, row, 'conclude', { actorId: actor.userId, reason: input.words });
      await this.steps.ledger.conclude(tx, row, { ...input, euros: null }, actor.userId);
      await this.mails.noted(tx, row, challenge, input);
    });
  }

  private change(
    actor: UserActor,
    { id, version, locale }: { id: string; version: number; locale: Locale },
    act: (tx: Tx, row: SuggestionRow, challenge: ChallengeSummary) => Promise<void>,
  ): Promise<MatchBoardDto> {
    return this.database.as(actor, async (tx) => {
      const row = await this.steps.rows.ofTaskforce(tx, id);
      if (row === null) throw new NotFound();
      const challenge = await this.board.open(tx, row.challengeId);
      if (row.version !== version) throw new VersionConflict(await this.board.show(tx, challenge, locale));
      await act(tx, row, challenge);
      return this.board.show(tx, challenge, locale);
    });
  }

  private async tellBoth(tx: Tx, row: SuggestionRow, challenge: ChallengeSummary, words: string): Promise<void> {
    const smes = await this.mails.peopleOf(tx, row.organisationId);
    const owners = await this.mails.peopleOf(tx, challenge.organisationId);
    const ownContact = await contactOfSme(tx, row.id);
    const ownerContact = await contactOfChallenge(tx, challenge.id);
    const [anSme, anOwner] = [smes[0], owners[0]];
    await this.mails.introduced(tx, row, challenge, {
      to: smes,
      partnerName: challenge.ownerName,
      contact: ownerContact ?? anOwner ?? NOBODY,
      words,
      path: `/my/invitations/${row.id}`,
    });
    await this.mails.introduced(tx, row, challenge, {
      to: owners,
      partnerName: row.organisationName,
      contact: ownContact ?? anSme ?? NOBODY,
      words,
      path: `/my/challenges/${challenge.id}/recommendations`,
    });
  }
}

const NOBODY: Contact = { name: '', email: '' };

/** Gives who answered for the SME, or null when that account is gone. */
function contactOfSme(tx: Tx, suggestionId: string): Promise<Contact | null> {
  return tx.row(
    `SELECT u.name, u.email FROM suggestion_invitation i JOIN app_user u ON u.id = i.answered_by WHERE i.suggestion_id = $1`,
    [suggestionId],
  );
}

/** Gives whom the challenge names as its contact, or null when it names nobody. */
function contactOfChallenge(tx: Tx, challengeId: string): Promise<Contact | null> {
  return tx.row(
    `SELECT c.contact_name AS name, k.email FROM challenge c JOIN challenge_contact k ON k.challenge_id = c.id WHERE c.id = $1`,
    [challengeId],
  );
}
