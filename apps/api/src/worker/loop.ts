import { setTimeout as pause } from 'node:timers/promises';

/** What a loop does and how often. */
export interface LoopPlan {
  readonly name: string;
  /** One round; gives whether there may be more to do at once. */
  readonly round: () => Promise<boolean>;
  /** Rest after a round that found nothing, in milliseconds. */
  readonly restMs: number;
  /** Rest after a round that failed, in milliseconds; or how long it is after so many failures in a row (1 or more). */
  readonly restAfterFaultMs: number | ((fault: unknown, failures: number) => number);
  /** Hears of a failed round; the loop goes on after the given rest. */
  readonly onFault: (name: string, fault: unknown, restMs: number) => void;
}

/** Repeats a piece of work until it is stopped; a failure costs a rest, never the loop. */
export class Loop {
  private readonly stopped = new AbortController();
  private readonly ended: Promise<void>;
  private failures = 0;

  /** Starts at once. */
  constructor(private readonly plan: LoopPlan) {
    this.ended = this.run();
  }

  /** Lets the round in hand end and begins no other; gives when it has ended. */
  async stop(): Promise<void> {
    this.stopped.abort();
    await this.ended;
  }

  private async run(): Promise<void> {
    while (!this.stopped.signal.aborted) {
      const restMs = await this.round();
      if (restMs > 0) await pause(restMs, undefined, { signal: this.stopped.signal }).catch(() => undefined);
    }
  }

  /** Runs one round and gives how long to rest after it. */
  private async round(): Promise<number> {
    try {
      const hasMore = await this.plan.round();
      this.failures = 0;
      return hasMore ? 0 : this.plan.restMs;
    } catch (fault) {
      this.failures += 1;
      const { restAfterFaultMs, onFault, name } = this.plan;
      const restMs = typeof restAfterFaultMs === 'number' ? restAfterFaultMs : restAfterFaultMs(fault, this.failures);
      onFault(name, fault, restMs);
      return restMs;
    }
  }
}
