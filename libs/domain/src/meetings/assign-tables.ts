import type { SlottedMeeting } from './timetable-problem';

/** A meeting with its table, counted from 1. */
export interface SeatedMeeting extends SlottedMeeting {
  readonly table: number;
}

/**
 * Gives each meeting a table. A challenge stays at one table, the one it had before when it had one, as far as there are
 * enough; `before` is the table of each challenge by its id, and may be empty. A slot holds at most `tables` meetings.
 */
export function assignTables(
  meetings: readonly SlottedMeeting[],
  tables: number,
  before: ReadonlyMap<string, number>,
): SeatedMeeting[] {
  const homes = homeTables(meetings, tables, before);
  const taken = new Set<string>();
  const seat = (meeting: SlottedMeeting, table: number): SeatedMeeting => {
    taken.add(`${meeting.slot} ${table}`);
    return { ...meeting, table };
  };
  const atHome = meetings.flatMap((meeting) => {
    const home = homes.get(meeting.challengeId);
    return home === undefined ? [] : [seat(meeting, home)];
  });
  const elsewhere = meetings
    .filter(({ challengeId }) => !homes.has(challengeId))
    .map((meeting) => {
      let table = 1;
      while (taken.has(`${meeting.slot} ${table}`)) table += 1;
      return seat(meeting, table);
    });
  return [...atHome, ...elsewhere];
}

/** Who was somewhere stays there; the others take what is left, in the order of the meetings. */
function homeTables(meetings: readonly SlottedMeeting[], tables: number, before: ReadonlyMap<string, number>) {
  const homes = new Map<string, number>();
  const free = new Set(Array.from({ length: tables }, (_, index) => index + 1));
  const challenges = [...new Set(meetings.map(({ challengeId }) => challengeId))];
  for (const id of challenges) {
    const table = before.get(id);
    if (table !== undefined && free.delete(table)) homes.set(id, table);
  }
  for (const id of challenges) {
    const [table] = free;
    if (homes.has(id) || table === undefined) continue;
    free.delete(table);
    homes.set(id, table);
  }
  return homes;
}
