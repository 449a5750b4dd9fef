import { type ProfileDto } from '@htsm/contracts';
import { checkProfile, emptyProfile, mergeOnto, toContent, toForm } from './profile-form';

const profile: ProfileDto = {
  organisationId: '6f1c1b0e-0000-4000-8000-000000000001',
  organisationName: 'Hunzebot',
  locale: 'nl',
  about: 'Robots.',
  themes: ['robotics'],
  capabilities: ['grijpers'],
  regions: ['drenthe'],
  certificates: ['iso_9001'],
  size: 'small',
  trlMin: 4,
  trlMax: null,
  showsName: true,
  version: 3,
  updatedAt: '2026-11-22T12:00:00.000Z',
  documents: [],
};
const t = (key: string): string => key;

describe('the form of a profile', () => {
  it('gives back what it was filled with', () => {
    expect(toContent(toForm(profile))).toEqual({
      locale: 'nl',
      about: 'Robots.',
      themes: ['robotics'],
      capabilities: ['grijpers'],
      regions: ['drenthe'],
      certificates: ['iso_9001'],
      size: 'small',
      trlMin: 4,
      trlMax: null,
      showsName: true,
    });
  });

  it('gives nothing for a choice that was not made', () => {
    expect(toContent(emptyProfile)).toMatchObject({ size: null, trlMin: null, trlMax: null });
  });

  it.each([
    ['4', '4', undefined],
    ['4', '', undefined],
    ['', '2', undefined],
    ['5', '4', 'matching.profile.trlUpsideDown'],
  ])('says what is wrong with readiness from %p to %p', (trlMin, trlMax, fault) => {
    expect(checkProfile({ ...emptyProfile, trlMin, trlMax }, t)).toEqual({ trlMax: fault });
  });

  it('keeps what the reader changed and takes what only the colleague changed', () => {
    const base = toForm(profile);
    const theirs = { ...base, about: 'Van een collega.', themes: ['materials' as const] };
    const mine = { ...base, about: 'Van mij.', size: 'micro' };
    expect(mergeOnto(theirs, base, mine)).toEqual({ ...theirs, about: 'Van mij.', size: 'micro' });
  });
});
