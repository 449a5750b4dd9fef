import { ORGANISATION_KINDS, type OrganisationKind } from '@htsm/domain';
import { ChoiceField, EmailField, TextField } from '@htsm/api/core';
import { NewPasswordField } from '../passwords/password-field';

/** A new organisation with its first person, who becomes its owner. */
export class RegisterDto {
  @TextField({ min: 2, max: 200 }) readonly organisationName!: string;
  @ChoiceField(ORGANISATION_KINDS) readonly organisationKind!: OrganisationKind;
  /** Eight digits; spaces and dots are taken out. */
  @TextField({ min: 1, max: 20 }) readonly kvkNumber!: string;
  @TextField({ min: 2, max: 120 }) readonly name!: string;
  @EmailField() readonly email!: string;
  @NewPasswordField() readonly password!: string;
}

/** The part of a mailed link after the `#`. */
export class LinkTokenDto {
  @TextField({ min: 1, max: 200 }) readonly token!: string;
}

/** The answer to a request that is handled by mail: the same whether the address is known or not. */
export class AcceptedDto {
  /** Address the mail goes to, as it was typed. */
  @EmailField() email!: string;
}

/** Who was confirmed, so that the sign-in form can be filled in. */
export class ConfirmedDto {
  @EmailField() email!: string;
  @TextField({ max: 120 }) name!: string;
  @TextField({ max: 200 }) organisationName!: string;
}
