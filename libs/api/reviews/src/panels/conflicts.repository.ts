import { Injectable } from '@nestjs/common';
import { canBeWaived } from '@htsm/domain';
import type { Tx } from '@htsm/api/core';
import type { ConflictDto, ConflictRuleDto, PanelPersonDto, SignWaiverDto, WaiverDto } from '../dto/conflicts.dto';
import { iso } from '../reading/sql-fragments';
import { LINK } from './links.repository';

/** A conflict, with whose it is and the name of the fact that a waiver covers. */
export interface FoundConflict extends Omit<ConflictDto, 'canBeWaived'> {
  readonly reviewerId: string;
  readonly fact: string;
}

/** A waiver as it is ended. */
export interface WaiverRow {
  readonly id: string;
  readonly challengeId: string;
  readonly reviewerId: string;
  readonly organisationId: string;
  readonly isRunning: boolean;
  /** Proposals of the organisation in the challenge. */
  readonly proposalIds: string[];
}

const CONFLICT = `f.organisation_id AS "organisationId", f.organisation_name AS "organisationName", f.role, f.fact, f.kind, f.link,
  f.through, f.ended_on::text AS "endedOn", ${iso('f.waived_until')} AS "waivedUntil", f.proposal_ids AS "proposalIds"`;
const OF_PARTY = `ARRAY(SELECT DISTINCT y.proposal_id FROM conflicts_in(w.challenge_id) f CROSS JOIN LATERAL unnest(f.proposal_ids) y (proposal_id)
  WHERE f.role <> 'owner' AND f.user_id = w.user_id AND f.organisation_id = w.organisation_id ORDER BY 1)`;

/** Conflicts of interest as the database finds them, and waivers; its functions and policies decide who sees which. */
@Injectable()
export class ConflictsRepository {
  /** Gives those of the whole panel with whoever takes part, by person and organisation; none for whoever has a stake. */
  inChallenge(tx: Tx, challengeId: string): Promise<FoundConflict[]> {
    return tx.rows(`SELECT f.user_id AS "reviewerId", ${CONFLICT} FROM conflicts_in($1) f`, [challengeId]);
  }

  /** Gives what binds an address, of an account or of nobody yet, to whoever takes part. */
  ofAddress(tx: Tx, challengeId: string, email: string): Promise<FoundConflict[]> {
    return tx.rows(`SELECT '' AS "reviewerId", ${CONFLICT} FROM conflicts_of_address($1, $2) f`, [challengeId, email]);
  }

  /** Gives the name of the account with this address, or null. */
  async nameOf(tx: Tx, email: string): Promise<string | null> {
    return (await tx.row<{ name: string }>('SELECT name FROM app_user WHERE email = $1', [email]))?.name ?? null;
  }

  /** Gives who may be on the panel of a challenge with what they declared, by name; guests of other panels may not. */
  people(tx: Tx, challengeId: string): Promise<Omit<PanelPersonDto, 'conflicts'>[]> {
    return tx.rows(
      `SELECT u.id, u.name, b.is_guest AS "isGuest", coalesce((SELECT json_agg(l ORDER BY l."endedOn" IS NOT NULL, l."organisationName", l.id)
          FROM (SELECT ${LINK} FROM reviewer_link WHERE user_id = u.id LIMIT 100) l), '[]'::json) AS links
       FROM membership b JOIN app_user u ON u.id = b.user_id
       WHERE b.body = 'review_panel' AND u.disabled_at IS NULL
         AND (NOT b.is_guest OR EXISTS (SELECT FROM panel_member m WHERE m.challenge_id = $1 AND m.user_id = u.id))
       ORDER BY u.name, u.id LIMIT 500`,
      [challengeId],
    );
  }

  /** Gives the waivers of a challenge, the newest first. */
  waivers(tx: Tx, challengeId: string): Promise<WaiverDto[]> {
    return tx.rows(
      `SELECT w.id, w.user_id AS "reviewerId", u.name AS "reviewerName", w.organisation_id AS "organisationId",
        o.name AS "organisationName", w.reason, s.name AS "signedByName", ${iso('w.signed_at')} AS "signedAt",
        ${iso('w.ends_at')} AS "endsAt", w.ends_at > htsm_now() AS "isRunning"
       FROM conflict_waiver w JOIN app_user u ON u.id = w.user_id JOIN app_user s ON s.id = w.signed_by
       JOIN organisation o ON o.id = w.organisation_id
       WHERE w.challenge_id = $1 ORDER BY w.signed_at DESC, w.id LIMIT 500`,
      [challengeId],
    );
  }

  /** Whether the actor may sign something about the judging of a challenge. */
  async hasNoStake(tx: Tx, challengeId: string): Promise<boolean> {
    const row = await tx.row<{ free: boolean }>('SELECT i_have_no_stake_in($1) AS free', [challengeId]);
    return row?.free === true;
  }

  /** Gives the id of the new waiver. */
  async sign(
    tx: Tx,
    waiver: SignWaiverDto & { challengeId: string; facts: readonly string[]; signedBy: string },
  ): Promise<string> {
    const row = await tx.row<{ id: string }>(
      `INSERT INTO conflict_waiver (challenge_id, user_id, organisation_id, facts, reason, signed_by, ends_at)
       VALUES ($1, $2, $3, $4, $5, $6, $7) RETURNING id`,
      [
        waiver.challengeId,
        waiver.reviewerId,
        waiver.organisationId,
        waiver.facts,
        waiver.reason,
        waiver.signedBy,
        waiver.endsAt,
      ],
    );
    if (row === null) throw new Error('The policy lets through what it lets in');
    return row.id;
  }

  /** Gives a waiver and locks it, or null when there is none that the actor sees. */
  waiver(tx: Tx, waiverId: string): Promise<WaiverRow | null> {
    return tx.row(
      `SELECT w.id, w.challenge_id AS "challengeId", w.user_id AS "reviewerId", w.organisation_id AS "organisationId",
        w.ends_at > htsm_now() AS "isRunning", ${OF_PARTY} AS "proposalIds"
       FROM conflict_waiver w WHERE w.id = $1 FOR UPDATE OF w`,
      [waiverId],
    );
  }

  async end(tx: Tx, waiverId: string): Promise<void> {
    await tx.run('UPDATE conflict_waiver SET ends_at = htsm_now() WHERE id = $1', [waiverId]);
  }

  /** Gives for how many years a tie counts. */
  async rule(tx: Tx): Promise<ConflictRuleDto> {
    const rule = await tx.row<ConflictRuleDto>('SELECT conflict_years AS years, version FROM judging_rule');
    if (rule === null) throw new Error('The migration makes the row, and the taskforce reads it');
    return rule;
  }

  /** Gives whether the version was still the present one. */
  async changeRule(tx: Tx, { years, version }: ConflictRuleDto): Promise<boolean> {
    const touched = await tx.run(
      'UPDATE judging_rule SET conflict_years = $1, version = version + 1 WHERE version = $2',
      [years, version],
    );
    return touched === 1;
  }
}

/** Gives the fields that pages show. */
export function toConflict(found: FoundConflict): ConflictDto {
  return {
    organisationId: found.organisationId,
    organisationName: found.organisationName,
    role: found.role,
    kind: found.kind,
    link: found.link,
    through: found.through,
    endedOn: found.endedOn,
    waivedUntil: found.waivedUntil,
    canBeWaived: canBeWaived(found),
    proposalIds: found.role === 'owner' ? [] : found.proposalIds,
  };
}
