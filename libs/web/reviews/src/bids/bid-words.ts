import { type BidCardDto, type BidsDto } from '@htsm/contracts';

/** What can be said of a proposal, in the order of the page. */
export const BID_WORDS = ['eager', 'willing', 'rather_not', 'none'] as const;
export type BidWord = (typeof BID_WORDS)[number];

/** Gives the same page with another bid on one proposal. */
export function withBid({ challenges }: BidsDto, proposalId: string, bid: BidCardDto['bid']): BidsDto {
  return {
    challenges: challenges.map((challenge) => ({
      ...challenge,
      proposals: challenge.proposals.map((card) => (card.proposalId === proposalId ? { ...card, bid } : card)),
    })),
  };
}
