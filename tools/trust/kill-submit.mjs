import { figureProof } from './figure-proof.mjs';

export const name = 'kill-submit';
export const title = 'Processes killed while proposals are submitted; the client tries again under the same key';
export const bar = '0 half in 500 kills';

export function run() {
  return figureProof(['apps/api/src/kill-submit.spec.ts']);
}
