import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout as pause } from 'node:timers/promises';

const SCRIPT = resolve(import.meta.dirname, '../../../../tools/postgres/embedded-postgres.mjs');

/** A Postgres of one test file, which it may crash and start again under the same address. */
export class OwnPostgres {
  private keeper: ChildProcess | null = null;
  private address = '';

  private constructor(private readonly folder: string) {}

  static async start(): Promise<OwnPostgres> {
    const server = new OwnPostgres(await mkdtemp(join(tmpdir(), 'htsm-own-postgres-')));
    await server.startAgain();
    return server;
  }

  get url(): string {
    return this.address;
  }

  /** Ends every process of the server at once, as `pg_ctl stop -m immediate` does; gives when it is gone. */
  async crash(): Promise<void> {
    const pid = await this.pid();
    process.kill(pid, 'SIGQUIT');
    while (isAlive(pid)) await pause(10);
    await this.endKeeper();
  }

  /** Starts the server on its data and its port; gives when it answers. */
  async startAgain(): Promise<void> {
    const keeper = spawn(process.execPath, [SCRIPT, '--data-dir', this.folder], {
      stdio: ['ignore', 'pipe', 'ignore'],
    });
    this.keeper = keeper;
    for await (const line of createInterface({ input: keeper.stdout })) {
      if (!line.startsWith('postgres://')) continue;
      this.address = line;
      return;
    }
    throw new Error('The database did not start');
  }

  async close(): Promise<void> {
    await this.endKeeper();
    await rm(this.folder, { recursive: true, force: true });
  }

  private async endKeeper(): Promise<void> {
    const keeper = this.keeper;
    this.keeper = null;
    if (keeper === null || keeper.exitCode !== null) return;
    const gone = once(keeper, 'exit');
    keeper.kill('SIGTERM');
    await gone;
  }

  private async pid(): Promise<number> {
    for (const name of await readdir(this.folder)) {
      const text = readText(join(this.folder, name, 'postmaster.pid'));
      if (text !== null) return Number(text.split('\n', 1)[0]);
    }
    throw new Error('The database has no pid file');
  }
}

function readText(file: string): string | null {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return null;
  }
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}
