import { figureProof } from './figure-proof.mjs';

export const name = 'conflicts';
export const title =
  'A network of reviewers and organisations: every planted conflict is found with its evidence, nothing else is';
export const bar = '100 % of the planted ones that count, each with its evidence; none that was not planted';

export function run() {
  return figureProof(['libs/api/reviews/src/panels/conflict-network.spec.ts']);
}
