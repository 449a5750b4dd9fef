import { Inject, Injectable } from '@nestjs/common';
import { CONFIG, Database, EventLog, NotFound, type Actor, type Config, type Tx, type UserActor } from '@htsm/api/core';
import { requireRecentProof } from '../account/recent-proof';
import { AccountSessionDto } from '../dto/account.dto';

/** More sessions than anybody has devices. */
const MOST_SESSIONS = 100;

interface SessionRow {
  id: string;
  user_agent: string;
  created_at: Date;
  last_seen_at: Date;
}

/** The sessions of a person. */
@Injectable()
export class SessionsService {
  constructor(
    private readonly database: Database,
    private readonly events: EventLog,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  /** Ends the session of this request; nothing happens without one. */
  async endCurrent(actor: Actor): Promise<void> {
    if (actor.kind !== 'user' || actor.sessionId === null) return;
    const { sessionId } = actor;
    await this.database.as(actor, (tx) => this.endOne(tx, actor, sessionId));
  }

  /** Sessions that still work, the last used first; at most a hundred. */
  async list(actor: UserActor): Promise<AccountSessionDto[]> {
    const { roleSession } = this.config;
    const rows = await this.database.as(actor, (tx) =>
      tx.rows<SessionRow>(
        `SELECT id, user_agent, created_at, last_seen_at FROM session s
         WHERE user_id = $1 AND session_end(s, $3, $4) > htsm_now()
         ORDER BY last_seen_at DESC, id LIMIT $2`,
        [actor.userId, MOST_SESSIONS, roleSession.idleHours, roleSession.longestHours],
      ),
    );
    return rows.map((row) => ({
      id: row.id,
      userAgent: row.user_agent,
      createdAt: row.created_at.toISOString(),
      lastSeenAt: row.last_seen_at.toISOString(),
      isCurrent: row.id === actor.sessionId,
    }));
  }

  /** Ends one session; throws ProofRequired, and NotFound for somebody else's. */
  end(actor: UserActor, sessionId: string): Promise<void> {
    return this.database.as(actor, async (tx) => {
      await requireRecentProof(tx, actor);
      await this.endOne(tx, actor, sessionId);
    });
  }

  /** Signs out everywhere, here too; throws ProofRequired. */
  endAll(actor: UserActor): Promise<void> {
    return this.database.as(actor, async (tx) => {
      await requireRecentProof(tx, actor);
      const sessions = await tx.run('DELETE FROM session WHERE user_id = $1', [actor.userId]);
      await this.events.append(tx, {
        type: 'session.all_ended',
        subjectType: 'user',
        subjectId: actor.userId,
        actorId: actor.userId,
        payload: { sessions },
      });
    });
  }

  private async endOne(tx: Tx, actor: UserActor, sessionId: string): Promise<void> {
    const ended = await tx.run('DELETE FROM session WHERE id = $1 AND user_id = $2', [sessionId, actor.userId]);
    if (ended === 0) throw new NotFound();
    await this.events.append(tx, {
      type: 'session.ended',
      subjectType: 'user',
      subjectId: actor.userId,
      actorId: actor.userId,
      payload: { sessionId },
    });
  }
}
