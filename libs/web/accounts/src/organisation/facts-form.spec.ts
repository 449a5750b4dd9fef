import { type OrganisationDto } from '@htsm/contracts';
import { fromForm, toForm } from './facts-form';

const organisation: OrganisationDto = {
  id: '6f1c1b0e-0000-4000-8000-000000000001',
  name: 'Hunzebot',
  kind: 'sme',
  kvkNumber: '70010001',
  groupKvkNumber: '70010002',
  city: 'Assen',
  region: null,
  website: 'https://hunzebot.example.nl',
  employees: null,
  version: 3,
};

describe('the form with facts of an organisation', () => {
  it('gives back what it was filled with', () => {
    expect(fromForm(toForm(organisation), 3)).toEqual({
      city: 'Assen',
      region: null,
      website: 'https://hunzebot.example.nl',
      employees: null,
      groupKvkNumber: '70010002',
      version: 3,
    });
  });

  it('reads addresses as people type them', () => {
    const form = { ...toForm(organisation), website: ' hunzebot.example.nl', region: 'drenthe' };
    expect(fromForm(form, 4)).toMatchObject({ website: 'https://hunzebot.example.nl', region: 'drenthe', version: 4 });
  });
});
