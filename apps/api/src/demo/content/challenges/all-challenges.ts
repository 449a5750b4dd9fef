import type { DemoChallenge } from '../types';
import { agrifirmChallenges } from './agrifirm';
import { energyChallenges } from './energy';
import { foodAndFieldChallenges } from './food-and-fields';
import { steelAndCareChallenges } from './steel-and-care';
import { struktonChallenges } from './strukton';

/** Every challenge of the demo. */
export const challenges: readonly DemoChallenge[] = [
  ...agrifirmChallenges,
  ...struktonChallenges,
  ...foodAndFieldChallenges,
  ...steelAndCareChallenges,
  ...energyChallenges,
];
