import { NotFound, type UserActor } from '@htsm/api/core';
import { NotOwner } from './accounts.errors';
import { requireMember, requireOwner } from './accounts.policy';

const hunze = { id: 'hunze', name: 'Hunze', kind: 'sme', role: 'owner' } as const;
const kwelder = { id: 'kwelder', name: 'Kwelder', kind: 'sme', role: 'member' } as const;
const actor: UserActor = {
  kind: 'user',
  userId: 'fenna',
  sessionId: null,
  email: 'fenna@hunze.example',
  name: 'Fenna',
  locale: 'nl',
  bodies: [],
  organisations: [hunze, kwelder],
};

describe('what an organisation asks of somebody', () => {
  it('is found among their own by its id, and only there', () => {
    expect(requireMember(actor, 'kwelder')).toBe(kwelder);
    expect(requireMember(actor, 'hunze')).toBe(hunze);
    expect(() => requireMember(actor, 'rival')).toThrow(NotFound);
  });

  it('lets its owner pass, and tells a member apart from a stranger', () => {
    expect(requireOwner(actor, 'hunze')).toBe(hunze);
    expect(() => requireOwner(actor, 'kwelder')).toThrow(NotOwner);
    expect(() => requireOwner(actor, 'rival')).toThrow(NotFound);
  });
});
