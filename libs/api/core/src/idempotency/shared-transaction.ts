import { AsyncLocalStorage } from 'node:async_hooks';
import type { QueryRunner } from 'typeorm';

/** One transaction for all that a request does: its effect, and the mark that it was done, commit together or not at all. */
export interface SharedTransaction {
  /** Open from the first use on; undefined before that, so that no connection is held while nothing is written. */
  runner: QueryRunner | undefined;
  /** Runs once, as soon as the transaction is open. */
  readonly onOpen: (runner: QueryRunner) => Promise<void>;
}

const current = new AsyncLocalStorage<SharedTransaction>();

/** The transaction that the running request shares; undefined when each of its steps has its own. */
export function sharedTransaction(): SharedTransaction | undefined {
  return current.getStore();
}

/** Runs `work` so that every transaction it asks for is a part of this one. */
export function withSharedTransaction<Result>(shared: SharedTransaction, work: () => Promise<Result>): Promise<Result> {
  return current.run(shared, work);
}

/** Runs `work` outside of any shared transaction. */
export function withoutSharedTransaction<Result>(work: () => Promise<Result>): Promise<Result> {
  return current.exit(work);
}
