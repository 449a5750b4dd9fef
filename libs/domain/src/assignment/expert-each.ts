import type { AssignmentInstance, AssignmentOutcome, Pair } from './assignment-instance';

/** An assignment in which proposals were first given somebody who knows what was asked for. */
export interface ExpertOutcome {
  readonly outcome: AssignmentOutcome;
  /** Proposals that cannot have one: no more than these can be helped. */
  readonly lackingIds: readonly string[];
}

/**
 * Assigns reviewers so that each proposal has at least one of the experts, wherever that can be. One expert is found for each
 * proposal that has none, as many as there can be and then as good as can be; they stay while the other places are filled. As many
 * proposals as possible have an expert, and no other rule is broken for it; the total is the best that these experts leave.
 */
export async function assignExpertEach(
  instance: AssignmentInstance,
  expertIds: ReadonlySet<string>,
  solve: (instance: AssignmentInstance) => Promise<AssignmentOutcome>,
): Promise<ExpertOutcome> {
  const lacking = withoutExpert(instance, expertIds);
  const asked = expertInstance(instance, expertIds, lacking);
  const canChoose = asked.proposals.length > 0 && asked.reviewers.length > 0;
  const chosen = canChoose ? (await solve(asked)).result.assignments : [];
  const outcome = await solve({ ...instance, fixed: [...instance.fixed, ...chosen] });
  const helped = new Set(chosen.map(([proposalId]) => proposalId));
  return { outcome, lackingIds: lacking.filter((id) => !helped.has(id)) };
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
