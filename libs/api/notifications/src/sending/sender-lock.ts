import { randomInt } from 'node:crypto';
import type { DataSource, QueryRunner } from 'typeorm';

/** First half of the advisory lock keys of mail senders; the second half is the sender's own number. */
const LOCK_CLASS = 4_875_632;

/**
 * A number that this process holds as an advisory lock for as long as its database session lives.
 * Rows it claims carry the number; whoever can take the lock of a number knows that its holder is gone.
 */
export class SenderLock {
  private held: { readonly session: QueryRunner; readonly number: number } | null = null;
  /** A session runs one statement at a time. */
  private queue: Promise<unknown> = Promise.resolve();

  constructor(private readonly source: DataSource) {}

  /** Gives the number, taking a new one when the session was lost; throws when the database is away. */
  async hold(): Promise<number> {
    if (this.held !== null && (await this.isAlive(this.held.session))) return this.held.number;
    await this.release();
    const session = this.source.createQueryRunner();
    const number = randomInt(1, 2 ** 31 - 1);
    this.held = { session, number };
    if (await this.take(number)) return number;
    await this.release();
    return this.hold();
  }

  /** Runs one statement in the session that holds the lock, after those asked before; throws when that session is gone. */
  async query<Row>(sql: string, parameters: readonly unknown[]): Promise<Row[]> {
    if (this.held === null) throw new Error('The sender holds no lock');
    const { session } = this.held;
    const result = this.queue.then(() => session.query(sql, [...parameters], true));
    this.queue = result.catch(() => undefined);
    return ((await result).records ?? []) as Row[]; // the shape is the statement's; the caller names it
  }

  /** Runs `work` when the holder of a number is gone; gives whether it was. */
  async ifGone(number: number, work: () => Promise<void>): Promise<boolean> {
    if (!(await this.take(number))) return false;
    try {
      await work();
    } finally {
      await this.query('SELECT pg_advisory_unlock($1, $2)', [LOCK_CLASS, number]);
    }
    return true;
  }

  /** Gives the number up, with its session: a pooled session would keep the lock. */
  async release(): Promise<void> {
    const held = this.held;
    this.held = null;
    if (held === null) return;
    await held.session.query('SELECT pg_advisory_unlock_all()').catch(() => undefined);
    await held.session.release().catch(() => undefined);
  }

  private async take(number: number): Promise<boolean> {
    const [row] = await this.query<{ taken: boolean }>('SELECT pg_try_advisory_lock($1, $2) AS taken', [
      LOCK_CLASS,
      number,
    ]);
    return row?.taken === true;
  }

  private async isAlive(session: QueryRunner): Promise<boolean> {
    return session.query('SELECT 1').then(
      () => true,
      () => false,
    );
  }
}
