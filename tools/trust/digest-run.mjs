/** Digests at full size: composed and queued, with kills of the worker; the short version is in `npm test`. */
import { figureProof } from './figure-proof.mjs';

export const name = 'digest-run';
export const title = '10,000 subscribers with overlapping interests, 20 new challenges, 12 kills of the worker';
export const bar = 'queued in < 2 min at flat memory; each challenge once to each address';

/** @returns {Promise<{ figure: string, ok: boolean }>} */
export function run() {
  return figureProof(['libs/api/notifications/src/digests/digest-size.spec.ts']);
}
