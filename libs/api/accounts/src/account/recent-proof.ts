import type { Tx, UserActor } from '@htsm/api/core';
import { ProofRequired } from '../accounts.errors';

/** How long a proof of who somebody is counts for changes of address and factors, in minutes. */
const PROOF_MINUTES = 15;

/** Throws ProofRequired unless the person gave a password or a factor in this session a short while ago. */
export async function requireRecentProof(tx: Tx, actor: UserActor): Promise<void> {
  const row = await tx.row(
    `SELECT id FROM session WHERE id = $1 AND authenticated_at > htsm_now() - $2 * interval '1 minute'`,
    [actor.sessionId, PROOF_MINUTES],
  );
  if (row === null) throw new ProofRequired();
}
