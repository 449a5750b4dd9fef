import { type QueuedChallengeDto, type QueuedReviewDto } from '@htsm/contracts';
import { nextOpen, numberText, queueStep } from './queue-words';

const item = (assignmentId: string, state: QueuedReviewDto['state']): QueuedReviewDto => ({
  assignmentId,
  number: 1,
  state,
  isDraft: false,
  isAnchor: false,
  dueAt: '2026-12-01T00:00:00Z',
  ownScore: null,
});
const queue = (...items: QueuedReviewDto[]): QueuedChallengeDto => ({
  id: 'c',
  slug: 's',
  title: '',
  ownerName: '',
  state: 'evaluating',
  dueAt: null,
  total: items.length,
  submitted: 0,
  drafts: 0,
  items,
});

describe('the next review', () => {
  it('is the one that everybody judges first, as long as it is not in', () => {
    const anchor = { ...item('c', 'assigned'), isAnchor: true };
    expect(nextOpen(queue(item('a', 'accepted'), item('b', 'assigned'), anchor), 'a')?.assignmentId).toBe('c');
    expect(nextOpen(queue(item('a', 'accepted'), { ...anchor, state: 'submitted' }))?.assignmentId).toBe('a');
  });

  it.each([
    ['a', 'c'],
    ['c', 'd'],
    ['d', 'a'],
    [undefined, 'a'],
  ])('after %s is %s', (current, expected) => {
    const challenge = queue(
      item('a', 'accepted'),
      item('b', 'submitted'),
      item('c', 'assigned'),
      item('d', 'accepted'),
    );
    expect(nextOpen(challenge, current)?.assignmentId).toBe(expected);
  });

  it('is none when the others are in', () => {
    expect(nextOpen(queue(item('a', 'submitted'), item('b', 'accepted')), 'b')).toBeUndefined();
  });
});

it('prints numbers with two digits and tells drafts from what is to do', () => {
  expect([numberText(5), numberText(12)]).toEqual(['05', '12']);
  expect([
    queueStep(item('a', 'assigned')),
    queueStep({ ...item('a', 'accepted'), isDraft: true }),
    queueStep(item('a', 'submitted')),
  ]).toEqual(['todo', 'draft', 'submitted']);
});
