import { passwordFault, type PasswordContext } from '@htsm/domain';
import { type TextFunction } from '@htsm/web/core';

/** Says why a new password would be refused and what to do; undefined when it may be used or is still empty. */
export function passwordMessage(t: TextFunction, password: string, context: PasswordContext): string | undefined {
  if (password === '') return undefined;
  const fault = passwordFault(password, context);
  return fault === null ? undefined : t('accounts.password.faults.' + fault);
}
