import { type PlannedPairDto } from '@htsm/contracts';

/** What is different at one proposal: somebody more, somebody less, or somebody in another's place. */
export interface PlanChange {
  readonly proposalId: string;
  /** Null when somebody was only taken away. */
  readonly givenTo: string | null;
  /** Null when somebody was only given. */
  readonly takenFrom: string | null;
}

/** Gives what a plan changes about the one before it, by the order of its pairs; equal plans give nothing. */
export function planChanges(before: readonly PlannedPairDto[], now: readonly PlannedPairDto[]): PlanChange[] {
  const had = peopleOf(before);
  const has = peopleOf(now);
  return [...new Set([...has.keys(), ...had.keys()])].flatMap((proposalId) => {
    const given = [...(has.get(proposalId) ?? [])].filter((id) => had.get(proposalId)?.has(id) !== true);
    const taken = [...(had.get(proposalId) ?? [])].filter((id) => has.get(proposalId)?.has(id) !== true);
    return Array.from({ length: Math.max(given.length, taken.length) }, (_, index) => ({
      proposalId,
      givenTo: given[index] ?? null,
      takenFrom: taken[index] ?? null,
    }));
  });
}

function peopleOf(pairs: readonly PlannedPairDto[]): Map<string, Set<string>> {
  const byProposal = Map.groupBy(pairs, ({ proposalId }) => proposalId);
  return new Map([...byProposal].map(([id, own]) => [id, new Set(own.map(({ reviewerId }) => reviewerId))]));
}
