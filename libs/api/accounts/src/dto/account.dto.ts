import { LOCALES, type Locale } from '@htsm/domain';
import {
  BooleanField,
  ChoiceField,
  EmailField,
  IdField,
  InstantField,
  IntField,
  ObjectsField,
  TextField,
} from '@htsm/api/core';
import { NewPasswordField, PasswordField } from '../passwords/password-field';

/** The person's own account. */
export class AccountDto {
  @IdField() id!: string;
  @EmailField() email!: string;
  @TextField({ max: 120 }) name!: string;
  @ChoiceField(LOCALES) locale!: Locale;
  @IntField({ min: 1, max: 2_147_483_647 }) version!: number;
}

/** Own name and language. */
export class ChangeAccountDto {
  @TextField({ min: 2, max: 120 }) readonly name!: string;
  @ChoiceField(LOCALES) readonly locale!: Locale;
  @IntField({ min: 1, max: 2_147_483_647 }) readonly version!: number;
}

/** The language of the person's screens and mails. */
export class ChooseLanguageDto {
  @ChoiceField(LOCALES) readonly locale!: Locale;
}

/** A new password, with the present one as proof. */
export class ChangePasswordDto {
  @PasswordField() readonly current!: string;
  @NewPasswordField() readonly next!: string;
}

/** Who somebody is, once more: the password, or a code of the authenticator app or the list. */
export class ProofDto {
  @TextField({ min: 1, max: 500, keepSpaces: true, optional: true }) readonly password?: string;
  @TextField({ min: 6, max: 30, optional: true }) readonly code?: string;
}

/** The address that the person wants to sign in with. */
export class NewEmailDto {
  @EmailField() readonly email!: string;
}

/** A device on which the person is signed in. */
export class AccountSessionDto {
  @IdField() id!: string;
  /** What the browser called itself; may be empty. */
  @TextField({ max: 300 }) userAgent!: string;
  @InstantField() createdAt!: string;
  /** Exact to ten minutes. */
  @InstantField() lastSeenAt!: string;
  @BooleanField({ description: 'Whether it is the session of this request.' }) isCurrent!: boolean;
}

/** All sessions of the person, the last used first. */
export class AccountSessionsDto {
  @ObjectsField(() => AccountSessionDto, { maxItems: 100 }) items!: AccountSessionDto[];
}
