import { planChanges } from './plan-changes';

const pair = (proposalId: string, reviewerId: string) => ({
  proposalId,
  reviewerId,
  fit: 0,
  bid: null,
  isExpert: false,
  isNew: true,
});

describe('what a plan changes', () => {
  it('is given, taken away or moved, and nothing where it is the same', () => {
    const before = [pair('p1', 'anna'), pair('p1', 'bram'), pair('p2', 'anna'), pair('p3', 'cor')];
    const now = [pair('p1', 'anna'), pair('p1', 'cor'), pair('p2', 'anna'), pair('p2', 'bram')];
    expect(planChanges(before, now)).toEqual([
      { proposalId: 'p1', givenTo: 'cor', takenFrom: 'bram' },
      { proposalId: 'p2', givenTo: 'bram', takenFrom: null },
      { proposalId: 'p3', givenTo: null, takenFrom: 'cor' },
    ]);
    expect(planChanges(now, now)).toEqual([]);
  });
});
