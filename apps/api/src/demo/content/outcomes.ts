import type { CheckInSide, EuroRange, SuggestionOutcome } from '@htsm/domain';
import type { Moment } from './types';

/** The challenge of that match. */
export const ofChallenge = 'spoelen';

/** When the questions about the first match went out, a month after it was recorded. */
export const asked: Moment = [-66, '09:00'];

/** What both sides said; they do not quite agree. */
export const answers: readonly {
  readonly at: Moment;
  readonly side: CheckInSide;
  readonly kind: SuggestionOutcome;
  readonly euros: EuroRange | null;
  readonly words: string;
}[] = [
  {
    at: [-65, '20:15'],
    side: 'sme',
    kind: 'order',
    euros: 'to_50k',
    words: 'Wij kregen de opdracht voor twee spoelkringen.',
  },
  {
    at: [-61, '11:40'],
    side: 'owner',
    kind: 'pilot',
    euros: 'to_50k',
    words: 'Wij zien dit als een betaalde proef van drie maanden.',
  },
];
