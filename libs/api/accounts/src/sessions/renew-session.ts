import { randomBytes } from 'node:crypto';
import { hashSessionToken, type Tx, type UserActor } from '@htsm/api/core';

/**
 * Notes that the person has just proven who they are, and gives this session another secret for its cookie; the one
 * before opens nothing any more. Gives null where there is no session.
 */
export async function renewSession(tx: Tx, { sessionId }: UserActor): Promise<string | null> {
  if (sessionId === null) return null;
  const token = randomBytes(32).toString('base64url');
  await tx.run('UPDATE session SET authenticated_at = htsm_now(), token_hash = $2 WHERE id = $1', [
    sessionId,
    hashSessionToken(token),
  ]);
  return token;
}
