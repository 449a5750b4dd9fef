import { type MyProposalSummaryDto } from '@htsm/contracts';

/** The groups of the home page, in their order: what to do first, what others do now, what is answered, what is over. */
export const PROPOSAL_GROUPS = ['todo', 'waiting', 'answered', 'past'] as const;
export type ProposalGroup = (typeof PROPOSAL_GROUPS)[number];

/** Puts every proposal in its group; in the first what closes first is on top, elsewhere the given order stays. */
export function groupProposals(
  proposals: readonly MyProposalSummaryDto[],
  now: number,
): { name: ProposalGroup; items: MyProposalSummaryDto[] }[] {
  return PROPOSAL_GROUPS.map((name) => {
    const items = proposals.filter((proposal) => groupOf(proposal, now) === name);
    return { name, items: name === 'todo' ? items.sort((a, b) => closing(a) - closing(b)) : items };
  }).filter(({ items }) => items.length > 0);
}

/** Whether the challenge still takes proposals at `now`, in milliseconds. */
export function isOpen(proposal: MyProposalSummaryDto, now: number): boolean {
  return proposal.challenge.state === 'open' && now < closing(proposal);
}

function groupOf(proposal: MyProposalSummaryDto, now: number): ProposalGroup {
  if (proposal.state === 'draft') return isOpen(proposal, now) ? 'todo' : 'past';
  if (proposal.state === 'withdrawn') return 'past';
  return ['awarded', 'declined', 'reserve'].includes(proposal.state) ? 'answered' : 'waiting';
}

function closing(proposal: MyProposalSummaryDto): number {
  return Date.parse(proposal.challenge.closesAt);
}
