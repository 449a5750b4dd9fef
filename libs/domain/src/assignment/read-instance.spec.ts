import loadHighs from 'highs';
import { assignReviewers, explainShortage, InstanceFault, readInstance, type AssignmentOutcome } from './index';

const good = {
  k: 2,
  mode: 'sum',
  defaultAffinity: 0,
  proposals: [{ id: 'p1' }, { id: 'p2' }],
  reviewers: [
    { id: 'r1', minLoad: 0, maxLoad: 2 },
    { id: 'r2', minLoad: 0, maxLoad: 2 },
    { id: 'r3', minLoad: 0, maxLoad: 2 },
  ],
  affinity: [['p1', 'r1', 0.5]],
  conflicts: [],
  fixed: [],
};
const assign = async (value: unknown): Promise<AssignmentOutcome> =>
  assignReviewers(readInstance(value), { loadSolver: () => loadHighs() });

describe('an instance from a file', () => {
  it('may leave out what has a natural value', () => {
    const { k, proposals } = good;
    expect(readInstance({ k, proposals, reviewers: [{ id: 'r1', maxLoad: 3 }] })).toEqual({
      k,
      mode: 'sum',
      defaultAffinity: null,
      proposals,
      reviewers: [{ id: 'r1', minLoad: 0, maxLoad: 3 }],
      affinity: [],
      conflicts: [],
      fixed: [],
    });
  });

  it.each([
    [[], 'The file must hold one object.'],
    [{ ...good, k: 0 }, 'k must be a whole number of 1 or more.'],
    [{ ...good, mode: 'best' }, 'mode must be "sum" or "fair".'],
    [{ ...good, defaultAffinity: '0' }, 'defaultAffinity must be a number or null.'],
    [{ ...good, proposals: 3 }, 'proposals must be a list.'],
    [{ ...good, proposals: [{}] }, 'proposals[0].id must be a text.'],
    [{ ...good, proposals: [{ id: 'p1' }, { id: 'p1' }] }, 'proposals has the id "p1" twice.'],
    [{ ...good, reviewers: [{ id: 'r1', maxLoad: -1 }] }, 'reviewers[0].maxLoad must be a whole number of 0 or more.'],
    [
      { ...good, reviewers: [{ id: 'r1', minLoad: 2, maxLoad: 1 }] },
      'reviewers[0].minLoad must not be above its maxLoad.',
    ],
    [{ ...good, affinity: [['p1', 'r1']] }, 'affinity[0] must be a list of a proposal and a reviewer and a number.'],
    [{ ...good, affinity: [['p1', 'r1', null]] }, 'affinity[0]: the affinity must be a number.'],
    [{ ...good, affinity: [['p9', 'r1', 1]] }, 'affinity[0] names a proposal that is not in proposals: "p9".'],
    [{ ...good, conflicts: [['p1', 7]] }, 'conflicts[0] names a reviewer that is not in reviewers: 7.'],
    [
      {
        ...good,
        affinity: [
          ['p1', 'r1', 1],
          ['p1', 'r1', 1],
        ],
      },
      'affinity[1]: p1 and r1 stand twice.',
    ],
    [{ ...good, fixed: [['p1', 'r1']], conflicts: [['p1', 'r1']] }, 'fixed[0]: p1 and r1 stand in conflicts too.'],
    [{ ...good, k: 1, fixed: ['r1', 'r2'].map((id) => ['p1', id]) }, 'fixed gives p1 more reviewers, and k is 1.'],
    [
      { ...good, reviewers: [{ id: 'r1', maxLoad: 1 }], affinity: [], fixed: ['p1', 'p2'].map((id) => [id, 'r1']) },
      'fixed gives r1 more proposals than its maxLoad allows.',
    ],
  ])('is refused with the field: %j', async (value, message) => {
    await expect(assign(value)).rejects.toEqual(new InstanceFault(message));
  });

  it.each([
    [
      { ...good, conflicts: ['r1', 'r2'].map((id) => ['p2', id]) },
      'k: p2 may have 1 reviewers and needs 2, without breaking a conflict.',
      ['p2'],
    ],
    [
      { ...good, reviewers: good.reviewers.map((one) => ({ ...one, maxLoad: 1 })) },
      'maxLoad: r1, r2 and r3 may take 3 reviews in all, and p1 and p2 need 4 that only they can give.',
      ['p2'],
    ],
    [
      { ...good, reviewers: good.reviewers.map((one) => ({ ...one, minLoad: 2 })) },
      'minLoad: reviewers are to have 6 reviews at least, and 4 are needed.',
      [],
    ],
    [
      {
        ...good,
        reviewers: [...good.reviewers.slice(0, 2), { id: 'r3', minLoad: 1, maxLoad: 2 }],
        conflicts: ['p1', 'p2'].map((id) => [id, 'r3']),
      },
      'minLoad: the reviewers cannot all have as many reviews as they are to have at least, beside the conflicts.',
      [],
    ],
  ])('names the rule to relax: %j', async (value, message, unfilled) => {
    const { result, shortage } = await assign(value);
    expect([shortage && explainShortage(shortage), result.unfilled]).toEqual([message, unfilled]);
    expect(result.assignments).toHaveLength(4 - unfilled.length);
  });
});
