import { type LateReviewerDto, type TaskforceBoardDto } from '@htsm/contracts';
import { formatsFor } from '@htsm/web/ui';
import { boardLanes, type LaneItem } from './board-lanes';

const now = '2026-11-22T12:00:00Z';
const words = {
  t: (key: string, values: object = {}) => [key, ...Object.values(values)].join(' '),
  plural: (key: string, n: number) => `${key} ${n}`,
  formats: formatsFor('nl'),
  now: Date.parse(now),
};
const empty: TaskforceBoardDto = {
  toModerate: { count: 0, items: [] },
  toAssign: { count: 0, items: [] },
  lateReviews: { count: 0, reviewers: 0, items: [] },
  answersOwed: { count: 0, items: [] },
  checkIns: { count: 0, items: [] },
  now,
};
const challenge = { challengeId: 'c', title: 'Bruggen', ownerName: 'Strukton' };
const late: LateReviewerDto = {
  reviewerId: 'r',
  reviewerName: 'Hofstra',
  challengeId: 'c',
  challengeTitle: 'Bruggen',
  assignmentId: 'a',
  late: 2,
  submitted: 4,
  total: 6,
  oldestDueAt: '2026-11-20T11:00:00Z',
  remindedAt: null,
};

/** The only item of the board, in whichever lane it is. */
function itemOf(board: Partial<TaskforceBoardDto>): LaneItem | undefined {
  return boardLanes({ ...empty, ...board }, words).flatMap((lane) => lane.items)[0];
}

describe('the lanes of the board', () => {
  it('are always four, in the order of the work', () => {
    expect(boardLanes(empty, words).map(({ name, count }) => [name, count])).toEqual([
      ['moderate', 0],
      ['assign', 0],
      ['late', 0],
      ['answer', 0],
    ]);
  });

  it.each([
    ['2026-11-22T08:00:00Z', 'still', 'taskforce.lane.today'],
    ['2026-11-20T11:00:00Z', 'still', 'taskforce.lane.waits 2'],
    ['2026-11-19T11:00:00Z', 'act', 'taskforce.lane.waits 3'],
  ])('show since when a challenge waits: %s', (since, tone, pill) => {
    expect(itemOf({ toModerate: { count: 1, items: [{ ...challenge, since }] } })).toMatchObject({
      tone,
      pill,
      path: ['/taskforce/challenges', 'c'],
    });
  });

  it.each([
    [null, 'still', 'taskforce.lane.noPromise'],
    ['2027-01-08T12:00:00Z', 'still', 'taskforce.lane.promised 8 jan 2027'],
    ['2026-12-02T12:00:00Z', 'still', 'taskforce.lane.promised 2 dec'],
    ['2026-11-27T12:00:00Z', 'act', 'taskforce.lane.promised 27 nov'],
    ['2026-11-21T12:00:00Z', 'stop', 'taskforce.lane.broken 21 nov'],
  ])('show what was promised: %s', (decisionDueAt, tone, pill) => {
    const items = [{ ...challenge, decisionDueAt, unfinished: 1, total: 3 }];
    expect(itemOf({ answersOwed: { count: 3, items } })).toMatchObject({
      tone,
      pill,
      path: ['/taskforce/challenges', 'c', 'answers'],
    });
  });

  it('offer a reminder, and not twice within twenty hours', () => {
    const reminder = (remindedAt: string | null) =>
      itemOf({ lateReviews: { count: 2, reviewers: 1, items: [{ ...late, remindedAt }] } })?.reminder?.blocked;
    expect(reminder(null)).toBe('');
    expect(reminder('2026-11-21T15:00:00Z')).toBe('');
    expect(reminder('2026-11-21T17:00:00Z')).toBe('taskforce.lane.remindLater');
  });
});
