import { type ChangeOrganisationDto, constraints, type OrganisationDto } from '@htsm/contracts';
import { type TextFunction } from '@htsm/web/core';

/** The profile as it is filled in: capabilities one per line, no region as an empty choice. */
export interface ProfileForm extends Omit<ChangeOrganisationDto, 'region' | 'capabilities' | 'version'> {
  readonly region: string;
  readonly capabilities: string;
}

const limits = constraints['ChangeOrganisationDto'];
const mostCapabilities = 30;
const longestCapability = 80;

/** Every field may stay empty; only lengths and sizes count. */
export const profileLimits = {
  city: { maxLength: limits.city.maxLength },
  website: { maxLength: limits.website.maxLength },
  employees: { minimum: limits.employees.minimum, maximum: limits.employees.maximum },
  profileNl: { maxLength: limits.profileNl.maxLength },
  profileEn: { maxLength: limits.profileEn.maxLength },
};

/** Fills the form from what the server has. */
export function toForm(organisation: OrganisationDto): ProfileForm {
  return {
    city: organisation.city,
    region: organisation.region ?? '',
    website: organisation.website,
    employees: organisation.employees,
    profileNl: organisation.profileNl,
    profileEn: organisation.profileEn,
    themes: organisation.themes,
    capabilities: organisation.capabilities.join('\n'),
  };
}

/** Makes what the server takes: lines become a list, a bare web address gets its https. */
export function fromForm(form: ProfileForm, version: number): ChangeOrganisationDto {
  return {
    ...form,
    website: withScheme(form.website.trim()),
    region: form.region === '' ? null : (form.region as ChangeOrganisationDto['region']), // one of the options of the list
    capabilities: linesOf(form.capabilities),
    version,
  };
}

/** Says what is wrong with the fields that the table of limits does not know. */
export function checkProfile(form: ProfileForm, t: TextFunction): Record<string, string | undefined> {
  const lines = linesOf(form.capabilities);
  const isTooMuch = lines.length > mostCapabilities || lines.some((line) => line.length > longestCapability);
  return {
    capabilities: isTooMuch
      ? t('accounts.organisation.capabilitiesLimit', { lines: mostCapabilities, max: longestCapability })
      : undefined,
  };
}

function linesOf(text: string): string[] {
  const lines = text.split('\n').map((line) => line.trim());
  return [...new Set(lines.filter((line) => line.length >= 2))];
}

function withScheme(address: string): string {
  return address === '' || /^https?:\/\//i.test(address) ? address : `https://${address}`;
}
