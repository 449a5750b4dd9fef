import { Injectable } from '@nestjs/common';
import type { Locale } from '@htsm/domain';
import type { Tx } from '@htsm/api/core';
import { inLanguage, iso } from '@htsm/api/reviews';
import type { EventChallengeDto, EventSmeDto, MeetingEventDto } from '../dto/meeting-event.dto';
import type { EventRow, PartyRow, PlannedRow, RunRow, WholeEvent, WishRow } from './event-rows';

/** What is written of an event. */
export interface EventValues {
  readonly titleNl: string;
  readonly titleEn: string;
  readonly place: string;
  readonly startsAt: Date;
  readonly slots: number;
  readonly slotMinutes: number;
  readonly pauseMinutes: number;
  readonly tables: number;
  readonly scoreBar: number;
}

const VALUES = [
  'titleNl',
  'titleEn',
  'place',
  'startsAt',
  'slots',
  'slotMinutes',
  'pauseMinutes',
  'tables',
  'scoreBar',
] as const;

/** Events as the taskforce reads and writes them. */
@Injectable()
export class MeetingEventsRepository {
  list(tx: Tx, locale: Locale): Promise<MeetingEventDto[]> {
    return tx.rows(
      `SELECT e.id, ${inLanguage(locale, 'e.title_nl', 'e.title_en')} AS title, e.place, ${iso('e.starts_at')} AS "startsAt", e.state,
        (SELECT count(*)::int FROM meeting_party p WHERE p.event_id = e.id AND p.challenge_id IS NOT NULL AND NOT p.is_out) AS challenges,
        (SELECT count(*)::int FROM meeting_party p WHERE p.event_id = e.id AND p.challenge_id IS NULL AND NOT p.is_out) AS smes,
        (SELECT count(*)::int FROM planned_meeting m WHERE m.event_id = e.id) AS meetings
       FROM meeting_event e ORDER BY e.starts_at DESC, e.id LIMIT 100`,
    );
  }

  /** Gives the event; it stays as it is until the end of the transaction when it is locked. */
  find(tx: Tx, id: string, lock: 'locked' | 'free' = 'free'): Promise<EventRow | null> {
    return tx.row(
      `SELECT id, title_nl AS "titleNl", title_en AS "titleEn", place, starts_at AS "startsAt", slots, slot_minutes AS "slotMinutes",
        pause_minutes AS "pauseMinutes", tables, score_bar AS "scoreBar", state, publication, cancel_reason AS "cancelReason", version
       FROM meeting_event WHERE id = $1 ${lock === 'locked' ? 'FOR UPDATE' : ''}`,
      [id],
    );
  }

  /** Gives everything about an event, or null. */
  async whole(tx: Tx, id: string): Promise<WholeEvent | null> {
    const event = await this.find(tx, id);
    if (event === null) return null;
    return {
      event,
      parties: await this.parties(tx, id),
      wishes: await this.wishes(tx, id),
      planned: await this.planned(tx, id),
    };
  }

  async create(tx: Tx, values: EventValues, createdBy: string): Promise<string> {
    const row = await tx.row<{ id: string }>(
      `INSERT INTO meeting_event (title_nl, title_en, place, starts_at, slots, slot_minutes, pause_minutes, tables, score_bar, created_by)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10) RETURNING id`,
      [...VALUES.map((name) => values[name]), createdBy],
    );
    if (row === null) throw new Error('An insert gave no row');
    return row.id;
  }

  async change(tx: Tx, id: string, values: EventValues): Promise<void> {
    await tx.run(
      `UPDATE meeting_event SET title_nl = $2, title_en = $3, place = $4, starts_at = $5, slots = $6, slot_minutes = $7,
        pause_minutes = $8, tables = $9, score_bar = $10 WHERE id = $1`,
      [id, ...VALUES.map((name) => values[name])],
    );
    await tx.run('DELETE FROM planned_meeting WHERE event_id = $1 AND slot >= $2', [id, values.slots]);
    await tx.run(
      `DELETE FROM meeting_wish w USING meeting_party p WHERE p.id = w.sme_party_id AND p.event_id = $1 AND w.slot >= $2`,
      [id, values.slots],
    );
  }

