import { Problem } from '@htsm/web/core';
import { choiceConstraints, choicesOf, firstChoices, newerVersion } from './choices';

describe('the choices of a subscriber', () => {
  it('begin with everything, once a week, in the language of the page', () => {
    expect(firstChoices('en')).toEqual({ themes: [], regions: [], frequency: 'weekly', locale: 'en' });
  });

  it('are all that is taken out of a subscription', () => {
    const choices = {
      themes: ['robotics' as const],
      regions: ['drenthe' as const],
      frequency: 'daily' as const,
      locale: 'nl' as const,
    };
    const rest = { email: 'anna@example.nl', state: 'active' as const, confirmedAt: null, version: 3 };
    expect(choicesOf({ ...choices, ...rest })).toEqual(choices);
  });

  it('may stay empty, but the address may not', () => {
    const limits = choiceConstraints('SubscribeDto');
    expect([limits['themes'], limits['regions'], limits['email']?.required]).toEqual([{}, {}, true]);
  });

  it('can be saved over a newer version once the reader knows of it', () => {
    expect(newerVersion(new Problem(409, { code: 'version_conflict', current: { version: 7 } }))).toBe(7);
    expect(newerVersion(new Problem(409, { code: 'version_conflict', current: 'odd' }))).toBeUndefined();
    expect(newerVersion(new Problem(422, { code: 'validation_failed' }))).toBeUndefined();
    expect(newerVersion(null)).toBeUndefined();
  });
});
