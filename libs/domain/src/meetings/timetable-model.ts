import {
  meetingKey,
  MISSING_COST,
  MOVED_COST,
  pairKey,
  type MeetingParty,
  type PossibleMeeting,
  type SlottedMeeting,
  type TimetableProblem,
} from './timetable-problem';

/** A linear program in sparse columns, to be maximised; the first `meetings.length` columns are 0 or 1. */
export interface TimetableModel {
  /** The meeting that each of the first columns stands for. */
  readonly meetings: readonly SlottedMeeting[];
  readonly cost: Float64Array;
  readonly lower: Float64Array;
  readonly upper: Float64Array;
  readonly rowLower: Float64Array;
  readonly rowUpper: Float64Array;
  /** Where the entries of each column begin in `indices`; every entry is 1. */
  readonly starts: Int32Array;
  readonly indices: Int32Array;
}

/** A pair with the slots in which both are there. */
export interface OpenPair extends PossibleMeeting {
  readonly slots: readonly number[];
}

/** Collects rows and columns. */
class ModelWriter {
  readonly rowLower: number[] = [];
  readonly rowUpper: number[] = [];
  readonly columns: { cost: number; lower: number; upper: number; rows: number[] }[] = [];

  row(lower: number, upper: number): number {
    this.rowLower.push(lower);
    return this.rowUpper.push(upper) - 1;
  }

  column(cost: number, lower: number, upper: number, rows: number[]): void {
    this.columns.push({ cost, lower, upper, rows });
  }

  write(meetings: readonly SlottedMeeting[]): TimetableModel {
    const starts = new Int32Array(this.columns.length + 1);
    this.columns.forEach(({ rows }, index) => (starts[index + 1] = (starts[index] ?? 0) + rows.length));
    return {
      meetings,
      cost: Float64Array.from(this.columns, ({ cost }) => cost),
      lower: Float64Array.from(this.columns, ({ lower }) => lower),
      upper: Float64Array.from(this.columns, ({ upper }) => upper),
      rowLower: Float64Array.from(this.rowLower),
      rowUpper: Float64Array.from(this.rowUpper),
      starts,
      indices: Int32Array.from(this.columns.flatMap(({ rows }) => rows)),
    };
  }
}

/** Gives the pairs that may meet, with their slots: no forbidden ones, none of unknown parties; pinned ones only when pinned. */
export function openPairs(problem: TimetableProblem): OpenPair[] {
  const parties = new Map([...problem.challenges, ...problem.smes].map((party) => [party.id, new Set(party.busy)]));
  const forbidden = new Set(problem.forbidden.map(pairKey));
  const pins = new Map(problem.pinned.map((pin) => [pairKey(pin), pin]));
  const scores = new Map(problem.pairs.map((pair) => [pairKey(pair), pair]));
  // what was pinned or planned before stays possible, also when the pair is not recommended any more
  for (const meeting of [...problem.present, ...problem.pinned]) {
    const { challengeId, smeId } = meeting;
    if (!scores.has(pairKey(meeting))) scores.set(pairKey(meeting), { challengeId, smeId, score: 0 });
  }
  return [...scores.values()].flatMap((pair) => {
    const busy = [parties.get(pair.challengeId), parties.get(pair.smeId)];
    if (forbidden.has(pairKey(pair)) || busy.includes(undefined)) return [];
    const pin = pins.get(pairKey(pair));
    const all = pin === undefined ? Array.from({ length: problem.slots }, (_, slot) => slot) : [pin.slot];
    const slots = all.filter((slot) => !busy.some((taken) => taken?.has(slot)));
    return slots.length === 0 ? [] : [{ ...pair, slots }];
  });
}

/**
 * Writes the timetable of these pairs: a column for every pair in every slot, and one for what each party misses. Rows:
 * a pair meets once, a party is in one place at a time, has at most and at least so many meetings, a slot has so many tables.
 */
export function timetableModel(problem: TimetableProblem, pairs: readonly OpenPair[]): TimetableModel {
  const writer = new ModelWriter();
  const present = new Set(problem.present.map(meetingKey));
  const pinned = new Set(problem.pinned.map(meetingKey));
  const tables = Array.from({ length: problem.slots }, () => writer.row(0, problem.tables));
  const rows = partyRows(writer, problem);
  const places = new Map(
    [...rows.keys()].map((id) => [id, Array.from({ length: problem.slots }, () => writer.row(0, 1))]),
  );
  const meetings: SlottedMeeting[] = [];
  for (const { challengeId, smeId, score, slots } of pairs) {
    const once = writer.row(0, 1);
    for (const slot of slots) {
      const meeting = { challengeId, smeId, slot };
      const key = meetingKey(meeting);
      const at = [tables, places.get(challengeId), places.get(smeId)].map((bySlot) => bySlot?.[slot] ?? 0);
      at.push(once, ...countsOf(rows, meeting));
      writer.column(score + (present.has(key) ? MOVED_COST : 0), pinned.has(key) ? 1 : 0, 1, at);
      meetings.push(meeting);
    }
  }
  for (const { missing, min } of rows.values()) if (missing !== null) writer.column(-MISSING_COST, 0, min, [missing]);
  return writer.write(meetings);
}

type PartyRows = ReadonlyMap<string, { readonly min: number; readonly most: number; readonly missing: number | null }>;

/** Writes how many meetings each party has, at most and at least. */
function partyRows(writer: ModelWriter, { challenges, smes, slots }: TimetableProblem): PartyRows {
  const rowsOf = ({ id, min, max, busy }: MeetingParty) => {
    const most = writer.row(0, Math.min(max, slots - new Set(busy).size));
    return [id, { min, most, missing: min > 0 ? writer.row(min, Infinity) : null }] as const;
  };
  return new Map([...challenges, ...smes].map(rowsOf));
}

function countsOf(rows: PartyRows, { challengeId, smeId }: Omit<PossibleMeeting, 'score'>): number[] {
  return [rows.get(challengeId), rows.get(smeId)].flatMap((party) =>
    party === undefined ? [] : [party.most, ...(party.missing === null ? [] : [party.missing])],
  );
}

/** Writes only who meets whom, without times: few columns, and its optimum is a bound for every timetable. */
export function pairingModel(problem: TimetableProblem, pairs: readonly OpenPair[]): TimetableModel {
  const writer = new ModelWriter();
  const present = new Map(problem.present.map((meeting) => [pairKey(meeting), meeting.slot]));
  const pinned = new Set(problem.pinned.map(pairKey));
  const total = writer.row(0, problem.tables * problem.slots);
  const rows = partyRows(writer, problem);
  for (const pair of pairs) {
    const wasAt = present.get(pairKey(pair));
    const bonus = wasAt !== undefined && pair.slots.includes(wasAt) ? MOVED_COST : 0;
    writer.column(pair.score + bonus, pinned.has(pairKey(pair)) ? 1 : 0, 1, [total, ...countsOf(rows, pair)]);
  }
  for (const { missing, min } of rows.values()) if (missing !== null) writer.column(-MISSING_COST, 0, min, [missing]);
  return writer.write(pairs.map(({ challengeId, smeId }) => ({ challengeId, smeId, slot: 0 })));
}
