import { pinClash } from '@htsm/domain/meetings';
import type { WholeEvent } from '../events/event-rows';
import { PinnedMeetingsClash } from '../meetings.errors';
import { problemOf } from './event-problem';

/** Throws PinnedMeetingsClash when the pinned meetings of an event cannot all stand. */
export function refusePinClash(whole: WholeEvent): void {
  const clash = pinClash(problemOf(whole, [], 'fresh'));
  if (clash !== null) throw new PinnedMeetingsClash(clash.clash);
}
