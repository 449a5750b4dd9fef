import { Injectable } from '@nestjs/common';
import type { Locale, PartnerAnswerState, PartnerCallState } from '@htsm/domain';
import type { Tx } from '@htsm/api/core';
import { inLanguage, iso } from '@htsm/api/reviews';
import type { PartnerAnswerDto, PartnerCallDto, PlacePartnerCallDto } from '../dto/partner-call.dto';

/** A call as the list gives it, without what is computed. */
export type CallRow = Omit<PartnerCallDto, 'fits'> & { readonly isRecommended: boolean };
/** An answer with the call that it is to. */
export type AnswerRow = PartnerAnswerDto & { readonly callId: string };
/** What steps need to know of a call. */
export interface HeldCall {
  readonly id: string;
  readonly challengeId: string;
  readonly organisationId: string;
  readonly organisationName: string;
  readonly state: PartnerCallState;
  readonly isOver: boolean;
}
/** What steps need to know of an answer. */
export interface HeldAnswer {
  readonly id: string;
  readonly callId: string;
  readonly organisationId: string;
  readonly state: PartnerAnswerState;
}

function calls(locale: Locale, which: string, order: string): string {
  return `SELECT p.id, l.slug AS "challengeSlug", ${inLanguage(locale, 'l.title_nl', 'l.title_en')} AS "challengeTitle",
      p.organisation_name AS "organisationName", p.brings, p.seeks, p.capabilities, ${iso('p.ends_at')} AS "endsAt",
      CASE WHEN p.state = 'open' AND (p.ends_at <= htsm_now() OR NOT call_is_on(p.challenge_id)) THEN 'ended' ELSE p.state END AS state,
      p.withdraw_reason AS "withdrawReason", p.organisation_id = ANY (app_org_ids()) AS "isOwn", call_was_answered_by_me(p.id) AS "hasAnswered",
      EXISTS (SELECT FROM recommendation r WHERE r.challenge_id = p.challenge_id AND r.organisation_id = ANY (app_org_ids())) AS "isRecommended"
    FROM partner_call p JOIN public_challenge l ON l.id = p.challenge_id WHERE ${which} ORDER BY ${order} LIMIT 100`;
}
const OPEN = `p.state = 'open' AND p.ends_at > htsm_now() AND call_is_on(p.challenge_id)`;
const MINE = 'p.organisation_id = ANY (app_org_ids())';
const ANSWER = `a.id, a.call_id AS "callId", a.organisation_name AS "organisationName", a.words, a.state, ${iso('a.created_at')} AS "createdAt",
  (SELECT jsonb_build_object('name', k.name, 'email', k.email) FROM partner_contact(a.id) k) AS contact`;
const HELD = `SELECT p.id, p.challenge_id AS "challengeId", p.organisation_id AS "organisationId", p.organisation_name AS "organisationName", p.state,
  p.ends_at <= htsm_now() OR NOT call_is_on(p.challenge_id) AS "isOver" FROM partner_call p`;

/** Calls for partners; the row policies decide who sees which. */
@Injectable()
export class PartnerCallsRepository {
  /** Gives the open ones about a challenge, the own included. */
  about(tx: Tx, challengeId: string, locale: Locale): Promise<CallRow[]> {
    return tx.rows(calls(locale, `p.challenge_id = $1 AND ${OPEN}`, 'p.ends_at, p.id'), [challengeId]);
  }

  /** Gives all about a challenge, whatever became of them. */
  moderated(tx: Tx, challengeId: string, locale: Locale): Promise<CallRow[]> {
    return tx.rows(calls(locale, 'p.challenge_id = $1', `p.state = 'open' DESC, p.created_at DESC, p.id`), [
      challengeId,
    ]);
  }

  own(tx: Tx, locale: Locale): Promise<CallRow[]> {
    return tx.rows(calls(locale, MINE, 'p.created_at DESC, p.id'));
  }

  /** Gives those that an own organisation answered. */
  answered(tx: Tx, locale: Locale): Promise<CallRow[]> {
    return tx.rows(calls(locale, 'call_was_answered_by_me(p.id)', 'p.created_at DESC, p.id'));
  }

  /** Gives the open ones of others. */
  ofOthers(tx: Tx, locale: Locale): Promise<CallRow[]> {
    return tx.rows(calls(locale, `${OPEN} AND NOT ${MINE} AND NOT call_was_answered_by_me(p.id)`, 'p.ends_at, p.id'));
  }

