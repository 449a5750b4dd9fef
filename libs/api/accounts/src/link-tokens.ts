import { Inject, Injectable } from '@nestjs/common';
import { LINK_HOURS, type AccountLinkPurpose } from '@htsm/domain';
import { CONFIG, readLinkToken, type Config, type TokenActor, type Tx } from '@htsm/api/core';
import { LinkNotUsable } from './accounts.errors';

/** What a mailed link is about. */
export interface LinkRow {
  readonly id: string;
  readonly email: string;
  readonly user_id: string | null;
  readonly organisation_id: string | null;
}

/** A link to be made; `userId` and `organisationId` as far as the purpose has them. */
export interface NewLink {
  readonly id: string;
  readonly purpose: AccountLinkPurpose;
  readonly email: string;
  readonly userId?: string;
  readonly organisationId?: string;
}

/** The rows behind the links in mails: each works once, for one purpose, until it expires. */
@Injectable()
export class LinkTokens {
  constructor(@Inject(CONFIG) private readonly config: Config) {}

  /** Gives the bearer of a link as an actor; throws LinkNotUsable when we did not sign it for this purpose. */
  bearer(purpose: AccountLinkPurpose, token: string): TokenActor {
    const tokenId = readLinkToken(this.config.appSecret, purpose, token);
    if (tokenId === null) throw new LinkNotUsable();
    return { kind: 'token', tokenId };
  }

  async add(tx: Tx, link: NewLink): Promise<void> {
    await tx.run(
      `INSERT INTO account_token (id, purpose, email, user_id, organisation_id, expires_at)
       VALUES ($1, $2, $3, $4, $5, htsm_now() + $6 * interval '1 hour')`,
      [link.id, link.purpose, link.email, link.userId ?? null, link.organisationId ?? null, LINK_HOURS[link.purpose]],
    );
  }

  /** Uses a link up, in one statement, so that of many at once exactly one succeeds; throws LinkNotUsable. */
  async use(tx: Tx, purpose: AccountLinkPurpose, id: string): Promise<LinkRow> {
    const row = await tx.row<LinkRow>(
      `UPDATE account_token SET used_at = htsm_now()
       WHERE id = $1 AND purpose = $2 AND used_at IS NULL AND expires_at > htsm_now()
       RETURNING id, email, user_id, organisation_id`,
      [id, purpose],
    );
    if (row === null) throw new LinkNotUsable();
    return row;
  }

  /** Reads a link that still works, without using it; throws LinkNotUsable. */
  async read(tx: Tx, purpose: AccountLinkPurpose, id: string): Promise<LinkRow> {
    const row = await tx.row<LinkRow>(
      `SELECT id, email, user_id, organisation_id FROM account_token
       WHERE id = $1 AND purpose = $2 AND used_at IS NULL AND expires_at > htsm_now()`,
      [id, purpose],
    );
    if (row === null) throw new LinkNotUsable();
    return row;
  }
}
