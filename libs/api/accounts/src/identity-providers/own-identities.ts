import { Injectable } from '@nestjs/common';
import { Database, EventLog, NotFound, type UserActor } from '@htsm/api/core';
import { requireRecentProof } from '../account/recent-proof';
import type { OwnIdentitiesDto } from '../dto/identity-provider.dto';
import { ProviderRows } from './provider-rows';

const MOST_IDENTITIES = 50;

/** The accounts at organisations that a person signs in with. */
@Injectable()
export class OwnIdentities {
  constructor(
    private readonly database: Database,
    private readonly providers: ProviderRows,
    private readonly events: EventLog,
  ) {}

  list(actor: UserActor): Promise<OwnIdentitiesDto> {
    return this.database.as(actor, async (tx) => {
      const rows = await tx.rows<{ id: string; issuer: string; linked_at: Date }>(
        'SELECT id, issuer, linked_at FROM external_identity WHERE user_id = $1 ORDER BY linked_at, id LIMIT $2',
        [actor.userId, MOST_IDENTITIES],
      );
      const provider = await this.providers.ofEmail(tx, actor.email);
      return {
        items: rows.map(({ id, issuer, linked_at: at }) => ({ id, issuer, linkedAt: at.toISOString() })),
        canLink: provider !== null,
      };
    });
  }

  /** Signing in there no longer opens this account; throws ProofRequired and NotFound. */
  remove(actor: UserActor, id: string): Promise<void> {
    return this.database.as(actor, async (tx) => {
      await requireRecentProof(tx, actor);
      const removed = await tx.run('DELETE FROM external_identity WHERE id = $1 AND user_id = $2', [id, actor.userId]);
      if (removed === 0) throw new NotFound();
      await this.events.append(tx, {
        type: 'account.identity_unlinked',
        subjectType: 'user',
        subjectId: actor.userId,
        actorId: actor.userId,
      });
    });
  }
}
