import type { GivenScore } from './given-scores';

/** Below this number of reviewers nothing can be said of how much reviewers differ. */
export const MIN_REVIEWERS_TO_ADJUST = 3;
/** Proposals a reviewer must share with another reviewer before leniency and quality can be told apart. */
export const MIN_SHARED_PROPOSALS = 2;

/** Why scores are not adjusted. */
export const LENIENCY_REFUSALS = [
  'too_few_reviewers',
  'disconnected',
  'reviewer_with_too_few',
  'too_few_reviews',
] as const;
export type LeniencyRefusal = (typeof LENIENCY_REFUSALS)[number];

/** Scores that cannot be adjusted, and why. */
export interface LeniencyRefused {
  readonly isAdjusted: false;
  readonly reason: LeniencyRefusal;
  /** Reviewers with fewer shared proposals than asked, by id; empty for the other reasons. */
  readonly reviewerIds: readonly string[];
  /** Number of groups of reviewers and proposals that no review connects; 0 without reviews. */
  readonly groups: number;
}

/**
 * Gives why leniency cannot be told from these scores, or null when it can. In this order: fewer than three reviewers;
 * reviewers and proposals that fall apart into groups without a review between them (a difference between groups may
 * then be leniency or quality, and nothing can tell which); a reviewer who shares fewer than two proposals with others;
 * and fewer reviews left, after one parameter for each proposal and each reviewer, than there are reviewers.
 */
export function refuseToAdjust(scores: readonly GivenScore[]): LeniencyRefused | null {
  const byReviewer = Map.groupBy(scores, ({ reviewerId }) => reviewerId);
  const byProposal = Map.groupBy(scores, ({ proposalId }) => proposalId);
  const groups = countGroups(scores);
  const refused = (reason: LeniencyRefusal, reviewerIds: readonly string[] = []): LeniencyRefused => ({
    isAdjusted: false,
    reason,
    reviewerIds,
    groups,
  });
  if (byReviewer.size < MIN_REVIEWERS_TO_ADJUST) return refused('too_few_reviewers');
  if (groups > 1) return refused('disconnected');
  const isShared = ({ proposalId }: GivenScore): boolean => (byProposal.get(proposalId)?.length ?? 0) > 1;
  const loners = [...byReviewer].flatMap(([id, own]) =>
    own.filter(isShared).length < MIN_SHARED_PROPOSALS ? [id] : [],
  );
  if (loners.length > 0) return refused('reviewer_with_too_few', loners.sort());
  return degreesOfFreedom(scores) < byReviewer.size ? refused('too_few_reviews') : null;
}

/** Reviews that are left to measure the noise with, after a parameter for each proposal and reviewer. */
export function degreesOfFreedom(scores: readonly GivenScore[]): number {
  const proposals = new Set(scores.map(({ proposalId }) => proposalId));
  const reviewers = new Set(scores.map(({ reviewerId }) => reviewerId));
  return scores.length - proposals.size - reviewers.size + 1;
}

/** Counts the connected parts of the graph in which a review is a line between a reviewer and a proposal. */
export function countGroups(scores: readonly GivenScore[]): number {
  const parents = new Map<string, string>();
  const rootOf = (node: string): string => {
    let root = node;
    for (let up = parents.get(root) ?? root; up !== root; up = parents.get(root) ?? root) root = up;
    parents.set(node, root);
    return root;
  };
  for (const { proposalId, reviewerId } of scores) parents.set(rootOf(`r${reviewerId}`), rootOf(`p${proposalId}`));
  return new Set([...parents.keys()].map(rootOf)).size;
}
