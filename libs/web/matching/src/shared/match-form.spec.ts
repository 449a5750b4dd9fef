import { type MatchPageDto } from '@htsm/contracts';
import { emptyMatch, mergeOnto, toChange, toForm, toRecord } from './match-form';

const match: MatchPageDto = {
  id: 'm',
  state: 'introduced',
  agreed: 'Zes weken',
  introductionOn: '2026-11-15',
  nextCheckInOn: null,
  challengeId: 'c',
  challengeSlug: 's',
  challengeTitle: 't',
  ownerName: 'o',
  proposalId: 'p',
  proposalTitle: 'q',
  organisationId: '00000000-0000-4000-8000-000000000009',
  organisationName: 'r',
  createdAt: '',
  updatedAt: '',
  version: 3,
  nextStates: ['in_talks', 'agreed', 'ended'],
  notes: [],
};

describe('the form of a match', () => {
  it('sends days that are not filled in as null', () => {
    expect(toRecord({ ...emptyMatch, agreed: ' Zes weken ', nextCheckInOn: '2027-01-10' }, 'p')).toEqual({
      proposalId: 'p',
      agreed: 'Zes weken',
      introductionOn: null,
      nextCheckInOn: '2027-01-10',
    });
  });

  it('changes nothing when nothing was typed', () => {
    expect(toChange(toForm(match), 3)).toEqual({
      version: 3,
      state: 'introduced',
      agreed: 'Zes weken',
      introductionOn: '2026-11-15',
      nextCheckInOn: null,
    });
  });

  it('keeps after a conflict what the reader changed, and takes over the rest', () => {
    const base = { state: 'planned', agreed: 'Eerst', introductionOn: '', nextCheckInOn: '' } as const;
    expect(mergeOnto(match, base, { ...base, agreed: 'Mijn tekst', nextCheckInOn: '2027-01-10' })).toEqual({
      state: 'introduced',
      agreed: 'Mijn tekst',
      introductionOn: '2026-11-15',
      nextCheckInOn: '2027-01-10',
    });
  });

  it('keeps the reader’s state only where it can follow', () => {
    const base = { ...toForm(match), state: 'planned' } as const;
    expect(mergeOnto(match, base, { ...base, state: 'agreed' }).state).toBe('agreed');
    expect(mergeOnto({ ...match, nextStates: [] }, base, { ...base, state: 'agreed' }).state).toBe('introduced');
  });
});
