import type { RankedProposalDto } from '@htsm/contracts';
import { askedColumns, chosenColumns, columnsOf, criterionAt, inOrder, nextSort, sortOf } from './ranking-columns';

const criterion = { id: 'x', title: 'Effect', weight: 50, knockOutMinimum: null, scoreLabels: [] };
const known = columnsOf({ criteria: [criterion, criterion] });

const score = (confidence: 'low' | 'high' | null): RankedProposalDto['scores'][number] => ({
  reviewId: 'r',
  reviewerName: '',
  score: 3,
  remark: '',
  confidence,
});

const item = (number: number, values: Partial<RankedProposalDto>): RankedProposalDto => ({
  proposalId: `p${number}`,
  number,
  title: '',
  organisationName: '',
  organisationCity: '',
  place: null,
  interval: null,
  adjusted: null,
  adjustedPlace: null,
  adjustedInterval: null,
  mean: null,
  median: null,
  spread: null,
  reviewCount: 0,
  missingReviews: 0,
  isKnockedOut: false,
  isHiddenFromMe: false,
  criteria: [],
  scores: [],
  outcome: 'under_review',
  steps: [],
  version: 0,
  ...values,
});

describe('the columns of the ranking', () => {
  it('are what the address asks for, in their own order, or the usual ones', () => {
    expect(chosenColumns('criterion-2,spread,nonsense,mean', known)).toEqual(['mean', 'spread', 'criterion-2']);
    for (const asked of [undefined, '', 'nonsense,criterion-3']) {
      expect(chosenColumns(asked, known)).toEqual(['mean', 'adjusted', 'interval', 'spread', 'reviews']);
    }
  });

  it('leave the address alone when they are the usual ones', () => {
    expect(askedColumns(chosenColumns(undefined, known), known)).toBeNull();
    expect(askedColumns([], known)).toBeNull();
    expect(askedColumns(['mean', 'criterion-1'], known)).toBe('mean,criterion-1');
    expect(known.map(criterionAt).filter((at) => at !== undefined)).toEqual([0, 1]);
  });
});

describe('the order of the ranking', () => {
  const items = [
    item(2, {
      place: 1,
      mean: 4,
      adjusted: 3.5,
      interval: { best: 1, worst: 3 },
      reviewCount: 2,
      scores: [score('low')],
    }),
    item(1, {
      place: 2,
      mean: 3,
      adjusted: 3.8,
      interval: { best: 1, worst: 2 },
      reviewCount: 3,
      scores: [score(null), score('high')],
    }),
    item(3, { isHiddenFromMe: true, criteria: [{ criterionId: 'x', mean: 5, isBelowMinimum: false }] }),
  ];
  const numbers = (sort: string): number[] => inOrder(items, sort).map(({ number }) => number);

  it('has the best first and what has no value last, either way', () => {
    expect(numbers('')).toEqual([2, 1, 3]);
    expect([numbers('adjusted'), numbers('-adjusted')]).toEqual([
      [1, 2, 3],
      [2, 1, 3],
    ]);
    expect(numbers('confidence')).toEqual([1, 2, 3]);
    expect([numbers('interval'), numbers('reviews'), numbers('number'), numbers('criterion-1')]).toEqual([
      [1, 2, 3],
      [1, 2, 3],
      [1, 2, 3],
      [3, 2, 1],
    ]);
  });

  it('stays by place when the address asks for something else', () => {
    expect([numbers('nonsense'), numbers('-median')]).toEqual([
      [2, 1, 3],
      [2, 1, 3],
    ]);
  });

  it('turns with every press on a head', () => {
    expect([
      nextSort('', 'mean'),
      nextSort('mean', 'mean'),
      nextSort('-mean', 'mean'),
      nextSort('mean', 'spread'),
    ]).toEqual(['mean', '-mean', '', 'spread']);
    expect([
      sortOf('mean', 'mean'),
      sortOf('-mean', 'mean'),
      sortOf('mean', 'spread'),
      sortOf('interval', 'interval'),
    ]).toEqual(['descending', 'ascending', 'none', 'ascending']);
  });
});
