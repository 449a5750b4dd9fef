import { PASSWORD_MAX, PASSWORD_MIN, passwordFault, type PasswordContext } from '@htsm/domain';
import { TextField, ValidationFailed } from '@htsm/api/core';

/** A new password: length only; the other rules need to know whose it is. */
export const NewPasswordField = (options: { optional?: boolean } = {}): PropertyDecorator =>
  TextField({ ...options, min: PASSWORD_MIN, max: PASSWORD_MAX, keepSpaces: true });

/** A password to be compared with the stored one; no rule of today may lock out one of yesterday. */
export const PasswordField = (): PropertyDecorator => TextField({ min: 1, max: 500, keepSpaces: true });

/** Throws ValidationFailed at `path` when the password is common, a row of keys or built on the person's own words. */
export function refuseWeakPassword(path: string, password: string, context: PasswordContext): void {
  const code = passwordFault(password, context);
  if (code !== null) throw new ValidationFailed([{ path, code }]);
}
