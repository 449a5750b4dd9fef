import type { DataSource, QueryRunner } from 'typeorm';

/** Whether the lock was held all along, was just taken, or is held by another process. */
export type Holding = 'still' | 'new' | 'elsewhere';

/** An advisory lock of the database, held for as long as this process and its session live. */
export class SessionLock {
  private session: QueryRunner | null = null;

  /** @param key both halves of the lock's key */
  constructor(
    private readonly source: DataSource,
    private readonly key: readonly [number, number],
  ) {}

  /** Takes the lock when nobody has it; throws when the database is away. */
  async hold(): Promise<Holding> {
    if (this.session !== null && (await isAlive(this.session))) return 'still';
    await this.release();
    const session = this.source.createQueryRunner();
    try {
      const rows: unknown = await session.query('SELECT pg_try_advisory_lock($1, $2) AS taken', [...this.key]);
      if ((rows as [{ taken: boolean }])[0].taken) {
        this.session = session;
        return 'new';
      }
    } catch (fault) {
      await session.release().catch(() => undefined);
      throw fault;
    }
    await session.release();
    return 'elsewhere';
  }

  async release(): Promise<void> {
    const { session } = this;
    this.session = null;
    if (session === null) return;
    await session.query('SELECT pg_advisory_unlock($1, $2)', [...this.key]).catch(() => undefined);
    await session.release().catch(() => undefined);
  }
}

function isAlive(session: QueryRunner): Promise<boolean> {
  return session.query('SELECT 1').then(
    () => true,
    () => false,
  );
}
