import type { DemoProposal } from '../types';
import { answeredProposals } from './answered';
import { bridgeProposals } from './bridges';
import { sealedProposals } from './sealed';
import { waitingProposals } from './waiting';

/** Every proposal of the demo. */
export const proposals: readonly DemoProposal[] = [
  ...bridgeProposals,
  ...answeredProposals,
  ...waitingProposals,
  ...sealedProposals,
];
