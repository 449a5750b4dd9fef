import { NotFound, type UserActor } from '@htsm/api/core';
import { existing, proposingOrganisations, refuseUnlessAccepting, refuseUnlessDraft } from './proposals.policy';
import { ProposalChallengeNotOpen, ProposalDeadlinePassed, ProposalNotADraft } from './proposals.errors';

const CLOSES = '2026-12-01T12:00:00.000Z';
const before = new Date('2026-12-01T11:59:59.999Z');
const at = new Date(CLOSES);

describe('who proposes', () => {
  it('are all organisations of somebody but companies', () => {
    const actor: UserActor = {
      kind: 'user',
      userId: 'fenna',
      sessionId: null,
      email: 'fenna@hunze.example',
      name: 'Fenna',
      locale: 'nl',
      bodies: [],
      organisations: [
        { id: 'hunze', name: 'Hunze', kind: 'sme', role: 'owner' },
        { id: 'agri', name: 'Agri', kind: 'company', role: 'owner' },
        { id: 'hanze', name: 'Hanze', kind: 'knowledge', role: 'member' },
      ],
    };
    expect(proposingOrganisations(actor)).toEqual(['hunze', 'hanze']);
  });
});

describe('a proposal that is not there', () => {
  it('is not found', () => {
    expect(() => existing(null)).toThrow(NotFound);
  });
});

describe('a challenge', () => {
  it('takes proposals while it is open and until the instant of closing', () => {
    expect(() => refuseUnlessAccepting({ state: 'open', closesAt: CLOSES }, before)).not.toThrow();
    expect(() => refuseUnlessAccepting({ state: 'open', closesAt: CLOSES }, at)).toThrow(ProposalDeadlinePassed);
  });

  it('names its instant of closing when it is past', () => {
    const late = (): void => refuseUnlessAccepting({ state: 'evaluating', closesAt: CLOSES }, at);
    expect(late).toThrow(new ProposalDeadlinePassed(at));
    expect(late).toThrow(ProposalDeadlinePassed);
  });

  it('that was cancelled or is not open yet is not open, whatever the clock says', () => {
    expect(() => refuseUnlessAccepting({ state: 'cancelled', closesAt: CLOSES }, at)).toThrow(ProposalChallengeNotOpen);
    expect(() => refuseUnlessAccepting({ state: 'scheduled', closesAt: CLOSES }, before)).toThrow(
      ProposalChallengeNotOpen,
    );
  });
});

describe('only a draft', () => {
  it('is changed', () => {
    expect(() => refuseUnlessDraft({ state: 'draft' })).not.toThrow();
    expect(() => refuseUnlessDraft({ state: 'submitted' })).toThrow(ProposalNotADraft);
  });
});
