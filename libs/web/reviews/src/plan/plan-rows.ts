import { type AssignedProposalDto, type CandidateReviewerDto, type PlannedPairDto } from '@htsm/contracts';

/** What a person may be given too, or has. */
export interface PlanPerson {
  readonly id: string;
  readonly name: string;
  /** In millionths. */
  readonly fit: number;
  /** How gladly they would, or null; nobody asks of whom the plan does not name. */
  readonly bid: PlannedPairDto['bid'];
  /** Whether they named a theme that was asked for; nobody asks of whom the plan does not name. */
  readonly isExpert: boolean;
  readonly isNew: boolean;
}

/** A proposal with who judges it by the plan. */
export interface PlanRow {
  readonly proposal: AssignedProposalDto;
  /** How well all its reviewers together fit, in millionths. */
  readonly sum: number;
  /** Best fit first. */
  readonly people: readonly PlanPerson[];
  /** Who could be added by hand, best fit first. */
  readonly others: readonly PlanPerson[];
}

/** How many proposals of the challenge a person has by the plan. */
export interface PlanLoad {
  readonly id: string;
  readonly name: string;
  readonly standing: number;
  readonly added: number;
}

/** Names a pair. */
export function pairKey(proposalId: string, reviewerId: string): string {
  return `${proposalId} ${reviewerId}`;
}

/** Puts the pairs of a plan to their proposals. Who declared a conflict, or is bound to a party, cannot be added. */
export function planRows(
  proposals: readonly AssignedProposalDto[],
  reviewers: readonly CandidateReviewerDto[],
  { pairs, fits }: { pairs: readonly PlannedPairDto[]; fits: ReadonlyMap<string, number> },
): PlanRow[] {
  const byProposal = Map.groupBy(pairs, ({ proposalId }) => proposalId);
  const names = new Map(reviewers.map(({ id, name }) => [id, name]));
  return proposals.map((proposal) => {
    const own = byProposal.get(proposal.id) ?? [];
    const nameOf = (id: string): string =>
      names.get(id) ?? proposal.assignments.find(({ reviewerId }) => reviewerId === id)?.reviewerName ?? '';
    const busy = new Set([
      ...own.map(({ reviewerId }) => reviewerId),
      ...proposal.assignments.map(({ reviewerId }) => reviewerId),
    ]);
    const others = reviewers
      .filter(({ id, partyToProposalIds }) => !busy.has(id) && !partyToProposalIds.includes(proposal.id))
      .map(({ id, name }) => ({
        id,
        name,
        fit: fits.get(pairKey(proposal.id, id)) ?? 0,
        bid: null,
        isExpert: false,
        isNew: true,
      }));
    return {
      proposal,
      sum: own.reduce((sum, { fit }) => sum + fit, 0),
      people: own
        .map(({ reviewerId, fit, bid, isExpert, isNew }) => ({
          id: reviewerId,
          name: nameOf(reviewerId),
          fit,
          bid,
          isExpert,
          isNew,
        }))
        .toSorted((a, b) => b.fit - a.fit),
      others: others.toSorted((a, b) => b.fit - a.fit),
    };
  });
}

/** Counts what everybody has by the plan; who has nothing is there too. */
export function planLoads(reviewers: readonly CandidateReviewerDto[], pairs: readonly PlannedPairDto[]): PlanLoad[] {
  const byReviewer = Map.groupBy(pairs, ({ reviewerId }) => reviewerId);
  return reviewers.map(({ id, name }) => {
    const own = byReviewer.get(id) ?? [];
    const added = own.filter(({ isNew }) => isNew).length;
    return { id, name, standing: own.length - added, added };
  });
}