  /** Gives the answers that the actor may see, oldest first: those to its calls, and its own. */
  answers(tx: Tx): Promise<AnswerRow[]> {
    return tx.rows(`SELECT ${ANSWER} FROM partner_answer a ORDER BY a.created_at, a.id LIMIT 2000`);
  }

  /** Gives a call that the actor sees. */
  find(tx: Tx, id: string): Promise<HeldCall | null> {
    return tx.row(`${HELD} WHERE p.id = $1`, [id]);
  }

  /** Gives an own call. */
  findOwn(tx: Tx, id: string): Promise<HeldCall | null> {
    return tx.row(`${HELD} WHERE p.id = $1 AND ${MINE}`, [id]);
  }

  /** Gives an own organisation that can solve something. */
  solver(tx: Tx): Promise<{ readonly id: string; readonly name: string } | null> {
    return tx.row(
      `SELECT id, name FROM organisation WHERE id = ANY (app_org_ids()) AND kind <> 'company' ORDER BY id LIMIT 1`,
    );
  }

  /** Places a call; null when there is an open one. The end is the closing of the challenge at the latest. */
  place(
    tx: Tx,
    by: { readonly challengeId: string; readonly organisation: { id: string; name: string }; readonly userId: string },
    { brings, seeks, capabilities, lastDay }: PlacePartnerCallDto,
  ): Promise<{ readonly id: string } | null> {
    return tx.row(
      `INSERT INTO partner_call (challenge_id, organisation_id, organisation_name, placed_by, brings, seeks, capabilities, ends_at)
       SELECT l.id, $2, $3, $4, $5, $6, $7, least(l.closes_at, ($8::date + 1)::timestamp AT TIME ZONE 'Europe/Amsterdam')
       FROM public_challenge l WHERE l.id = $1 ON CONFLICT DO NOTHING RETURNING id`,
      [by.challengeId, by.organisation.id, by.organisation.name, by.userId, brings, seeks, capabilities, lastDay],
    );
  }

  /** Ends own calls about a challenge whose time is over, so that there can be a new one. */
  async endOver(tx: Tx, challengeId: string): Promise<void> {
    await tx.run(
      `UPDATE partner_call SET state = 'ended', updated_at = htsm_now()
       WHERE challenge_id = $1 AND state = 'open' AND ends_at <= htsm_now() AND organisation_id = ANY (app_org_ids())`,
      [challengeId],
    );
  }

  /** Brings an open call to its last state; gives whether it was open. */
  async finish(tx: Tx, id: string, state: Exclude<PartnerCallState, 'open'>, reason: string): Promise<boolean> {
    const rows = await tx.rows(
      `UPDATE partner_call SET state = $2, withdraw_reason = $3, updated_at = htsm_now() WHERE id = $1 AND state = 'open' RETURNING id`,
      [id, state, reason],
    );
    return rows.length > 0;
  }

  /** Adds an answer; null when the organisation gave one. */
  answer(
    tx: Tx,
    callId: string,
    by: { readonly organisation: { id: string; name: string }; readonly userId: string; readonly words: string },
  ): Promise<{ readonly id: string } | null> {
    return tx.row(
      `INSERT INTO partner_answer (call_id, organisation_id, organisation_name, answered_by, words)
       VALUES ($1, $2, $3, $4, $5) ON CONFLICT DO NOTHING RETURNING id`,
      [callId, by.organisation.id, by.organisation.name, by.userId, by.words],
    );
  }

  /** Gives an answer that the actor sees. */
  findAnswer(tx: Tx, id: string): Promise<HeldAnswer | null> {
    return tx.row(
      `SELECT id, call_id AS "callId", organisation_id AS "organisationId", state FROM partner_answer WHERE id = $1`,
      [id],
    );
  }

  /** Decides about a waiting answer; gives whether it was waiting. */
  async decide(tx: Tx, id: string, state: Exclude<PartnerAnswerState, 'waiting'>): Promise<boolean> {
    const rows = await tx.rows(
      `UPDATE partner_answer SET state = $2, decided_at = htsm_now() WHERE id = $1 AND state = 'waiting' RETURNING id`,
      [id, state],
    );
    return rows.length > 0;
  }
}
