/** A table of allowed steps: from each state, the states that may follow and the verb that leads there. */
export type StateTable<State extends string, Step extends string> = Readonly<
  Record<State, Readonly<Partial<Record<Step, State>>>>
>;

/** Gives the state that `step` leads to from `from`, or null when the table does not allow the step. */
export function nextState<State extends string, Step extends string>(
  table: StateTable<State, Step>,
  from: State,
  step: Step,
): State | null {
  return table[from][step] ?? null;
}

/** Lists the steps that are possible in `from`, in the order of the table; empty for a final state. */
export function possibleSteps<State extends string, Step extends string>(
  table: StateTable<State, Step>,
  from: State,
): Step[] {
  return Object.keys(table[from]) as Step[]; // keys of a Partial<Record<Step, …>> are steps by construction
}

/** Lists the states that no chain of steps from `start` reaches; an empty list is what a sound table gives. */
export function unreachableStates<State extends string, Step extends string>(
  table: StateTable<State, Step>,
  start: State,
): State[] {
  const seen = new Set<State>([start]);
  const queue: State[] = [start];
  for (let state = queue.pop(); state !== undefined; state = queue.pop()) {
    for (const step of possibleSteps(table, state)) {
      const next = nextState(table, state, step);
      if (next !== null && !seen.has(next)) {
        seen.add(next);
        queue.push(next);
      }
    }
  }
  return (Object.keys(table) as State[]).filter((state) => !seen.has(state)); // keys of a Record<State, …>
}
