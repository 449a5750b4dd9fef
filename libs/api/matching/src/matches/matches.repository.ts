import { Injectable } from '@nestjs/common';
import type { Locale, MatchState, ProposalState } from '@htsm/domain';
import type { Tx } from '@htsm/api/core';
import { inLanguage, iso } from '@htsm/api/reviews';
import type { MatchDto, MatchNoteDto, MatchableProposalDto } from '../dto/match.dto';

/** Rows on a page. */
export const MATCH_PAGE = 20;

/** A proposal that somebody wants to record a match for. */
export interface AwardedRow {
  readonly challengeId: string;
  readonly titleNl: string;
  readonly titleEn: string;
  readonly ownerId: string;
  readonly ownerName: string;
  readonly organisationId: string;
  readonly organisationName: string;
  readonly state: ProposalState;
}

/** Which matches to list: all that the actor sees, or those of the actor's own organisations. */
export interface MatchQuestion {
  readonly of: 'all' | 'mine';
  /** Null for every state. */
  readonly states: readonly MatchState[] | null;
  /** Sort key and id of the last row seen, or null for the first page. */
  readonly after: readonly [string, string] | null;
}

/** What can change in a match. */
export interface MatchChanges {
  readonly state: MatchState;
  readonly agreed: string;
  readonly introductionOn: string | null;
  readonly nextCheckInOn: string | null;
}

function columns(locale: Locale): string {
  return `m.id, m.state, m.agreed, m.introduction_on::text AS "introductionOn", m.next_check_in_on::text AS "nextCheckInOn",
    m.challenge_id AS "challengeId", c.slug AS "challengeSlug", ${inLanguage(locale, 'c.title_nl', 'c.title_en')} AS "challengeTitle",
    coalesce(own.name, l.owner_name, '') AS "ownerName", m.proposal_id AS "proposalId", p.title AS "proposalTitle",
    o.id AS "organisationId", o.name AS "organisationName", ${iso('m.created_at')} AS "createdAt", ${iso('m.updated_at')} AS "updatedAt", m.version`;
}
const FROM = `FROM match m JOIN challenge c ON c.id = m.challenge_id JOIN proposal p ON p.id = m.proposal_id
  JOIN organisation o ON o.id = m.organisation_id LEFT JOIN organisation own ON own.id = c.organisation_id
  LEFT JOIN public_challenge l ON l.id = c.id`;

/** Matches and their notes; the row policies give the taskforce all, and the parties their own. */
@Injectable()
export class MatchesRepository {
  awarded(tx: Tx, proposalId: string): Promise<AwardedRow | null> {
    return tx.row(
      `SELECT p.challenge_id AS "challengeId", c.title_nl AS "titleNl", c.title_en AS "titleEn", own.id AS "ownerId",
        own.name AS "ownerName", o.id AS "organisationId", o.name AS "organisationName", p.state
       FROM proposal p JOIN challenge c ON c.id = p.challenge_id JOIN organisation own ON own.id = c.organisation_id
       JOIN organisation o ON o.id = p.organisation_id WHERE p.id = $1 AND proposal_is_unsealed(p.state)`,
      [proposalId],
    );
  }

  /** Gives awarded proposals without a match, the newest decision first. */
  matchable(tx: Tx, locale: Locale): Promise<MatchableProposalDto[]> {
    return tx.rows(
      `SELECT p.id AS "proposalId", p.title AS "proposalTitle", o.name AS "organisationName", c.id AS "challengeId",
        ${inLanguage(locale, 'c.title_nl', 'c.title_en')} AS "challengeTitle", own.name AS "ownerName"
       FROM proposal p JOIN challenge c ON c.id = p.challenge_id JOIN organisation own ON own.id = c.organisation_id
       JOIN organisation o ON o.id = p.organisation_id
       WHERE p.state = 'awarded' AND NOT EXISTS (SELECT FROM match m WHERE m.proposal_id = p.id)
       ORDER BY p.updated_at DESC, p.id LIMIT 100`,
    );
  }

  /** Gives the id of the new match, or null when the proposal has one. */
  async create(
    tx: Tx,
    match: { proposalId: string; challengeId: string; organisationId: string; createdBy: string } & Omit<
      MatchChanges,
      'state'
    >,
  ): Promise<string | null> {
    const row = await tx.row<{ id: string }>(
      `INSERT INTO match (challenge_id, proposal_id, organisation_id, agreed, introduction_on, next_check_in_on, created_by)
       VALUES ($1, $2, $3, $4, $5, $6, $7) ON CONFLICT (proposal_id) DO NOTHING RETURNING id`,
      [
        match.challengeId,
        match.proposalId,
        match.organisationId,
        match.agreed,
        match.introductionOn,
        match.nextCheckInOn,
        match.createdBy,
      ],
    );
    return row?.id ?? null;
  }

  /** Gives one row more than a page when there are more; `created` is the sort key. */
  page(tx: Tx, question: MatchQuestion, locale: Locale): Promise<(MatchDto & { created: string })[]> {
    return tx.rows(
      `SELECT ${columns(locale)}, m.created_at::text AS created ${FROM}
       WHERE ($1::text[] IS NULL OR m.state = ANY ($1)) AND ($2::timestamptz IS NULL OR (m.created_at, m.id) < ($2, $3::uuid))
         AND ($4 = 'all' OR m.organisation_id = ANY (app_org_ids()) OR c.organisation_id = ANY (app_org_ids()))
       ORDER BY m.created_at DESC, m.id DESC LIMIT ${MATCH_PAGE + 1}`,
      [question.states, question.after?.[0] ?? null, question.after?.[1] ?? null, question.of],
    );
  }

  find(tx: Tx, matchId: string, locale: Locale): Promise<MatchDto | null> {
    return tx.row(`SELECT ${columns(locale)} ${FROM} WHERE m.id = $1`, [matchId]);
  }

  /** Gives the notes, newest first. */
  notes(tx: Tx, matchId: string): Promise<MatchNoteDto[]> {
    return tx.rows(
      `SELECT n.id::int AS id, u.name AS "authorName", n.text, ${iso('n.created_at')} AS "createdAt"
       FROM match_note n JOIN app_user u ON u.id = n.author_id WHERE n.match_id = $1 ORDER BY n.id DESC LIMIT 500`,
      [matchId],
    );
  }

  /** Writes when the match still has the given version; gives whether it had. */
  async change(tx: Tx, matchId: string, version: number, changes: MatchChanges): Promise<boolean> {
    const touched = await tx.run(
      `UPDATE match SET state = $3, agreed = $4, introduction_on = $5, next_check_in_on = $6, updated_at = htsm_now(), version = version + 1
       WHERE id = $1 AND version = $2`,
      [matchId, version, changes.state, changes.agreed, changes.introductionOn, changes.nextCheckInOn],
    );
    return touched === 1;
  }

  async addNote(tx: Tx, matchId: string, authorId: string, text: string): Promise<void> {
    await tx.run('INSERT INTO match_note (match_id, author_id, text) VALUES ($1, $2, $3)', [matchId, authorId, text]);
  }
}
