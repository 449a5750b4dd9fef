/** How gladly somebody would judge a proposal, most gladly first. */
export const BIDS = ['eager', 'willing', 'rather_not'] as const;
export type Bid = (typeof BIDS)[number];

/** How strongly each bid counts: the root that is taken of what somebody knows; 1 is no bid. */
const STRENGTH: Readonly<Record<Bid, number>> = { eager: 3, willing: 1.5, rather_not: 0.5 };
/** What somebody is worth of whom nothing is known; without it a bid could lift nobody. */
const BASE = 0.1;

/**
 * Gives how good it is, above 0 and at most 1, that somebody judges a proposal: (0.1 + 0.9 fit)^(1 / strength of the bid). The
 * form, a score to the power of one over the bid, is that of Leyton-Brown et al. (Matching papers and reviewers at large
 * conferences, arXiv 2202.12273): a bid bends what somebody knows and never replaces it.
 * @param fit 0..1, how well the proposal fits what the person knows
 */
export function affinityOf(fit: number, bid: Bid | null): number {
  return (BASE + (1 - BASE) * fit) ** (1 / (bid === null ? 1 : STRENGTH[bid]));
}
