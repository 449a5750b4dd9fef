import { type QueuedChallengeDto, type QueuedReviewDto } from '@htsm/contracts';
import { type Tone } from '@htsm/web/ui';

/** How far one review is, for pills and the progress bar. */
export type QueueStep = 'submitted' | 'draft' | 'todo';

/** Gives how far a review is. */
export function queueStep(item: QueuedReviewDto): QueueStep {
  if (item.state === 'submitted') return 'submitted';
  return item.isDraft ? 'draft' : 'todo';
}

export const QUEUE_TONES: Readonly<Record<QueueStep, Tone>> = { submitted: 'good', draft: 'still', todo: 'wait' };

/** Gives the number as people speak of it: two digits. */
export function numberText(number: number): string {
  return String(number).padStart(2, '0');
}

/** Gives the next review that is not in: what everybody judges first, or else after `current` and then from the start; undefined when all are in. */
export function nextOpen(challenge: QueuedChallengeDto, current?: string): QueuedReviewDto | undefined {
  const place = challenge.items.findIndex((item) => item.assignmentId === current);
  const order = [...challenge.items.slice(place + 1), ...challenge.items.slice(0, Math.max(0, place))];
  const open = order.filter((item) => item.state !== 'submitted' && item.assignmentId !== current);
  return open.find((item) => item.isAnchor) ?? open[0];
}
