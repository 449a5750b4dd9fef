import { NotFound, type ActorOrganisation, type UserActor } from '@htsm/api/core';
import { ownProfiled, profiledOrganisations } from './profiles.policy';

const agri: ActorOrganisation = { id: 'agri', name: 'Agri', kind: 'company', role: 'owner' };
const hunze: ActorOrganisation = { id: 'hunze', name: 'Hunze', kind: 'sme', role: 'member' };
const hanze: ActorOrganisation = { id: 'hanze', name: 'Hanze', kind: 'knowledge', role: 'member' };

function memberOf(...organisations: ActorOrganisation[]): UserActor {
  return {
    kind: 'user',
    userId: 'fenna',
    sessionId: null,
    email: 'fenna@hunze.example',
    name: 'Fenna',
    locale: 'nl',
    bodies: [],
    organisations,
  };
}

describe('whose profile somebody writes', () => {
  it('is that of every organisation that solves', () => {
    expect(profiledOrganisations(memberOf(agri, hunze, hanze))).toEqual(['hunze', 'hanze']);
  });

  it('is the first when none is named, else the named one', () => {
    expect(ownProfiled(memberOf(agri, hunze, hanze), undefined)).toBe('hunze');
    expect(ownProfiled(memberOf(agri, hunze, hanze), 'hanze')).toBe('hanze');
  });

  it('is not found for a company, a stranger, and somebody who belongs nowhere', () => {
    expect(() => ownProfiled(memberOf(agri, hunze), 'agri')).toThrow(NotFound);
    expect(() => ownProfiled(memberOf(hunze), 'rival')).toThrow(NotFound);
    expect(() => ownProfiled(memberOf(), undefined)).toThrow(NotFound);
  });
});
