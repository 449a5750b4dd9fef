import { Injectable } from '@nestjs/common';
import type { CheckInSide, EuroRange, Locale, SuggestionOutcome } from '@htsm/domain';
import type { Tx } from '@htsm/api/core';
import { inLanguage, iso } from '@htsm/api/reviews';
import type { CollaborationDto, OutcomeLineDto } from './outcome.dto';

/** Collaborations on a page. */
export const LEDGER_PAGE = 20;

/** What a line of the ledger says. */
export interface Said {
  readonly kind: SuggestionOutcome;
  readonly euros: EuroRange | null;
  readonly words: string;
}

/** A moment as the database knows it. */
export interface MomentRow {
  readonly months: number;
  readonly dueAt: string;
  readonly isAsked: boolean;
  readonly sme: OutcomeLineDto | null;
  readonly owner: OutcomeLineDto | null;
}

/** A collaboration as the database knows it. */
export interface CollaborationRow extends Omit<CollaborationDto, 'moments' | 'isDisputed'> {
  readonly began: string;
  readonly moments: readonly MomentRow[];
}

/** The question that somebody holds a link to. */
export interface AskedRow {
  readonly collaborationId: string;
  readonly challengeId: string;
  readonly organisationId: string;
  readonly side: CheckInSide;
  readonly months: number;
  readonly titleNl: string;
  readonly titleEn: string;
  readonly partnerName: string;
  readonly ownName: string;
}

/** A line as JSON; `r` is the line, `months` of its question. */
function line(months: string): string {
  return `jsonb_build_object('side', r.side, 'months', ${months}, 'kind', r.kind, 'euros', r.euros, 'on', r.on_date, 'words', r.words,
    'reportedAt', ${iso('r.reported_at')})`;
}

const lastOf = (
  side: CheckInSide,
): string => `(SELECT ${line('k.months')} FROM check_in k JOIN outcome r ON r.check_in_id = k.id
  WHERE k.collaboration_id = b.id AND k.side = '${side}' AND k.months = q.months ORDER BY r.id DESC LIMIT 1)`;

const MOMENTS = `(SELECT coalesce(jsonb_agg(to_jsonb(m) ORDER BY m.months), '[]') FROM (
    SELECT q.months, ${iso('min(q.due_at)')} AS "dueAt", bool_or(q.asked_at IS NOT NULL) AS "isAsked", ${lastOf('sme')} AS sme, ${lastOf('owner')} AS owner
    FROM check_in q WHERE q.collaboration_id = b.id GROUP BY q.months) m)`;

/* Whether the last words about one moment differ; the same rule as `differencesBetween`, for the choice of rows. */
const IS_DISPUTED = `EXISTS (SELECT FROM check_in q CROSS JOIN LATERAL (SELECT ${lastOf('sme')} AS sme, ${lastOf('owner')} AS owner) w
  WHERE q.collaboration_id = b.id AND (w.sme->>'kind' <> w.owner->>'kind' OR w.sme->>'euros' <> w.owner->>'euros'))`;

function select(locale: Locale): string {
  return `SELECT b.id, b.challenge_id AS "challengeId", ${inLanguage(locale, 'c.title_nl', 'c.title_en')} AS "challengeTitle", own.name AS "ownerName",
      b.organisation_id AS "organisationId", o.name AS "organisationName", ${iso('b.began_at')} AS "beganAt", b.began_at::text AS began, ${MOMENTS} AS moments,
      coalesce((SELECT jsonb_agg(${line('NULL::int')} ORDER BY r.id DESC) FROM (
        SELECT * FROM outcome WHERE collaboration_id = b.id AND side = 'taskforce' ORDER BY id DESC LIMIT 20) r), '[]') AS noted
    FROM collaboration b JOIN challenge c ON c.id = b.challenge_id JOIN organisation own ON own.id = c.organisation_id
    JOIN organisation o ON o.id = b.organisation_id WHERE i_may_follow(b.challenge_id, b.organisation_id)`;
}

/** What the taskforce noted last of a challenge and an SME, as a part of a statement in which `s` is its place on the board. */
export const NOTED_OUTCOME = `LEFT JOIN LATERAL (SELECT r.kind, r.on_date, r.words FROM collaboration b JOIN outcome r ON r.collaboration_id = b.id
  WHERE b.challenge_id = s.challenge_id AND b.organisation_id = s.organisation_id AND r.side = 'taskforce' ORDER BY r.id DESC LIMIT 1) k ON true`;

