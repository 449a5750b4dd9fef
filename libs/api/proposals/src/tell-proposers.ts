import type { Tx } from '@htsm/api/core';

/**
 * Tells everyone with a proposal for a cancelled challenge, drafts included. The database writes the mails itself:
 * whoever cancels may not learn who was proposing.
 */
export async function tellProposers(tx: Tx, challengeId: string, reason: string | undefined): Promise<void> {
  await tx.row('SELECT tell_proposers_of_cancellation($1, $2)', [challengeId, reason ?? '']);
}
