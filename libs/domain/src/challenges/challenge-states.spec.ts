import { canCancelChallenge, CHALLENGE_STATES, stateAt } from './challenge-states';

describe('the life of a challenge', () => {
  it('lets the owner cancel until it opens and the taskforce until it is closed', () => {
    const may = (who: 'owner' | 'taskforce'): string[] =>
      CHALLENGE_STATES.filter((state) => canCancelChallenge(state, who));
    expect(may('owner')).toEqual(['in_moderation', 'changes_requested', 'scheduled']);
    expect(may('taskforce')).toEqual([
      'in_moderation',
      'changes_requested',
      'scheduled',
      'open',
      'evaluating',
      'decided',
    ]);
  });

  it('ends open at the closing instant itself', () => {
    const closesAt = new Date('2026-12-11T16:00:00.000Z');
    expect(stateAt('open', closesAt, new Date('2026-12-11T15:59:59.999Z'))).toBe('open');
    expect(stateAt('open', closesAt, closesAt)).toBe('evaluating');
    expect(stateAt('scheduled', closesAt, closesAt)).toBe('scheduled');
  });
});
