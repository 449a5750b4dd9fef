import { randomUUID } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import {
  CONFIG,
  Database,
  EventLog,
  NotFound,
  ValidationFailed,
  sealSecret,
  type Config,
  type UserActor,
} from '@htsm/api/core';
import { requireRecentProof } from '../account/recent-proof';
import { DomainTaken, ProviderFailed } from '../accounts.errors';
import type { AddIdentityProviderDto, IdentityProviderDto, IdentityProvidersDto } from '../dto/identity-provider.dto';
import { ProviderClient } from './provider-client';

const MOST_PROVIDERS = 500;

interface ProviderListRow {
  id: string;
  organisation_name: string;
  domain: string;
  issuer: string;
  client_id: string;
  created_at: Date;
}

/** The sign-in pages of organisations, kept by administrators. */
@Injectable()
export class IdentityProvidersService {
  constructor(
    private readonly database: Database,
    @Inject(CONFIG) private readonly config: Config,
    private readonly client: ProviderClient,
    private readonly events: EventLog,
  ) {}

  async list(actor: UserActor): Promise<IdentityProvidersDto> {
    const rows = await this.database.as(actor, (tx) =>
      tx.rows<ProviderListRow>(
        `SELECT p.id, o.name AS organisation_name, p.domain, p.issuer, p.client_id, p.created_at
         FROM identity_provider p JOIN organisation o ON o.id = p.organisation_id ORDER BY p.domain, p.id LIMIT $1`,
        [MOST_PROVIDERS],
      ),
    );
    return { items: rows.map(providerDto), redirectUrl: this.client.redirectUrl };
  }

  /** Asks the provider for its description first; throws ProofRequired, ValidationFailed, DomainTaken. */
  async add(actor: UserActor, input: AddIdentityProviderDto): Promise<void> {
    await this.database.as(actor, (tx) => requireRecentProof(tx, actor));
    const sealed = sealSecret(this.config.appSecret, 'identity_provider', input.clientSecret);
    await this.checkIssuer(input, sealed);
    await this.database.as(actor, async (tx) => {
      const organisation = await tx.row<{ id: string }>('SELECT id FROM organisation WHERE kvk_number = $1', [
        input.kvkNumber.replace(/[\s.]/g, ''),
      ]);
      if (organisation === null) throw new ValidationFailed([{ path: 'kvkNumber', code: 'kvk_unknown' }]);
      const id = randomUUID();
      const added = await tx.run(
        `INSERT INTO identity_provider (id, organisation_id, domain, issuer, client_id, client_secret)
         VALUES ($1, $2, $3, $4, $5, $6) ON CONFLICT DO NOTHING`,
        [id, organisation.id, input.domain.toLowerCase(), input.issuer, input.clientId, sealed],
      );
      if (added === 0) throw new DomainTaken();
      await this.events.append(tx, {
        type: 'organisation.provider_added',
        subjectType: 'organisation',
        subjectId: organisation.id,
        actorId: actor.userId,
        payload: { providerId: id },
      });
    });
  }

  /** Nobody signs in there any more; throws ProofRequired and NotFound. */
  remove(actor: UserActor, id: string): Promise<void> {
    return this.database.as(actor, async (tx) => {
      await requireRecentProof(tx, actor);
      const row = await tx.row<{ organisation_id: string }>(
        'DELETE FROM identity_provider WHERE id = $1 RETURNING organisation_id',
        [id],
      );
      if (row === null) throw new NotFound();
      await this.events.append(tx, {
        type: 'organisation.provider_removed',
        subjectType: 'organisation',
        subjectId: row.organisation_id,
        actorId: actor.userId,
        payload: { providerId: id },
      });
    });
  }

  private async checkIssuer(input: AddIdentityProviderDto, sealed: Buffer): Promise<void> {
    if (!URL.canParse(input.issuer)) throw new ValidationFailed([{ path: 'issuer', code: 'issuer_unknown' }]);
    try {
      await this.client.check({ issuer: input.issuer, client_id: input.clientId, client_secret: sealed });
    } catch (fault) {
      if (!(fault instanceof ProviderFailed)) throw fault;
      throw new ValidationFailed([{ path: 'issuer', code: 'issuer_unknown' }]);
    }
  }
}

function providerDto(row: ProviderListRow): IdentityProviderDto {
  return {
    id: row.id,
    organisationName: row.organisation_name,
    domain: row.domain,
    issuer: row.issuer,
    clientId: row.client_id,
    createdAt: row.created_at.toISOString(),
  };
}
