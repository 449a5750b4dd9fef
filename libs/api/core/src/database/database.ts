import { Injectable } from '@nestjs/common';
import { DataSource, type QueryRunner } from 'typeorm';
import type { Actor } from '../access/actor';
import { currentRequestId } from '../http/request-context';
import { sharedTransaction, type SharedTransaction } from '../idempotency/shared-transaction';
import { Tx } from './tx';

/** The transactions of this process. The API's role sees only the rows of its actor; the worker's sees all. */
@Injectable()
export class Database {
  constructor(private readonly source: DataSource) {}

  /** Runs `work` in a transaction in which row policies see `actor`; commits on return, rolls back on a throw. */
  as<Result>(actor: Actor, work: (tx: Tx) => Promise<Result>): Promise<Result> {
    const shared = sharedTransaction();
    return shared === undefined
      ? this.transaction(`START TRANSACTION; ${actorSettings(actor)}`, work)
      : this.join(shared, actor, work);
  }

  /** Runs `work` in a transaction without an actor; only the worker's role sees rows in it. */
  asSystem<Result>(work: (tx: Tx) => Promise<Result>): Promise<Result> {
    return this.transaction(`START TRANSACTION; ${setLocal([requestSetting()])}`, work);
  }

  /** Makes `work` a part of the request's own transaction: what it throws undoes this part alone. */
  private async join<Result>(
    shared: SharedTransaction,
    actor: Actor,
    work: (tx: Tx) => Promise<Result>,
  ): Promise<Result> {
    const runner = shared.runner ?? (await this.open(shared));
    await runner.query(`SAVEPOINT part; ${actorSettings(actor)}`);
    try {
      const result = await work(new Tx(runner));
      await runner.query('RELEASE SAVEPOINT part');
      return result;
    } catch (fault) {
      await runner.query('ROLLBACK TO SAVEPOINT part').catch(() => undefined);
      throw fault;
    }
  }

  private async open(shared: SharedTransaction): Promise<QueryRunner> {
    const runner = this.source.createQueryRunner();
    await runner.connect();
    shared.runner = runner;
    markActive(runner);
    await shared.onOpen(runner);
    return runner;
  }

  private async transaction<Result>(begin: string, work: (tx: Tx) => Promise<Result>): Promise<Result> {
    const runner = this.source.createQueryRunner();
    try {
      await runner.connect();
      await runner.query(begin);
      markActive(runner);
      const result = await work(new Tx(runner));
      await runner.commitTransaction();
      return result;
    } catch (fault) {
      if (runner.isTransactionActive) await runner.rollbackTransaction().catch(() => undefined);
      throw fault;
    } finally {
      await runner.release();
    }
  }
}

/** TypeORM begins in a round trip of its own; ours carries the actor too, so TypeORM is told that it has begun. */
function markActive(runner: QueryRunner): void {
  Object.assign(runner, { isTransactionActive: true, transactionDepth: 1 });
}

/** A statement that tells the policies who it is, until the end of the transaction. Values are ids and fixed words, quoted all the same. */
export function actorSettings(actor: Actor): string {
  const isUser = actor.kind === 'user';
  const settings: [string, string][] = [
    ['app.user_id', isUser ? actor.userId : ''],
    ['app.org_ids', isUser ? `{${actor.organisations.map((o) => o.id).join(',')}}` : ''],
    ['app.roles', isUser ? actor.bodies.join(',') : ''],
    ['app.token_id', actor.kind === 'token' ? actor.tokenId : ''],
    requestSetting(),
  ];
  return setLocal(settings);
}

/** The request behind the transaction, for the audit log; empty when the clock is. */
function requestSetting(): [string, string] {
  return ['app.request_id', currentRequestId() ?? ''];
}

function setLocal(settings: readonly [string, string][]): string {
  const calls = settings.map(([name, value]) => `set_config('${name}', '${value.replaceAll("'", "''")}', true)`);
  return `SELECT ${calls.join(', ')}`;
}
