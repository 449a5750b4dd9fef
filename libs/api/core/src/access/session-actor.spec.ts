import { sessionActor, type PersonRow } from './session-hook';

const ORGANISATION = { id: 'o', name: 'Hunze', kind: 'sme', role: 'owner' } as const;
const PERSON: PersonRow = {
  id: 'p',
  email: 'p@example.nl',
  name: 'Pia',
  locale: 'nl',
  roles: ['taskforce'],
  organisations: [ORGANISATION],
  sessionId: 's',
  hasSecondFactor: false,
  isExempt: false,
};
const RULES = {
  publicUrl: 'https://challenges.example',
  isSecondFactorRequired: true,
  isProduction: true,
  roleSession: { idleHours: 12, longestHours: 168 },
};

/** What somebody may with a session: their roles and organisations, or that they owe a second factor. */
function rights(person: Partial<PersonRow>, rules: Partial<typeof RULES> = {}): unknown {
  const actor = sessionActor({ ...PERSON, ...person }, { ...RULES, ...rules });
  return [actor.bodies, actor.organisations.map(({ name }) => name), actor.owesSecondFactor ?? false];
}

describe('a session', () => {
  it.each([
    ['of the taskforce without a second factor', {}],
    ['of a reviewer without one', { roles: ['review_panel'] } as const],
    ['of a demo sign-in in production', { isExempt: true }],
  ])('%s has no rights', (_whose, { roles, ...person }: { roles?: readonly ['review_panel']; isExempt?: boolean }) => {
    expect(rights({ ...person, roles: [...(roles ?? PERSON.roles)] })).toEqual([[], [], true]);
  });

  it('has its rights with a second factor, without a role, as a demo sign-in elsewhere, and where none is asked for', () => {
    const all = [['taskforce'], ['Hunze'], false];
    expect(rights({ hasSecondFactor: true })).toEqual(all);
    expect(rights({ isExempt: true }, { isProduction: false })).toEqual(all);
    expect(rights({}, { isSecondFactorRequired: false })).toEqual(all);
    expect(rights({ roles: [] })).toEqual([[], ['Hunze'], false]);
  });
});
