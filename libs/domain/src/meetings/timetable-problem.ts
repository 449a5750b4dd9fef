/** One side of the meetings: a challenge with the people of its owner, or an SME. */
export interface MeetingParty {
  readonly id: string;
  /** Meetings wanted at least; where that cannot be, as few as possible are missing. */
  readonly min: number;
  /** Meetings at most. */
  readonly max: number;
  /** Slots in which the party cannot come, counted from 0. */
  readonly busy: readonly number[];
}

/** A challenge and an SME that may meet, and how well they fit: 0 to 1. */
export interface PossibleMeeting {
  readonly challengeId: string;
  readonly smeId: string;
  readonly score: number;
}

/** A meeting at its time. */
export interface SlottedMeeting {
  readonly challengeId: string;
  readonly smeId: string;
  /** Counted from 0. */
  readonly slot: number;
}

/** Everything that a timetable must keep to. Ids of parties that are not listed are left out wherever they occur. */
export interface TimetableProblem {
  readonly slots: number;
  /** Meetings at the same time at most. */
  readonly tables: number;
  readonly challenges: readonly MeetingParty[];
  readonly smes: readonly MeetingParty[];
  readonly pairs: readonly PossibleMeeting[];
  /** Pairs that do not meet, whatever else says so. */
  readonly forbidden: readonly Omit<PossibleMeeting, 'score'>[];
  /** Meetings that are to stand as they are. */
  readonly pinned: readonly SlottedMeeting[];
  /** The timetable so far, of which as much as possible stays; empty for a new one. */
  readonly present: readonly SlottedMeeting[];
}

/** A timetable and how good it is; sums are of scores, so at most 1 for each meeting. */
export interface Timetable {
  /** By slot, then by challenge and SME. */
  readonly meetings: readonly SlottedMeeting[];
  /** The sum of the scores. */
  readonly total: number;
  /** What no timetable for these wishes can exceed, less `value`, as a part of `total`; 0 is proven best. */
  readonly gap: number;
  /** Meetings that parties have less than they want at least, summed. */
  readonly missing: number;
  /** Meetings of the present timetable that are at another time now, or not at all. */
  readonly moved: number;
}

/** What a meeting below somebody's minimum costs, and what a moved one costs, in scores. See docs/matching.md. */
export const MISSING_COST = 60;
export const MOVED_COST = 6;

/** Names a pair. */
export function pairKey({ challengeId, smeId }: Omit<PossibleMeeting, 'score'>): string {
  return `${challengeId} ${smeId}`;
}

/** Names a meeting at its time. */
export function meetingKey(meeting: SlottedMeeting): string {
  return `${pairKey(meeting)} ${meeting.slot}`;
}

/** What a timetable is worth: the figures of `Timetable`, and the sum that is to be as large as possible. */
export function appraise(
  problem: TimetableProblem,
  meetings: readonly SlottedMeeting[],
): Pick<Timetable, 'total' | 'missing' | 'moved'> & { readonly value: number } {
  const scores = new Map(problem.pairs.map((pair) => [pairKey(pair), pair.score]));
  const total = meetings.reduce((sum, meeting) => sum + (scores.get(pairKey(meeting)) ?? 0), 0);
  const standing = new Set(meetings.map(meetingKey));
  const moved = problem.present.filter((meeting) => !standing.has(meetingKey(meeting))).length;
  const has = new Map<string, number>();
  for (const id of meetings.flatMap(({ challengeId, smeId }) => [challengeId, smeId]))
    has.set(id, (has.get(id) ?? 0) + 1);
  const missing = [...problem.challenges, ...problem.smes].reduce(
    (sum, { id, min }) => sum + Math.max(0, min - (has.get(id) ?? 0)),
    0,
  );
  const value = total + MOVED_COST * (problem.present.length - moved) - MISSING_COST * missing;
  return { total, missing, moved, value };
}

/** Why pinned meetings cannot all stand. */
export type PinClash =
  'unknown_party' | 'forbidden' | 'not_there' | 'twice_in_slot' | 'twice_paired' | 'no_table' | 'too_many';

/** Finds the first pinned meeting that cannot stand beside those before it, or null. */
export function pinClash(problem: TimetableProblem): { meeting: SlottedMeeting; clash: PinClash } | null {
  const parties = new Map([...problem.challenges, ...problem.smes].map((party) => [party.id, party]));
  const forbidden = new Set(problem.forbidden.map(pairKey));
  const seen = {
    places: new Set<string>(),
    pairs: new Set<string>(),
    slots: new Map<number, number>(),
    meetings: new Map<string, number>(),
  };
  for (const meeting of problem.pinned) {
    const clash = clashOf(meeting, { problem, parties, forbidden, seen });
    if (clash !== null) return { meeting, clash };
  }
  return null;
}

interface PinsSoFar {
  readonly problem: TimetableProblem;
  readonly parties: ReadonlyMap<string, MeetingParty>;
  readonly forbidden: ReadonlySet<string>;
  readonly seen: {
    readonly places: Set<string>;
    readonly pairs: Set<string>;
    readonly slots: Map<number, number>;
    readonly meetings: Map<string, number>;
  };
}

function clashOf(meeting: SlottedMeeting, { problem, parties, forbidden, seen }: PinsSoFar): PinClash | null {
  const both = [meeting.challengeId, meeting.smeId].map((id) => parties.get(id));
  const key = pairKey(meeting);
  if (forbidden.has(key)) return 'forbidden';
  if (seen.pairs.has(key)) return 'twice_paired';
  for (const party of both) {
    if (party === undefined) return 'unknown_party';
    if (meeting.slot >= problem.slots || party.busy.includes(meeting.slot)) return 'not_there';
    const place = `${party.id} ${meeting.slot}`;
    if (seen.places.has(place)) return 'twice_in_slot';
    const meetings = (seen.meetings.get(party.id) ?? 0) + 1;
    if (meetings > party.max) return 'too_many';
    seen.places.add(place);
    seen.meetings.set(party.id, meetings);
  }
  const inSlot = (seen.slots.get(meeting.slot) ?? 0) + 1;
  if (inSlot > problem.tables) return 'no_table';
  seen.slots.set(meeting.slot, inSlot);
  seen.pairs.add(key);
  return null;
}
