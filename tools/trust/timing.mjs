import { figureProof } from './figure-proof.mjs';

export const name = 'timing';
export const title = 'Forbidden and absent, known and unknown address: how long the answer takes';
export const bar = '|t| < 4.5 over 10,000 interleaved pairs';

export function run() {
  return figureProof(['apps/api/src/timing.spec.ts']);
}
