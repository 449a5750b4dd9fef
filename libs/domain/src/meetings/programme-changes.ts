/** A meeting as it stands in a timetable or as its parties were told. */
export interface ProgrammeMeeting {
  readonly id: string;
  readonly startsAt: Date;
  readonly endsAt: Date;
  readonly table: number;
  readonly place: string;
}

/** What parties have not been told yet. */
export interface ProgrammeChanges<Planned> {
  readonly added: readonly Planned[];
  readonly moved: readonly Planned[];
  /** Ids of meetings that parties still think will be. */
  readonly dropped: readonly string[];
}

/** Compares what is planned with what was told; meetings that parties know as cancelled count as untold. */
export function programmeChanges<Planned extends ProgrammeMeeting>(
  planned: readonly Planned[],
  told: readonly (ProgrammeMeeting & { readonly state: 'standing' | 'cancelled' })[],
): ProgrammeChanges<Planned> {
  const standing = new Map(told.filter(({ state }) => state === 'standing').map((meeting) => [meeting.id, meeting]));
  const ids = new Set(planned.map(({ id }) => id));
  return {
    added: planned.filter(({ id }) => !standing.has(id)),
    moved: planned.filter((meeting) => {
      const known = standing.get(meeting.id);
      return known !== undefined && !isSame(known, meeting);
    }),
    dropped: [...standing.keys()].filter((id) => !ids.has(id)),
  };
}

function isSame(a: ProgrammeMeeting, b: ProgrammeMeeting): boolean {
  const isSameTime = a.startsAt.getTime() === b.startsAt.getTime() && a.endsAt.getTime() === b.endsAt.getTime();
  return isSameTime && a.table === b.table && a.place === b.place;
}