/** The ledger; the row policies decide who reads whose words. */
@Injectable()
export class LedgerRepository {
  /** Opens the ledger with its questions; gives its id, or null when it was open before. */
  async begin(tx: Tx, challengeId: string, organisationId: string): Promise<string | null> {
    const row = await tx.row<{ id: string | null }>('SELECT begin_collaboration($1, $2) AS id', [
      challengeId,
      organisationId,
    ]);
    return row?.id ?? null;
  }

  /** Gives unsealed proposals of the SME: what lines of the log about it are barred by. */
  async proposalsOf(tx: Tx, challengeId: string, organisationId: string): Promise<string[]> {
    const rows = await tx.rows<{ id: string }>(
      'SELECT id FROM proposal WHERE challenge_id = $1 AND organisation_id = $2 AND proposal_is_unsealed(state) ORDER BY id',
      [challengeId, organisationId],
    );
    return rows.map(({ id }) => id);
  }

  /** Gives the id of the ledger of two that came together, for who follows it. */
  async idOf(tx: Tx, challengeId: string, organisationId: string): Promise<string | null> {
    const row = await tx.row<{ id: string }>(
      'SELECT id FROM collaboration WHERE challenge_id = $1 AND organisation_id = $2',
      [challengeId, organisationId],
    );
    return row?.id ?? null;
  }

  /** Gives one row more than a page when there are more; `began` is the sort key. */
  page(
    tx: Tx,
    question: { readonly isDisputed: boolean; readonly after: readonly [string, string] | null },
    locale: Locale,
  ): Promise<CollaborationRow[]> {
    return tx.rows(
      `${select(locale)} AND (NOT $1 OR ${IS_DISPUTED}) AND ($2::timestamptz IS NULL OR (b.began_at, b.id) < ($2, $3::uuid))
       ORDER BY b.began_at DESC, b.id DESC LIMIT ${LEDGER_PAGE + 1}`,
      [question.isDisputed, question.after?.[0] ?? null, question.after?.[1] ?? null],
    );
  }

  /** Gives a collaboration to who follows it for the taskforce; null for anybody else. */
  find(tx: Tx, id: string, locale: Locale): Promise<CollaborationRow | null> {
    return tx.row(`${select(locale)} AND b.id = $1`, [id]);
  }

  /** Gives the question that the actor holds a link to; null when it was never asked. */
  asked(tx: Tx): Promise<AskedRow | null> {
    return tx.row(
      `SELECT collaboration_id AS "collaborationId", challenge_id AS "challengeId", organisation_id AS "organisationId", side, months,
         title_nl AS "titleNl", title_en AS "titleEn", partner_name AS "partnerName", own_name AS "ownName" FROM asked_by_link()`,
    );
  }

  /** Gives the last answer to the question that the actor holds a link to. */
  async lastAnswer(tx: Tx, months: number): Promise<OutcomeLineDto | null> {
    const row = await tx.row<{ line: OutcomeLineDto }>(
      `SELECT ${line('$1::int')} AS line FROM outcome r WHERE r.check_in_id = app_token_id() ORDER BY r.id DESC LIMIT 1`,
      [months],
    );
    return row?.line ?? null;
  }

  /** Adds the answer of a side; its day is today in Groningen. */
  async answer(tx: Tx, { collaborationId, side }: AskedRow, said: Said): Promise<void> {
    await tx.run(
      `INSERT INTO outcome (collaboration_id, side, check_in_id, kind, euros, on_date, words)
       VALUES ($1, $2, app_token_id(), $3, $4, (htsm_now() AT TIME ZONE 'Europe/Amsterdam')::date, $5)`,
      [collaborationId, side, said.kind, said.euros, said.words],
    );
  }

  /** Adds a word of the taskforce. */
  async note(tx: Tx, collaborationId: string, said: Said & { readonly on: string }): Promise<void> {
    await tx.run(
      `INSERT INTO outcome (collaboration_id, side, kind, euros, on_date, words) VALUES ($1, 'taskforce', $2, $3, $4, $5)`,
      [collaborationId, said.kind, said.euros, said.on, said.words],
    );
  }
}
