import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { AccountLinkPurpose, Locale } from '@htsm/domain';
import { ValidationFailed, type Actor, type TokenActor, type Tx } from '@htsm/api/core';
import { AccountRows } from '../account-rows';
import { InvitationForSomebodyElse, SignInToAccept } from '../accounts.errors';
import { become } from '../become';
import { LinkTokens } from '../link-tokens';
import { NewPasswords } from '../passwords/new-passwords';
import { refuseWeakPassword } from '../passwords/password-field';
import type { Joined } from './accept-invitation';

/** Somebody without an account, whose password was hashed outside of transactions. */
export interface Newcomer {
  readonly name: string;
  readonly password: string;
  readonly passwordHash: string;
}

/** Accounts of people whom another room invites by mail. */
@Injectable()
export class InvitedPeople {
  constructor(
    private readonly links: LinkTokens,
    private readonly newPasswords: NewPasswords,
    private readonly accounts: AccountRows,
  ) {}

  /** Gives the bearer of a mailed link as an actor; throws LinkNotUsable. */
  bearer(purpose: AccountLinkPurpose, token: string): TokenActor {
    return this.links.bearer(purpose, token);
  }

  /** Takes name and password of a newcomer; throws ValidationFailed. Call it outside of transactions. */
  async newcomer({ name, password }: { name?: string; password?: string }): Promise<Newcomer> {
    const missing = [...(name === undefined ? ['name'] : []), ...(password === undefined ? ['password'] : [])];
    if (name === undefined || password === undefined)
      throw new ValidationFailed(missing.map((path) => ({ path, code: 'required' })));
    return { name, password, passwordHash: await this.newPasswords.hash('password', password) };
  }

  /**
   * Makes the rest of the transaction that of whoever was invited: the signed-in person with that address, or a newcomer with a
   * new account. Throws InvitationForSomebodyElse, SignInToAccept and ValidationFailed.
   */
  async admit(
    tx: Tx,
    invited: { actor: Actor; newcomer: Newcomer | null; email: string; locale: Locale; organisationNames: string[] },
  ): Promise<Joined> {
    const { actor, newcomer, email, locale, organisationNames } = invited;
    if (actor.kind === 'user') {
      if (actor.email.toLowerCase() !== email.toLowerCase()) throw new InvitationForSomebodyElse();
      await become(
        tx,
        actor.userId,
        actor.organisations.map(({ id }) => id),
      );
      return { userId: actor.userId, isNewcomer: false };
    }
    const known = await tx.row('SELECT user_id FROM auth_user_by_email($1)', [email]);
    if (newcomer === null || known !== null) throw new SignInToAccept();
    const { name, password, passwordHash } = newcomer;
    refuseWeakPassword('password', password, { name, email, organisationNames });
    const userId = randomUUID();
    await become(tx, userId);
    await this.accounts.addPerson(tx, { userId, email, name, locale, passwordHash });
    return { userId, isNewcomer: true };
  }
}
