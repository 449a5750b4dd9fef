import type { TimetableProblem } from '@htsm/domain/meetings';
import type { Tx } from '@htsm/api/core';
import type { PartyRow, WholeEvent, WishRow } from '../events/event-rows';

/** Scores are kept in millionths. */
export const MILLION = 1_000_000;
/** A pair that the taskforce wants is as good as the best. */
const WANTED = 1;

/** A recommended pair of an event. */
export interface EventPair {
  readonly challengePartyId: string;
  readonly smePartyId: string;
  /** In millionths. */
  readonly score: number;
}

/** Gives the pairs of an event that reach its bar. */
export function recommendedPairs(tx: Tx, eventId: string): Promise<EventPair[]> {
  return tx.rows(
    `SELECT c.id AS "challengePartyId", s.id AS "smePartyId", r.score FROM meeting_event e
     JOIN meeting_party c ON c.event_id = e.id AND c.challenge_id IS NOT NULL
     JOIN meeting_party s ON s.event_id = e.id AND s.challenge_id IS NULL
     JOIN recommendation r ON r.challenge_id = c.challenge_id AND r.organisation_id = s.organisation_id
     WHERE e.id = $1 AND r.score >= e.score_bar ORDER BY c.id, s.id`,
    [eventId],
  );
}

/** Writes an event as a problem: who dropped out is not in it, and nobody meets their own organisation. */
export function problemOf(
  { event, parties, wishes, planned }: WholeEvent,
  pairs: readonly EventPair[],
  basis: 'fresh' | 'present',
): TimetableProblem {
  const there = parties.filter(({ isOut }) => !isOut);
  const ids = new Set(there.map(({ id }) => id));
  const both = <Pair extends { challengePartyId: string; smePartyId: string }>(all: readonly Pair[]): Pair[] =>
    all.filter(({ challengePartyId, smePartyId }) => ids.has(challengePartyId) && ids.has(smePartyId));
  const wanted = both(wishes.filter(({ rule }) => rule === 'wanted'));
  const wantedKeys = new Set(wanted.map((pair) => `${pair.challengePartyId} ${pair.smePartyId}`));
  return {
    slots: event.slots,
    tables: event.tables,
    challenges: there.filter(({ challengeId }) => challengeId !== null).map(toMeetingParty),
    smes: there.filter(({ challengeId }) => challengeId === null).map(toMeetingParty),
    pairs: [
      ...both(pairs)
        .filter((pair) => !wantedKeys.has(`${pair.challengePartyId} ${pair.smePartyId}`))
        .map((pair) => ({ ...toPair(pair), score: pair.score / MILLION })),
      ...wanted.map((pair) => ({ ...toPair(pair), score: WANTED })),
    ],
    forbidden: [...both(wishes.filter(({ rule }) => rule === 'forbidden')).map(toPair), ...ownPairs(there)],
    pinned: both(wishes).flatMap((wish) => (wish.slot === null ? [] : [{ ...toPair(wish), slot: wish.slot }])),
    present: basis === 'fresh' ? [] : both(planned).map((meeting) => ({ ...toPair(meeting), slot: meeting.slot })),
  };
}

function toMeetingParty({ id, minMeetings, maxMeetings, busy }: PartyRow) {
  return { id, min: minMeetings, max: maxMeetings, busy };
}

function toPair({ challengePartyId, smePartyId }: Pick<WishRow, 'challengePartyId' | 'smePartyId'>) {
  return { challengeId: challengePartyId, smeId: smePartyId };
}

function ownPairs(parties: readonly PartyRow[]) {
  return parties
    .filter(({ challengeId }) => challengeId !== null)
    .flatMap((challenge) =>
      parties
        .filter((sme) => sme.challengeId === null && sme.organisationId === challenge.organisationId)
        .map((sme) => ({ challengeId: challenge.id, smeId: sme.id })),
    );
}
