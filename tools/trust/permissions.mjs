import { figureProof } from './figure-proof.mjs';

export const name = 'permissions';
export const title = 'Every operation, as every person, on every object answers as the permission matrix says';
export const bar = 'at least 10,000 checks over every operation, 0 faults, 0 secrets seen by the wrong eyes';

/** Also tries every hidden id in every place where an id can stand, and every object at every closed door. */
export function run() {
  return figureProof(['apps/api/src/permissions.spec.ts']);
}
