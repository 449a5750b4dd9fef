import { constraints, type LinkDto, type LinkFieldsDto } from '@htsm/contracts';
import { mayBeEmpty } from '@htsm/web/core';

/** A link as it is filled in: no end as an empty text. */
export interface LinkForm extends Omit<LinkFieldsDto, 'endedOn'> {
  readonly endedOn: string;
}

const { organisationName, kvkNumber, mailDomain } = constraints['LinkFieldsDto'];

/** A name must be there; the rest may stay empty. */
export const linkLimits = {
  organisationName,
  kvkNumber: mayBeEmpty(kvkNumber),
  mailDomain: mayBeEmpty(mailDomain),
};

/** A link that is not there yet. */
export const EMPTY_LINK: LinkForm = {
  kind: 'employer',
  organisationName: '',
  kvkNumber: '',
  mailDomain: '',
  endedOn: '',
};

/** Fills the form from what the server has. */
export function toLinkForm({ kind, organisationName, kvkNumber, mailDomain, endedOn }: LinkDto): LinkForm {
  return { kind, organisationName, kvkNumber, mailDomain, endedOn: endedOn ?? '' };
}

/** Makes what the server takes. */
export function fromLinkForm({ endedOn, ...form }: LinkForm): LinkFieldsDto {
  return { ...form, endedOn: endedOn === '' ? null : endedOn };
}
