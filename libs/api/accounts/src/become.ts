import type { Tx } from '@htsm/api/core';

/** Lets the rest of a transaction that a verified link opened see the rows of the person whom the link proves. */
export async function become(tx: Tx, userId: string, organisationIds: readonly string[] = []): Promise<void> {
  await tx.run("SELECT set_config('app.user_id', $1, true), set_config('app.org_ids', $2, true)", [
    userId,
    `{${organisationIds.join(',')}}`,
  ]);
}
