import { Injectable } from '@nestjs/common';
import type { DeclineReason, SuggestionState } from '@htsm/domain';
import type { Tx } from '@htsm/api/core';
import { FairLists } from '../exposure/fair-lists';
import type { FoundSmeDto } from '../dto/match-board.dto';

/** An SME on a board, as steps need it. */
export interface SuggestionRow {
  readonly id: string;
  readonly challengeId: string;
  readonly organisationId: string;
  readonly organisationName: string;
  readonly state: SuggestionState;
  readonly version: number;
  readonly invitedAt: Date | null;
}

const COLUMNS = `s.id, s.challenge_id AS "challengeId", s.organisation_id AS "organisationId", s.organisation_name AS "organisationName",
  s.state, s.version, s.invited_at AS "invitedAt"`;
/** Moments that are noted when a state is reached. */
const MOMENT: Readonly<Partial<Record<SuggestionState, string>>> = {
  invited: 'invited_at',
  interested: 'answered_at',
  declined: 'answered_at',
  introduced: 'introduced_at',
  agreed: 'agreed_at',
  concluded: 'concluded_at',
};

/** The boards; the row policies decide who sees and changes which rows. */
@Injectable()
export class SuggestionsRepository {
  constructor(
    /** The order in which a board shows them. */
    readonly lists: FairLists,
  ) {}

  /** Whether the actor may match for the challenge: of the taskforce, and without a stake in it. */
  async mayMatch(tx: Tx, challengeId: string): Promise<boolean> {
    const row = await tx.row<{ may: boolean }>('SELECT i_may_match($1) AS may', [challengeId]);
    return row?.may === true;
  }

  /** Gives an SME on a board, held until the end of the transaction, to who may match; null for anybody else. */
  ofTaskforce(tx: Tx, id: string): Promise<SuggestionRow | null> {
    return tx.row(`SELECT ${COLUMNS} FROM suggestion s WHERE s.id = $1 AND i_may_match(s.challenge_id) FOR UPDATE`, [
      id,
    ]);
  }

  /** Gives the place of an organisation on a board, held likewise, or null when nobody did anything about it yet. */
  of(tx: Tx, challengeId: string, organisationId: string): Promise<SuggestionRow | null> {
    return tx.row(
      `SELECT ${COLUMNS} FROM suggestion s WHERE s.challenge_id = $1 AND s.organisation_id = $2 AND i_may_match($1) FOR UPDATE`,
      [challengeId, organisationId],
    );
  }

  /** Gives an own invitation, held as long as it can still be answered. */
  async ownInvitation(tx: Tx, id: string): Promise<SuggestionRow | null> {
    // by the policies, only what can still be answered is there to be locked
    await tx.run('SELECT FROM suggestion WHERE id = $1 FOR NO KEY UPDATE', [id]);
    return tx.row(
      `SELECT ${COLUMNS} FROM suggestion s WHERE s.id = $1 AND s.invited_at IS NOT NULL AND s.organisation_id = ANY (app_org_ids())`,
      [id],
    );
  }

  /** Puts an organisation on the board; null when it can solve nothing here: a company, the owner itself, or unknown. */
  async add(tx: Tx, challengeId: string, organisationId: string): Promise<SuggestionRow | null> {
    const row = await tx.row<SuggestionRow>(
      `INSERT INTO suggestion AS s (id, challenge_id, organisation_id, organisation_name)
       SELECT suggestion_id(c.id, o.id), c.id, o.id, o.name FROM organisation o JOIN challenge c ON c.id = $1 AND c.organisation_id <> o.id
       WHERE o.id = $2 AND o.kind <> 'company' ON CONFLICT DO NOTHING RETURNING ${COLUMNS}`,
      [challengeId, organisationId],
    );
    if (row === null) return this.of(tx, challengeId, organisationId);
    await tx.run(
      `INSERT INTO suggestion_judgement (suggestion_id, is_by_hand) VALUES ($1, NOT EXISTS (
         SELECT FROM recommendation WHERE challenge_id = $2 AND organisation_id = $3))`,
      [row.id, challengeId, organisationId],
    );
    return row;
  }

  /** Writes a state that the table led to, with its moment. */
  async reach(tx: Tx, id: string, state: SuggestionState): Promise<void> {
    const moment = MOMENT[state];
    await tx.run(
      `UPDATE suggestion SET state = $2, version = version + 1, updated_at = htsm_now()${moment === undefined ? '' : `, ${moment} = htsm_now()`} WHERE id = $1`,
      [id, state],
    );
  }

  async pin(tx: Tx, id: string, isPinned: boolean, reason: string): Promise<void> {
    await tx.run('UPDATE suggestion_judgement SET is_pinned = $2, pin_reason = $3 WHERE suggestion_id = $1', [
      id,
      isPinned,
      reason,
    ]);
    await tx.run('UPDATE suggestion SET version = version + 1, updated_at = htsm_now() WHERE id = $1', [id]);
  }

  async veto(tx: Tx, id: string, reason: string): Promise<void> {
    await tx.run('UPDATE suggestion_judgement SET veto_reason = $2 WHERE suggestion_id = $1', [id, reason]);
  }

  async invite(
    tx: Tx,
    id: string,
    values: { personal: string; invitedBy: string; remindAfterDays: number | null },
  ): Promise<void> {
    await tx.run(
      `INSERT INTO suggestion_invitation (suggestion_id, personal, invited_by, remind_at)
       VALUES ($1, $2, $3, htsm_now() + $4 * interval '1 day')`,
      [id, values.personal, values.invitedBy, values.remindAfterDays],
    );
  }

  async answer(
    tx: Tx,
    id: string,
    values: { answeredBy: string; declineReason: DeclineReason | null; words: string },
  ): Promise<void> {
    await tx.run(
      'UPDATE suggestion_invitation SET answered_by = $2, decline_reason = $3, words = $4 WHERE suggestion_id = $1',
      [id, values.answeredBy, values.declineReason, values.words],
    );
  }

  /** Notes the one reminder; gives what the invitation said, or null when it had gone out before. */
  remind(tx: Tx, id: string): Promise<{ readonly personal: string } | null> {
    return tx.row(
      `UPDATE suggestion_invitation SET reminded_at = htsm_now() WHERE suggestion_id = $1 AND reminded_at IS NULL RETURNING personal`,
      [id],
    );
  }

  /** Gives SMEs and institutes that are not on the board, by a part of their name. */
  find(tx: Tx, challengeId: string, q: string): Promise<FoundSmeDto[]> {
    return tx.rows(
      `SELECT o.id AS "organisationId", o.name AS "organisationName", o.city FROM organisation o JOIN challenge c ON c.id = $1
       WHERE o.kind <> 'company' AND o.id <> c.organisation_id AND strpos(lower(o.name), lower($2)) > 0
         AND NOT EXISTS (SELECT FROM suggestion s WHERE s.challenge_id = $1 AND s.organisation_id = o.id)
       ORDER BY o.name, o.id LIMIT 20`,
      [challengeId, q],
    );
  }
}
