import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';

/** How long the carrier may take for the mails in hand, in milliseconds; supervisors kill after ten seconds. */
const PATIENCE_MS = 8_000;
/** The pause before a carrier that died by itself is replaced, in milliseconds. */
const RESTART_MS = 1_000;

/** Keeps one mail carrier running beside this process. */
export class MailCarrierProcess {
  private child: ChildProcess | null = null;
  private restart: NodeJS.Timeout | undefined;
  private isStopping = false;

  /** `onDeath` hears of a carrier that ended unasked; another one follows. */
  constructor(
    private readonly script: string,
    private readonly onDeath: (how: string) => void,
  ) {
    this.start();
  }

  /** Lets the carrier finish what it has in hand; gives when it has ended. */
  async stop(): Promise<void> {
    this.isStopping = true;
    clearTimeout(this.restart);
    const child = this.child;
    if (child === null || child.exitCode !== null || child.signalCode !== null) return;
    const gone = once(child, 'exit');
    child.stdin?.end();
    const hurry = setTimeout(() => child.kill('SIGKILL'), PATIENCE_MS);
    await gone;
    clearTimeout(hurry);
  }

  /** A session of its own: a signal to the worker's group does not reach the carrier, the end of its input does. */
  private start(): void {
    const child = spawn(process.execPath, [...process.execArgv, this.script], {
      detached: true,
      stdio: ['pipe', 'inherit', 'inherit'],
    });
    this.child = child;
    child.stdin?.on('error', () => undefined); // it may be gone before its input is closed
    child.on('error', (fault) => this.onDeath(fault.message));
    child.on('exit', (code, signal) => {
      if (this.isStopping) return;
      this.onDeath(signal ?? `exit code ${code}`);
      this.restart = setTimeout(() => this.start(), RESTART_MS);
    });
  }
}
