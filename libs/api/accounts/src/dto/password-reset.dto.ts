import { EmailField, TextField } from '@htsm/api/core';
import { NewPasswordField } from '../passwords/password-field';

/** Address of an account whose password is forgotten. */
export class RequestPasswordResetDto {
  @EmailField() readonly email!: string;
}

/** A new password, with the mailed link as proof. */
export class CompletePasswordResetDto {
  @TextField({ min: 1, max: 200 }) readonly token!: string;
  @NewPasswordField() readonly password!: string;
}
