import { CHALLENGE_TRANSITIONS } from '../challenges/challenge-states';
import { PROPOSAL_TRANSITIONS } from '../proposals/proposal-states';
import { ASSIGNMENT_TRANSITIONS } from '../reviews/assignment-states';
import { SUGGESTION_TRANSITIONS } from '../suggestions/suggestion-states';
import { nextState, possibleSteps, unreachableStates } from './state-table';

describe('state tables', () => {
  it('reach every state from the first one', () => {
    expect(unreachableStates(CHALLENGE_TRANSITIONS, 'draft')).toEqual([]);
    expect(unreachableStates(PROPOSAL_TRANSITIONS, 'draft')).toEqual([]);
    expect(unreachableStates(ASSIGNMENT_TRANSITIONS, 'assigned')).toEqual([]);
    expect(unreachableStates(SUGGESTION_TRANSITIONS, 'suggested')).toEqual([]);
  });

  it('name the states that nothing leads to', () => {
    expect(unreachableStates<'a' | 'b' | 'c', 'go'>({ a: { go: 'b' }, b: {}, c: { go: 'b' } }, 'a')).toEqual(['c']);
  });

  it('refuse a step that is not in the table', () => {
    expect(nextState(CHALLENGE_TRANSITIONS, 'draft', 'open')).toBeNull();
    expect(nextState(CHALLENGE_TRANSITIONS, 'scheduled', 'open')).toBe('open');
  });

  it('allow cancelling a challenge in every state after draft until it is closed', () => {
    const cancellable = Object.entries(CHALLENGE_TRANSITIONS).filter(([, steps]) => 'cancel' in steps);
    expect(cancellable.map(([state]) => state)).toEqual([
      'in_moderation',
      'changes_requested',
      'scheduled',
      'open',
      'evaluating',
      'decided',
    ]);
  });

  it('leave no way out of a withdrawn proposal', () => {
    expect(possibleSteps(PROPOSAL_TRANSITIONS, 'withdrawn')).toEqual([]);
  });
});
