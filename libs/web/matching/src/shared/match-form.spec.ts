import { emptyMatch, toChange, toForm, toRecord } from './match-form';

describe('the form of a match', () => {
  it('sends days that are not filled in as null', () => {
    expect(toRecord({ ...emptyMatch, agreed: ' Proef van zes weken. ', nextCheckInOn: '2027-01-10' }, 'p')).toEqual({
      proposalId: 'p',
      agreed: 'Proef van zes weken.',
      introductionOn: null,
      nextCheckInOn: '2027-01-10',
    });
  });

  it('changes nothing when nothing was typed', () => {
    const match = { state: 'introduced' as const, agreed: 'A', introductionOn: '2026-11-15', nextCheckInOn: null };
    const whole = { ...match, id: 'm', challengeId: 'c', challengeSlug: 's', challengeTitle: 't', ownerName: 'o' };
    const rest = {
      proposalId: 'p',
      proposalTitle: 'q',
      organisationName: 'r',
      createdAt: '',
      updatedAt: '',
      version: 3,
    };
    expect(toChange(toForm({ ...whole, ...rest }), 3)).toEqual({ version: 3, ...match });
  });
});
