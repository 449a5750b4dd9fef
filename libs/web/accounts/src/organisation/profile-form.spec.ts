import { type OrganisationDto } from '@htsm/contracts';
import { checkProfile, fromForm, toForm } from './profile-form';

const organisation: OrganisationDto = {
  id: '6f1c1b0e-0000-4000-8000-000000000001',
  name: 'Hunzebot',
  kind: 'sme',
  kvkNumber: '70010001',
  city: 'Assen',
  region: null,
  website: 'https://hunzebot.example.nl',
  employees: null,
  profileNl: 'Robots.',
  profileEn: '',
  themes: ['robotics'],
  capabilities: ['grijpers', 'beeldherkenning'],
  version: 3,
};
const t = (key: string): string => key;

describe('the profile form', () => {
  it('gives back what it was filled with', () => {
    expect(fromForm(toForm(organisation), 3)).toEqual({
      city: 'Assen',
      region: null,
      website: 'https://hunzebot.example.nl',
      employees: null,
      profileNl: 'Robots.',
      profileEn: '',
      themes: ['robotics'],
      capabilities: ['grijpers', 'beeldherkenning'],
      version: 3,
    });
  });

  it('reads lines and addresses as people type them', () => {
    const form = {
      ...toForm(organisation),
      website: ' hunzebot.example.nl',
      capabilities: ' lassen \n\nlassen\n x\nfrezen',
    };
    expect(fromForm(form, 4)).toMatchObject({
      website: 'https://hunzebot.example.nl',
      capabilities: ['lassen', 'frezen'],
      version: 4,
    });
  });

  it('refuses too many or too long capabilities', () => {
    const many = Array.from({ length: 31 }, (_, n) => `kunde ${n}`).join('\n');
    expect(checkProfile({ ...toForm(organisation), capabilities: many }, t)['capabilities']).toBe(
      'accounts.organisation.capabilitiesLimit',
    );
    expect(checkProfile({ ...toForm(organisation), capabilities: 'x'.repeat(81) }, t)['capabilities']).toBeDefined();
    expect(checkProfile(toForm(organisation), t)['capabilities']).toBeUndefined();
  });
});
