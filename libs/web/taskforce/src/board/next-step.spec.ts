import { type OverviewChallengeDto } from '@htsm/contracts';
import { isUnsealed, nextStep, stepPath } from './next-step';

const challenge = (change: Partial<OverviewChallengeDto>): OverviewChallengeDto => ({
  id: 'c',
  slug: 's',
  title: 'Zakken stapelen',
  ownerName: 'Agrifirm',
  state: 'evaluating',
  opensAt: null,
  closesAt: null,
  decisionDueAt: null,
  proposals: 0,
  expectedReviews: 0,
  submittedReviews: 0,
  answered: 0,
  ...change,
});

describe('the next step with a challenge', () => {
  it.each([
    [{ state: 'in_moderation' }, 'moderate'],
    [{ state: 'changes_requested' }, 'look'],
    [{ state: 'scheduled' }, 'look'],
    [{ state: 'open' }, 'look'],
    [{ proposals: 0 }, 'answer'],
    [{ proposals: 3, expectedReviews: 5 }, 'assign'],
    [{ proposals: 3, expectedReviews: 6, submittedReviews: 5 }, 'follow'],
    [{ proposals: 3, expectedReviews: 6, submittedReviews: 6 }, 'decide'],
    [{ state: 'decided', proposals: 3, answered: 2 }, 'answer'],
    [{ state: 'decided', proposals: 3, answered: 3 }, 'close'],
    [{ state: 'closed' }, 'answers'],
    [{ state: 'cancelled' }, 'look'],
  ] satisfies [Partial<OverviewChallengeDto>, string][])('of %j is %s', (change, step) => {
    expect(nextStep(challenge(change))).toBe(step);
  });

  it('is done on its own page', () => {
    expect(stepPath('c', 'look')).toEqual(['/taskforce/challenges', 'c']);
    expect(stepPath('c', 'decide')).toEqual(['/taskforce/challenges', 'c', 'ranking']);
  });

  it('shows no numbers before closing, nor of a stopped challenge', () => {
    const states = ['in_moderation', 'open', 'evaluating', 'decided', 'closed', 'cancelled'] as const;
    expect(states.filter((state) => isUnsealed(challenge({ state })))).toEqual(['evaluating', 'decided', 'closed']);
  });
});
