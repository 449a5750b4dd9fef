import type { CandidateReviewerDto, ReviewerFitDto } from '@htsm/contracts';
import { bestFirst, meanFit } from './mean-fit';

const reviewer = (id: string): CandidateReviewerDto => ({
  ...{ id, name: id, openReviews: 0, handedIn: 0, assignedHere: 0 },
  partyToProposalIds: [],
  conflicts: [],
});
const fit = (reviewerId: string, p: number, q: number): ReviewerFitDto => ({
  ...{ reviewerId, locale: 'nl', words: '', themes: [] },
  proposals: [
    { proposalId: 'p', score: p },
    { proposalId: 'q', score: q },
  ],
});

describe('how a reviewer fits what is chosen', () => {
  it('is the mean over the chosen proposals, and nothing when none is chosen', () => {
    expect([
      meanFit(fit('a', 200, 600), new Set(['p', 'q'])),
      meanFit(fit('a', 200, 600), new Set(['q'])),
      meanFit(fit('a', 200, 600), new Set()),
    ]).toEqual([400, 600, null]);
  });

  it('puts the best first and keeps the order of the others', () => {
    const fits = new Map([fit('b', 100, 0), fit('d', 300, 0)].map((one) => [one.reviewerId, one]));
    const order = (chosen: string[]) =>
      bestFirst(['a', 'b', 'c', 'd'].map(reviewer), fits, new Set(chosen)).map(({ id }) => id);
    expect([order(['p']), order([]), order(['q'])]).toEqual([
      ['d', 'b', 'a', 'c'],
      ['a', 'b', 'c', 'd'],
      ['b', 'd', 'a', 'c'],
    ]);
  });
});
