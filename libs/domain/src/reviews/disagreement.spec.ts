import { disagreements, scoreDistributions } from './disagreement';
import { rankProposals, type JudgedProposal } from './ranking';

const criteria = [
  { id: 'effect', weight: 60, knockOutMinimum: null },
  { id: 'price', weight: 40, knockOutMinimum: null },
];

const proposal = (id: string, ...reviews: readonly (readonly (number | null)[])[]): JudgedProposal => ({
  id,
  expectedReviews: reviews.length,
  reviews: reviews.map((scores, index) => ({
    reviewerId: `r${index}`,
    scores: scores.map((score, at) => ({
      criterionId: criteria[at]?.id ?? '',
      score,
      isNotApplicable: score === null,
    })),
  })),
});

const field = [
  proposal('agreed', [3, 3], [4, 3]),
  proposal('apart', [1, 2], [3, 3]),
  proposal('far apart', [0, 1], [5, 2], [3, null]),
  proposal('unjudged'),
  proposal('one criterion', [3, 5], [3, 2]),
];

it('lists the proposals to talk about, widest first, with the criteria that differ as much', () => {
  expect(disagreements(criteria, field, rankProposals(criteria, field))).toEqual([
    { id: 'far apart', spread: 3.4, criteria: [{ criterionId: 'effect', spread: 5 }] },
    { id: 'apart', spread: expect.closeTo(1.6, 10) as number, criteria: [{ criterionId: 'effect', spread: 2 }] },
  ]);
});

it('counts how often each score was given, with "not applicable" apart', () => {
  expect(scoreDistributions(criteria, field)).toEqual([
    { criterionId: 'effect', counts: [1, 1, 0, 5, 1, 1], notApplicable: 0, mean: 25 / 9 },
    { criterionId: 'price', counts: [0, 1, 3, 3, 0, 1], notApplicable: 1, mean: 21 / 8 },
  ]);
});
