import { setTimeout as pause } from 'node:timers/promises';

/** The pause between two tries, in milliseconds. */
const REST_AFTER_FAULT_MS = 2_000;

/** Calls `open` until it succeeds: a database that is still starting, or away for a moment, is waited for. */
export async function untilOpen<Result>(
  open: () => Promise<Result>,
  onFault: (fault: unknown) => void,
): Promise<Result> {
  for (;;) {
    try {
      return await open();
    } catch (fault) {
      onFault(fault);
      await pause(REST_AFTER_FAULT_MS);
    }
  }
}
