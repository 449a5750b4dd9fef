import {
  type AssignedProposalDto,
  type AssignmentDto,
  type CandidateReviewerDto,
  type PlannedPairDto,
} from '@htsm/contracts';
import { planLoads, planRows } from './plan-rows';

const task = (reviewerId: string, reviewerName: string, state: AssignmentDto['state']): AssignmentDto => ({
  id: `task ${reviewerId}`,
  reviewerId,
  reviewerName,
  state,
  dueAt: '2026-12-01T00:00:00.000Z',
  isLate: false,
  conflictReason: null,
  reviewId: null,
  submittedAt: null,
  remindedAt: null,
});
const proposal = (id: string, assignments: AssignmentDto[]): AssignedProposalDto => ({
  id,
  number: 1,
  title: id,
  summary: '',
  organisationName: '',
  organisationCity: '',
  priceEur: null,
  submittedAt: null,
  assignments,
});
const person = (id: string, partyToProposalIds: string[] = []): CandidateReviewerDto => ({
  id,
  name: id.toUpperCase(),
  openReviews: 0,
  handedIn: 0,
  assignedHere: 0,
  partyToProposalIds,
  conflicts: [],
});

const reviewers = [person('anna'), person('bram', ['p1']), person('cor'), person('dina')];
const pairs: PlannedPairDto[] = [
  { proposalId: 'p1', reviewerId: 'gone', fit: 100, bid: null, isExpert: false, isNew: false },
  { proposalId: 'p1', reviewerId: 'anna', fit: 900, bid: 'eager', isExpert: true, isNew: true },
];

describe('a plan on the page', () => {
  it('shows who has what, best fit first, and who could be added', () => {
    const one = proposal('p1', [task('gone', 'Gone', 'accepted'), task('dina', 'DINA', 'conflicted')]);
    expect(planRows([one], reviewers, { pairs, fits: new Map([['p1 cor', 5]]) })).toEqual([
      {
        proposal: one,
        sum: 1000,
        people: [
          { id: 'anna', name: 'ANNA', fit: 900, bid: 'eager', isExpert: true, isNew: true },
          { id: 'gone', name: 'Gone', fit: 100, bid: null, isExpert: false, isNew: false },
        ],
        others: [{ id: 'cor', name: 'COR', fit: 5, bid: null, isExpert: false, isNew: true }],
      },
    ]);
  });

  it('counts what stands and what is added', () => {
    expect(planLoads(reviewers.slice(0, 2), pairs)).toEqual([
      { id: 'anna', name: 'ANNA', standing: 0, added: 1 },
      { id: 'bram', name: 'BRAM', standing: 0, added: 0 },
    ]);
  });
});
