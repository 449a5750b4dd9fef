import { randomBytes, randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { SESSION_IDLE_DAYS } from '@htsm/domain';
import { EventLog, hashSessionToken, type Tx } from '@htsm/api/core';
import { become } from '../become';

/** How somebody showed who they are; a code and a passkey are a second factor. */
export type SignInWay = 'password' | 'provider' | 'invitation' | 'code' | 'passkey';

/** A sign-in on one device. */
export interface NewSession {
  readonly userId: string;
  /** What the browser calls itself; shown to the person in "my sessions". */
  readonly userAgent: string;
  /** Cookie the request came with; its session ends, whoever's it is. */
  readonly oldToken: string | undefined;
  readonly by: SignInWay;
}

/** Opens sessions; each sign-in gets a new secret, of which only the hash is kept. */
@Injectable()
export class OpenSession {
  constructor(private readonly events: EventLog) {}

  /** Gives the secret for the cookie. */
  async run(tx: Tx, session: NewSession): Promise<string> {
    const token = randomBytes(32).toString('base64url');
    if (session.oldToken !== undefined) {
      await tx.run('SELECT auth_end_session($1)', [hashSessionToken(session.oldToken)]);
    }
    const id = randomUUID();
    await become(tx, session.userId);
    await tx.run(
      `INSERT INTO session (id, token_hash, user_id, user_agent, expires_at, second_factor_at)
       VALUES ($1, $2, $3, $4, htsm_now() + $5 * interval '1 day', CASE WHEN $6 THEN htsm_now() END)`,
      [
        id,
        hashSessionToken(token),
        session.userId,
        session.userAgent.slice(0, 300),
        SESSION_IDLE_DAYS,
        session.by === 'code' || session.by === 'passkey',
      ],
    );
    await this.events.append(tx, {
      type: 'session.opened',
      subjectType: 'user',
      subjectId: session.userId,
      actorId: session.userId,
      payload: { sessionId: id, by: session.by },
    });
    return token;
  }
}