  /** Notes that the event, or something of it, has changed. */
  async touch(tx: Tx, id: string): Promise<void> {
    await tx.run('UPDATE meeting_event SET version = version + 1, updated_at = htsm_now() WHERE id = $1', [id]);
  }

  /** Gives challenges first, each kind by name. */
  parties(tx: Tx, eventId: string): Promise<PartyRow[]> {
    return tx.rows(
      `SELECT p.id, p.challenge_id AS "challengeId", p.organisation_id AS "organisationId", o.name AS "organisationName",
        coalesce(c.title_nl, '') AS "titleNl", coalesce(c.title_en, '') AS "titleEn", p.min_meetings AS "minMeetings",
        p.max_meetings AS "maxMeetings", p.busy, p.is_out AS "isOut"
       FROM meeting_party p JOIN organisation o ON o.id = p.organisation_id LEFT JOIN challenge c ON c.id = p.challenge_id
       WHERE p.event_id = $1 ORDER BY p.challenge_id IS NULL, lower(o.name), p.id`,
      [eventId],
    );
  }

  wishes(tx: Tx, eventId: string): Promise<WishRow[]> {
    return tx.rows(
      `SELECT w.challenge_party_id AS "challengePartyId", w.sme_party_id AS "smePartyId", w.rule, w.slot
       FROM meeting_wish w JOIN meeting_party p ON p.id = w.sme_party_id WHERE p.event_id = $1
       ORDER BY w.challenge_party_id, w.sme_party_id`,
      [eventId],
    );
  }

  planned(tx: Tx, eventId: string): Promise<PlannedRow[]> {
    return tx.rows(
      `SELECT id, challenge_party_id AS "challengePartyId", sme_party_id AS "smePartyId", slot, table_number AS "table", score
       FROM planned_meeting WHERE event_id = $1 ORDER BY slot, table_number`,
      [eventId],
    );
  }

  /** Gives the timetable that was asked for last, or null. */
  lastRun(tx: Tx, eventId: string): Promise<RunRow | null> {
    return tx.row(
      `SELECT id, event_id AS "eventId", basis, state, ${iso('asked_at')} AS "askedAt", gap, total, missing, moved
       FROM timetable_run WHERE event_id = $1 ORDER BY asked_at DESC, id LIMIT 1`,
      [eventId],
    );
  }

  openChallenges(tx: Tx, locale: Locale): Promise<EventChallengeDto[]> {
    return tx.rows(
      `SELECT l.id AS "challengeId", ${inLanguage(locale, 'l.title_nl', 'l.title_en')} AS title, l.owner_name AS "ownerName"
       FROM public_challenge l WHERE l.state = 'open' ORDER BY lower(l.owner_name), l.id LIMIT 100`,
    );
  }

  /** Gives the SMEs that reach the bar for a challenge of the event, the best first. */
  fittingSmes(tx: Tx, event: EventRow): Promise<EventSmeDto[]> {
    return tx.rows(
      `SELECT r.organisation_id AS "organisationId", r.organisation_name AS name, max(r.score) AS "bestScore", count(*)::int AS fits
       FROM recommendation r JOIN meeting_party p ON p.challenge_id = r.challenge_id AND p.event_id = $1
       WHERE r.score >= $2 GROUP BY r.organisation_id, r.organisation_name
       ORDER BY max(r.score) DESC, r.organisation_id LIMIT 400`,
      [event.id, event.scoreBar],
    );
  }

  /** Gives SMEs and institutes by a part of their name, whatever they score: also who proposes something may want to talk. */
  smesNamed(tx: Tx, event: EventRow, q: string): Promise<EventSmeDto[]> {
    return tx.rows(
      `SELECT o.id AS "organisationId", o.name, coalesce(max(r.score), 0) AS "bestScore", count(r.score)::int AS fits
       FROM organisation o LEFT JOIN (recommendation r JOIN meeting_party p ON p.challenge_id = r.challenge_id AND p.event_id = $1)
         ON r.organisation_id = o.id AND r.score >= $2
       WHERE o.kind <> 'company' AND strpos(lower(o.name), lower($3)) > 0
       GROUP BY o.id, o.name ORDER BY max(r.score) DESC NULLS LAST, lower(o.name), o.id LIMIT 20`,
      [event.id, event.scoreBar, q],
    );
  }
}
