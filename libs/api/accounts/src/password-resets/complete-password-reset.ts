import { Injectable } from '@nestjs/common';
import { Database, type PersonRow } from '@htsm/api/core';
import { LinkNotUsable } from '../accounts.errors';
import { become } from '../become';
import type { CompletePasswordResetDto } from '../dto/password-reset.dto';
import type { AcceptedDto } from '../dto/registration.dto';
import { LinkTokens } from '../link-tokens';
import { refuseWeakPassword } from '../passwords/password-field';
import { NewPasswords } from '../passwords/new-passwords';
import { ReplacePassword } from '../passwords/replace-password';

/** A new password for the bearer of a mailed link. */
@Injectable()
export class CompletePasswordReset {
  constructor(
    private readonly database: Database,
    private readonly newPasswords: NewPasswords,
    private readonly links: LinkTokens,
    private readonly replacePassword: ReplacePassword,
  ) {}

  /** Sets the new password and ends every session; throws LinkNotUsable and ValidationFailed. */
  async run(input: CompletePasswordResetDto): Promise<AcceptedDto> {
    const bearer = this.links.bearer('reset_password', input.token);
    const passwordHash = await this.newPasswords.hash('password', input.password);
    return this.database.as(bearer, async (tx) => {
      const { user_id: userId, email } = await this.links.use(tx, 'reset_password', bearer.tokenId);
      const row = await tx.row<{ person: PersonRow | null }>('SELECT auth_person($1) AS person', [userId]);
      const person = row?.person;
      if (userId === null || !person) throw new LinkNotUsable();
      const organisationNames = person.organisations.map((organisation) => organisation.name);
      refuseWeakPassword('password', input.password, { ...person, organisationNames });
      await become(tx, userId);
      await this.replacePassword.run(tx, person, { passwordHash, keepSessionId: null, causeId: bearer.tokenId });
      return { email };
    });
  }
}
