import type { AssignmentInstance, AssignmentOutcome, Pair } from './assignment-instance';

/** Who has handed in this many reviews is experienced. */
export const EXPERIENCED_FROM = 3;

/** An assignment in which proposals were first given somebody of each group. */
export interface ExpertOutcome {
  readonly outcome: AssignmentOutcome;
  /** For each group, the proposals that have nobody of it. */
  readonly lacking: readonly (readonly string[])[];
}

/**
 * Assigns reviewers so that each proposal has at least one of each group, wherever that can be. Group by group, one of them is found
 * for each proposal that has none, as many as there can be and then as good as can be; they stay while the other places are
 * filled. Of the first group as many proposals as possible have somebody, of the next as many as that leaves; no other rule is
 * broken for it, and the total is the best that these choices leave.
 */
export async function assignWithGroups(
  instance: AssignmentInstance,
  groups: readonly ReadonlySet<string>[],
  solve: (instance: AssignmentInstance) => Promise<AssignmentOutcome>,
): Promise<ExpertOutcome> {
  let kept = instance;
  for (const group of groups) {
    const asked = expertInstance(kept, group, withoutExpert(kept, group));
    const canChoose = asked.proposals.length > 0 && asked.reviewers.length > 0;
    const chosen = canChoose ? (await solve(asked)).result.assignments : [];
    kept = { ...kept, fixed: [...kept.fixed, ...chosen] };
  }
  const outcome = await solve(kept);
  const filled = { ...instance, fixed: outcome.result.assignments };
  return { outcome, lacking: groups.map((group) => withoutExpert(filled, group)) };
}

function withoutExpert({ proposals, fixed }: AssignmentInstance, expertIds: ReadonlySet<string>): string[] {
  const served = new Set(fixed.filter(([, id]) => expertIds.has(id)).map(([proposalId]) => proposalId));
  return proposals.map(({ id }) => id).filter((id) => !served.has(id));
}

/** One expert for each of these proposals that has a place left, out of the places that the experts have left. */
function expertInstance(
  instance: AssignmentInstance,
  expertIds: ReadonlySet<string>,
  lacking: readonly string[],
): AssignmentInstance {
  const count = (side: 0 | 1, id: string): number => instance.fixed.filter((pair) => pair[side] === id).length;
  const open = new Set(lacking.filter((id) => count(0, id) < instance.k));
  const isOpen = ([proposalId, reviewerId]: Pair | readonly [string, string, number]): boolean =>
    expertIds.has(reviewerId) && open.has(proposalId);
  return {
    k: 1,
    mode: instance.mode,
    defaultAffinity: instance.defaultAffinity,
    proposals: instance.proposals.filter(({ id }) => open.has(id)),
    reviewers: instance.reviewers
      .filter(({ id }) => expertIds.has(id))
      .map(({ id, maxLoad }) => ({ id, minLoad: 0, maxLoad: maxLoad - count(1, id) })),
    affinity: instance.affinity.filter(isOpen),
    conflicts: instance.conflicts.filter(isOpen),
    fixed: [],
  };
}
