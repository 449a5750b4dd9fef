import type { DemoReview, Moment } from '../types';
import { bridgeReviews } from './bridges';
import { strictBridgeReviews } from './bridges-by-sylvia';
import { finishedReviews } from './finished';

/** When the taskforce asked whom to judge a challenge; every reviewer gets every proposal. */
export interface DemoRound {
  readonly challenge: string;
  readonly assigned: Moment;
  readonly reviewers: readonly { readonly reviewer: string; readonly due: Moment }[];
}

/** The rounds; one reviewer of the bridges is late. */
export const rounds: readonly DemoRound[] = [
  {
    challenge: 'spoelen',
    assigned: [-146, '10:00'],
    reviewers: [
      { reviewer: 'meike', due: [-126, '12:00'] },
      { reviewer: 'sylvia', due: [-126, '12:00'] },
    ],
  },
  {
    challenge: 'silostof',
    assigned: [-55, '10:20'],
    reviewers: [
      { reviewer: 'jelle', due: [-35, '12:00'] },
      { reviewer: 'sylvia', due: [-35, '12:00'] },
    ],
  },
  {
    challenge: 'bruggen',
    assigned: [-16, '09:40'],
    reviewers: [
      { reviewer: 'jelle', due: [5, '12:00'] },
      { reviewer: 'meike', due: [-2, '12:00'] },
      { reviewer: 'berend', due: [5, '12:00'] },
      { reviewer: 'sylvia', due: [5, '12:00'] },
    ],
  },
];

/** Every review of the demo. */
export const reviews: readonly DemoReview[] = [...finishedReviews, ...bridgeReviews, ...strictBridgeReviews];
