import { amsterdamDate, isQuietDay, nextDigestSlot, type DigestRhythm, type QuietDays } from '@htsm/domain';
import type { DueInterest, DueSubscriber } from './digest.repository';

/** Gives the interests whose moment has come: at once always, the others when a slot of theirs lies between; none on a quiet day. */
export function dueInterests(subscriber: DueSubscriber, now: Date): DueInterest[] {
  if (isQuietDay(amsterdamDate(now), subscriber.quiet)) return [];
  return subscriber.interests.filter((interest) => {
    if (interest.frequency === 'at_once') return true;
    const slot = nextDigestSlot(interest, subscriber.quiet, later(subscriber.since, interest.confirmedAt));
    return slot !== null && slot.getTime() <= now.getTime();
  });
}

/**
 * Gives when to look at a subscriber again by the clock alone; null when nothing but a new challenge calls for it.
 * @param now just before, everything due was served, unless the day is quiet: then what is at once waits for its end
 */
export function nextLook(interests: readonly DigestRhythm[], quiet: QuietDays, now: Date): Date | null {
  const isQuiet = isQuietDay(amsterdamDate(now), quiet);
  const slots = interests
    .filter(({ frequency }) => isQuiet || frequency !== 'at_once')
    .flatMap((rhythm) => nextDigestSlot(rhythm, quiet, now) ?? []);
  return slots.length === 0 ? null : new Date(Math.min(...slots.map((slot) => slot.getTime())));
}

function later(a: Date, b: Date): Date {
  return a.getTime() > b.getTime() ? a : b;
}
