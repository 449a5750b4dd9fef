import type { EntityManager, EntityTarget, ObjectLiteral, QueryRunner, Repository } from 'typeorm';

/** An open transaction; repositories take it as their first argument. */
export class Tx {
  constructor(private readonly runner: QueryRunner) {}

  get manager(): EntityManager {
    return this.runner.manager;
  }

  /** Gives TypeORM's repository of an entity inside this transaction. */
  of<Entity extends ObjectLiteral>(entity: EntityTarget<Entity>): Repository<Entity> {
    return this.runner.manager.getRepository(entity);
  }

  /** Runs one statement; parameters are `$1`, `$2`…; gives the rows (for UPDATE and DELETE with RETURNING too). */
  async rows<Row>(sql: string, parameters: readonly unknown[] = []): Promise<Row[]> {
    const result = await this.runner.query(sql, [...parameters], true);
    return (result.records ?? []) as Row[]; // the shape is the statement's; the caller names it
  }

  /** Runs one statement and gives its first row, or null. */
  async row<Row>(sql: string, parameters: readonly unknown[] = []): Promise<Row | null> {
    return (await this.rows<Row>(sql, parameters))[0] ?? null;
  }

  /** Runs one statement and gives the number of rows it touched. */
  async run(sql: string, parameters: readonly unknown[] = []): Promise<number> {
    const result = await this.runner.query(sql, [...parameters], true);
    return result.affected ?? 0;
  }

  /** The instant that decides, by the database's clock. */
  async now(): Promise<Date> {
    const row = await this.row<{ now: Date }>('SELECT htsm_now() AS now');
    if (row === null) throw new Error('The database gave no time');
    return row.now;
  }
}
