import { affinityOf, EXPERIENCED_FROM, type AssignmentInstance, type Bid, type Pair } from '@htsm/domain/assignment';
import type { PlanAssignmentsDto } from '../dto/assignment-plan.dto';
import type { AssignedProposalDto, AssignmentDto, CandidateReviewerDto } from '../dto/assignments.dto';

/** What a plan is made from. */
export interface PlanBasis {
  readonly proposals: readonly AssignedProposalDto[];
  readonly reviewers: readonly CandidateReviewerDto[];
  /** 0..1, by proposal and reviewer. */
  readonly fits: readonly (readonly [proposalId: string, reviewerId: string, fit: number])[];
  /** By the name of a pair. */
  readonly bids: ReadonlyMap<string, Bid>;
  /** Who named one of the themes that were asked for. */
  readonly experts: ReadonlySet<string>;
}

/** Gives the tasks that stand: a declared conflict is none. */
export function standingTasks({ assignments }: Pick<AssignedProposalDto, 'assignments'>): AssignmentDto[] {
  return assignments.filter(({ state }) => state !== 'conflicted');
}

/**
 * Writes what is asked as an instance. Tasks that stand are fixed. A proposal that has enough is left out, and what its
 * reviewers have there counts against their load; nobody loses what they have. Who is not asked gets nothing new.
 */
export function planInstance(
  { proposals, reviewers, fits, bids }: PlanBasis,
  asked: PlanAssignmentsDto,
): AssignmentInstance {
  const k = asked.reviewsPerProposal;
  const short = proposals.filter((proposal) => standingTasks(proposal).length < k);
  const full = proposals.filter((proposal) => standingTasks(proposal).length >= k);
  const count = (of: readonly AssignedProposalDto[], id: string): number =>
    of.flatMap(standingTasks).filter(({ reviewerId }) => reviewerId === id).length;
  const wanted = new Set(asked.reviewerIds);
  const taking = reviewers.map(({ id }) => {
    const has = count(short, id);
    return { id, minLoad: 0, maxLoad: Math.max(has, asked.maxPerReviewer - count(full, id)) };
  });
  const known = new Set(reviewers.map(({ id }) => id));
  const isShort = new Set(short.map(({ id }) => id));
  const fixed = short.flatMap((proposal) =>
    standingTasks(proposal)
      .filter(({ reviewerId }) => known.has(reviewerId))
      .map(({ reviewerId }): Pair => [proposal.id, reviewerId]),
  );
  const isFixed = new Set(fixed.map(keyOf));
  const bound = [
    ...reviewers
      .filter(({ id }) => !wanted.has(id))
      .flatMap(({ id }) => short.map((proposal): Pair => [proposal.id, id])),
    ...reviewers.flatMap(({ id, partyToProposalIds }) => partyToProposalIds.map((proposal): Pair => [proposal, id])),
    ...short.flatMap((proposal) =>
      proposal.assignments
        .filter(({ state, reviewerId }) => state === 'conflicted' && known.has(reviewerId))
        .map(({ reviewerId }): Pair => [proposal.id, reviewerId]),
    ),
  ];
  return {
    k,
    mode: asked.isFair ? 'fair' : 'sum',
    defaultAffinity: affinityOf(0, null),
    proposals: short.map(({ id }) => ({ id })),
    reviewers: taking,
    affinity: affinities({ fits, bids }).filter(
      ([proposalId, reviewerId]) => isShort.has(proposalId) && known.has(reviewerId),
    ),
    conflicts: bound.filter((pair) => isShort.has(pair[0]) && !isFixed.has(keyOf(pair))),
    fixed,
  };
}

/** What is known of pairs: how well they fit, how gladly the reviewer would, or both. */
function affinities({ fits, bids }: Pick<PlanBasis, 'fits' | 'bids'>): [string, string, number][] {
  const known = new Map(fits.map(([proposalId, reviewerId, fit]) => [keyOf([proposalId, reviewerId]), fit]));
  return [...new Set([...known.keys(), ...bids.keys()])].map((key) => {
    const [proposalId = '', reviewerId = ''] = key.split(' ');
    return [proposalId, reviewerId, affinityOf(known.get(key) ?? 0, bids.get(key) ?? null)];
  });
}

/** Gives who handed in reviews before. */
export function experienced({ reviewers }: Pick<PlanBasis, 'reviewers'>): Set<string> {
  return new Set(reviewers.filter(({ handedIn }) => handedIn >= EXPERIENCED_FROM).map(({ id }) => id));
}

/** Of whom each proposal gets at least one, the most important first; who gets nothing new helps nobody. */
export function groupsOf(basis: PlanBasis, asked: PlanAssignmentsDto): ReadonlySet<string>[] {
  return [
    ...(asked.expertThemes.length > 0 ? [basis.experts] : []),
    ...(asked.pairsNewcomers ? [experienced(basis)] : []),
  ];
}

/** Names a pair. */
export function keyOf([proposalId, reviewerId]: readonly [string, string, ...unknown[]]): string {
  return `${proposalId} ${reviewerId}`;
}
