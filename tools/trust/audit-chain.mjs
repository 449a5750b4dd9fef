import { jestProof } from './jest-proof.mjs';

export const name = 'audit-chain';
export const title = 'The audit log refuses changes and shows those made past the database';
export const bar = '9 of 9 ways to tamper found, 10 of 10 statements refused';

/** Small enough to run whole in `npm test` too. */
export function run() {
  return jestProof(['libs/api/audit/src/verify-chain.spec.ts', 'libs/api/core/src/access/refusal-log.spec.ts'], {});
}
