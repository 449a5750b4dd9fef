import { Service, signal } from '@angular/core';

/** The address that was just typed, so that the next page can name it and the sign-in form starts with it. */
@Service()
export class MailedAddress {
  /** Empty after a reload: it is kept nowhere else. */
  readonly email = signal('');
}
