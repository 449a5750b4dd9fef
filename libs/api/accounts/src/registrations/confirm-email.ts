import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { Locale, OrganisationKind } from '@htsm/domain';
import { Database, type Tx } from '@htsm/api/core';
import { KvkNumberTaken, LinkNotUsable } from '../accounts.errors';
import { AccountRows } from '../account-rows';
import { become } from '../become';
import type { ConfirmedDto } from '../dto/registration.dto';
import { LinkTokens } from '../link-tokens';

interface RegistrationRow {
  name: string;
  locale: Locale;
  password_hash: string;
  organisation_name: string;
  organisation_kind: OrganisationKind;
  kvk_number: string;
}

/** Makes the person, the organisation and the ownership out of a confirmed registration. */
@Injectable()
export class ConfirmEmail {
  constructor(
    private readonly database: Database,
    private readonly links: LinkTokens,
    private readonly accounts: AccountRows,
  ) {}

  /** Throws LinkNotUsable, and KvkNumberTaken when a colleague was first. */
  async run(token: string): Promise<ConfirmedDto> {
    const bearer = this.links.bearer('confirm_email', token);
    return this.database.as(bearer, async (tx) => {
      const link = await this.links.use(tx, 'confirm_email', bearer.tokenId);
      const registration = await tx.row<RegistrationRow>('SELECT * FROM registration WHERE token_id = $1', [link.id]);
      if (registration === null) throw new LinkNotUsable();
      await this.refuseTaken(tx, link.email, registration.kvk_number);
      await this.create(tx, link.email, registration);
      await tx.run('DELETE FROM registration WHERE token_id = $1', [link.id]);
      return { email: link.email, name: registration.name, organisationName: registration.organisation_name };
    });
  }

  private async refuseTaken(tx: Tx, email: string, kvkNumber: string): Promise<void> {
    const known = await tx.row('SELECT user_id FROM auth_user_by_email($1)', [email]);
    if (known !== null) throw new LinkNotUsable();
    const kvk = await tx.row<{ is_taken: boolean }>('SELECT auth_kvk_is_taken($1) AS is_taken', [kvkNumber]);
    if (kvk?.is_taken === true) throw new KvkNumberTaken();
  }

  private async create(tx: Tx, email: string, registration: RegistrationRow): Promise<void> {
    const userId = randomUUID();
    const organisationId = randomUUID();
    await become(tx, userId, [organisationId]);
    await this.accounts.addPerson(tx, {
      userId,
      email,
      name: registration.name,
      locale: registration.locale,
      passwordHash: registration.password_hash,
    });
    await this.accounts.addOrganisation(tx, userId, {
      id: organisationId,
      name: registration.organisation_name,
      kind: registration.organisation_kind,
      kvkNumber: registration.kvk_number,
      isDemo: false,
    });
    await this.accounts.addMembership(tx, { userId, organisationId, role: 'owner' });
  }
}
