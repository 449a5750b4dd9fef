import { setTimeout as sleep } from 'node:timers/promises';

/** Shortest time an answer takes that must not show whether an address is known, in milliseconds. */
const STEADY_MS = 250;

/** Runs `work` and gives its result or refusal, never sooner than the steady time: known and unknown take as long. */
export async function steadyAnswer<Result>(work: () => Promise<Result>): Promise<Result> {
  const [outcome] = await Promise.allSettled([work(), sleep(STEADY_MS)]);
  if (outcome.status === 'rejected') throw outcome.reason;
  return outcome.value;
}
