import { once } from 'node:events';
import { Worker } from 'node:worker_threads';

/** The pause before a thread that died by itself is replaced, in milliseconds. */
const RESTART_MS = 1_000;
/** Room for what lives shortly, in megabytes: more would be waste that is kept. */
const YOUNG_MB = 8;

/** Keeps the matcher running in a thread of this process: ranking many SMEs would hold up everything else. */
export class MatcherThread {
  private thread: Worker | null = null;
  private restart: NodeJS.Timeout | undefined;
  private isStopping = false;

  /** `onDeath` hears of a thread that ended unasked; another one follows. */
  constructor(
    private readonly script: URL,
    private readonly onDeath: (how: string) => void,
  ) {
    this.start();
  }

  /** Lets the matcher finish what it has in hand; gives when it has ended. */
  async stop(): Promise<void> {
    this.isStopping = true;
    clearTimeout(this.restart);
    const { thread } = this;
    if (thread === null) return;
    const gone = once(thread, 'exit');
    thread.postMessage('stop');
    await gone;
  }

  private start(): void {
    const thread = new Worker(this.script, { resourceLimits: { maxYoungGenerationSizeMb: YOUNG_MB } });
    this.thread = thread;
    let how = 'it ended';
    thread.on('error', (fault) => {
      how = String(fault);
    });
    thread.on('exit', () => {
      this.thread = null;
      if (this.isStopping) return;
      this.onDeath(how);
      this.restart = setTimeout(() => this.start(), RESTART_MS);
    });
  }
}
