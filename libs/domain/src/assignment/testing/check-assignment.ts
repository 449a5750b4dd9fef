import type { AssignmentInstance, AssignmentResult, Pair } from '../assignment-instance';

/** Says what an assignment does against the rules of its instance, in words; empty places that it owns up to are none. */
export function brokenRules(instance: AssignmentInstance, { assignments, unfilled }: AssignmentResult): string[] {
  const keys = assignments.map((pair) => pair.join(' '));
  const listed = new Set(instance.affinity.map(([proposal, reviewer]) => `${proposal} ${reviewer}`));
  const fixed = new Set(instance.fixed.map((pair) => pair.join(' ')));
  const barred = new Set(instance.conflicts.map((pair) => pair.join(' ')));
  const count = (ids: readonly string[], id: string): number => ids.filter((one) => one === id).length;
  const judged = assignments.map(([proposal]) => proposal);
  const judging = assignments.map(([, reviewer]) => reviewer);
  return [
    ...keys.filter((key, index) => keys.indexOf(key) !== index).map((key) => `${key} stands twice`),
    ...keys.filter((key) => barred.has(key)).map((key) => `${key} has a conflict`),
    ...keys
      .filter((key) => instance.defaultAffinity === null && !listed.has(key) && !fixed.has(key))
      .map((key) => `${key} may not be assigned`),
    ...[...fixed].filter((key) => !keys.includes(key)).map((key) => `${key} was fixed`),
    ...instance.proposals
      .filter(({ id }) => count(judged, id) + count(unfilled, id) !== instance.k)
      .map(({ id }) => `${id} has ${count(judged, id)} reviewers`),
    ...instance.reviewers
      .filter(({ id, minLoad, maxLoad }) => count(judging, id) < minLoad || count(judging, id) > maxLoad)
      .map(({ id }) => `${id} has ${count(judging, id)} proposals`),
  ];
}

/** The sum of the affinities of these pairs; a fixed pair that has none counts for nothing. */
export function sumOf(instance: AssignmentInstance, pairs: readonly Pair[]): number {
  const values = new Map(instance.affinity.map(([proposal, reviewer, value]) => [`${proposal} ${reviewer}`, value]));
  return pairs.reduce((sum, pair) => sum + (values.get(pair.join(' ')) ?? instance.defaultAffinity ?? 0), 0);
}

/** Tries every assignment that keeps to the rules: the highest total and the highest floor, or null when there is none. */
export function bestByTrying(instance: AssignmentInstance): { total: number; floor: number } | null {
  let best: { total: number; floor: number } | null = null;
  tryAll(instance, (choice) => {
    const loads = loadsOf(choice);
    if (instance.reviewers.some(({ id, minLoad }) => (loads.get(id) ?? 0) < minLoad)) return;
    const total = sumOf(instance, choice.flat());
    const floor = Math.min(...choice.map((pairs) => sumOf(instance, pairs)));
    best = { total: Math.max(best?.total ?? -Infinity, total), floor: Math.max(best?.floor ?? -Infinity, floor) };
  });
  return best;
}

/**
 * How many places can be filled beside the fixed ones, those included, without minimal loads: by finding room for one place
 * after another (Kuhn's way).
 */
export function mostPlaces(instance: AssignmentInstance): number {
  const fixedTo = (id: string): number => instance.fixed.filter((pair) => pair.includes(id)).length;
  const seats = instance.reviewers.flatMap(({ id, maxLoad }) =>
    Array.from({ length: Math.min(maxLoad, instance.proposals.length) - fixedTo(id) }, () => id),
  );
  const holders = new Map<number, string>();
  const places = instance.proposals.flatMap(({ id }) => Array.from({ length: instance.k - fixedTo(id) }, () => id));
  const judges = (proposal: string, reviewer: string): boolean =>
    [...holders].some(([seat, holder]) => holder === proposal && seats[seat] === reviewer);
  const seatOne = (proposal: string, seen: Set<number>): boolean =>
    seats.some((reviewer, seat) => {
      const isFixed = instance.fixed.some(([one, other]) => one === proposal && other === reviewer);
      const isOpen = openReviewers(instance, proposal).includes(reviewer) && !isFixed && !judges(proposal, reviewer);
      if (seen.has(seat) || !isOpen) return false;
      seen.add(seat);
      const holder = holders.get(seat);
      if (holder !== undefined) {
        holders.delete(seat);
        if (!seatOne(holder, seen)) {
          holders.set(seat, holder);
          return false;
        }
      }
      holders.set(seat, proposal);
      return true;
    });
  return instance.fixed.length + places.filter((proposal) => seatOne(proposal, new Set())).length;
}

function tryAll(instance: AssignmentInstance, take: (choice: readonly (readonly Pair[])[]) => void): void {
  const options = instance.proposals.map(({ id }) =>
    subsets(openReviewers(instance, id))
      .filter((set) => set.length === instance.k)
      .filter((set) => instance.fixed.every(([proposal, reviewer]) => proposal !== id || set.includes(reviewer)))
      .map((set) => set.map((reviewer): Pair => [id, reviewer])),
  );
  const most = new Map(instance.reviewers.map(({ id, maxLoad }) => [id, maxLoad]));
  const walk = (index: number, choice: readonly (readonly Pair[])[]): void => {
    if ([...loadsOf(choice)].some(([id, load]) => load > (most.get(id) ?? 0))) return;
    const next = options[index];
    if (next === undefined) take(choice);
    else for (const pairs of next) walk(index + 1, [...choice, pairs]);
  };
  walk(0, []);
}

function openReviewers(instance: AssignmentInstance, proposal: string): string[] {
  const has = (pairs: readonly (readonly (string | number)[])[], reviewer: string): boolean =>
    pairs.some(([one, other]) => one === proposal && other === reviewer);
  return instance.reviewers
    .map(({ id }) => id)
    .filter((id) => has(instance.fixed, id) || !has(instance.conflicts, id))
    .filter((id) => has(instance.fixed, id) || instance.defaultAffinity !== null || has(instance.affinity, id));
}

function subsets(ids: readonly string[]): string[][] {
  return ids.reduce<string[][]>((all, id) => [...all, ...all.map((set) => [...set, id])], [[]]);
}

function loadsOf(choice: readonly (readonly Pair[])[]): Map<string, number> {
  const loads = new Map<string, number>();
  for (const [, reviewer] of choice.flat()) loads.set(reviewer, (loads.get(reviewer) ?? 0) + 1);
  return loads;
}
