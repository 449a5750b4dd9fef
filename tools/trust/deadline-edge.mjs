import { figureProof } from './figure-proof.mjs';

export const name = 'deadline-edge';
export const title = 'Submits from 500 ms before to 500 ms after the closing instant, while the worker closes';
export const bar = '0 of 2000 on the wrong side';

export function run() {
  return figureProof(['libs/api/proposals/src/submission/deadline-edge.spec.ts']);
}
