import { type ChangeOrganisationDto, constraints, type OrganisationDto } from '@htsm/contracts';

/** The facts as they are filled in: no region as an empty choice. */
export interface FactsForm extends Omit<ChangeOrganisationDto, 'region' | 'version'> {
  readonly region: string;
}

const limits = constraints['ChangeOrganisationDto'];

/** Every field may stay empty; only lengths and sizes count. */
export const factLimits = {
  city: { maxLength: limits.city.maxLength },
  groupKvkNumber: { maxLength: limits.groupKvkNumber.maxLength },
  website: { maxLength: limits.website.maxLength },
  employees: { minimum: limits.employees.minimum, maximum: limits.employees.maximum },
};

/** Fills the form from what the server has. */
export function toForm({ city, region, website, employees, groupKvkNumber }: OrganisationDto): FactsForm {
  return { city, region: region ?? '', website, employees, groupKvkNumber };
}

/** Makes what the server takes: a bare web address gets its https. */
export function fromForm(form: FactsForm, version: number): ChangeOrganisationDto {
  return {
    ...form,
    website: withScheme(form.website.trim()),
    region: form.region === '' ? null : (form.region as ChangeOrganisationDto['region']), // one of the options of the list
    version,
  };
}

function withScheme(address: string): string {
  return address === '' || /^https?:\/\//i.test(address) ? address : `https://${address}`;
}
