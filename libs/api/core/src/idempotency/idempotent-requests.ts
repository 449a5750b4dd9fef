import { createHash } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { DataSource, type QueryRunner } from 'typeorm';
import type { Actor } from '../access/actor';
import { CONFIG, type Config } from '../config/config';
import { Database, actorSettings } from '../database/database';
import { Tx } from '../database/tx';
import { openSecret, sealSecret } from '../secrets/sealed-secret';
import { idempotencyKeyOf } from './idempotency-key';
import { IdempotencyKeyUsed } from './idempotency.errors';
import { withSharedTransaction, type SharedTransaction } from './shared-transaction';

/** How long a key is remembered. */
const KEPT_HOURS = 24;
const PURPOSE = 'kept_answer';

/** A request under a key. */
export interface KeyedRequest {
  /** Keys are each person's own; everybody who is not signed in shares one room. */
  readonly actor: Actor;
  readonly key: string;
  /** Of the address and the body. */
  readonly fingerprint: string;
}

/** An answer as it is kept. */
export interface KeptAnswer {
  readonly status: number;
  /** Any JSON; undefined for an empty answer. */
  readonly body: unknown;
}

interface KeptRow {
  readonly fingerprint: string;
  readonly status: number;
  /** Sealed: it may hold a secret that is shown once. */
  readonly answer: Buffer | null;
}

/** Names what is asked, so that a key cannot answer something else. */
export function fingerprintOf(method: string, url: string, body: unknown): string {
  return createHash('sha256')
    .update(JSON.stringify([method, url, body ?? null]))
    .digest('hex');
}

/**
 * Does what is asked under a key once. Effect, key and answer are one transaction: whatever is killed, there are all
 * three or none. A second request under the key waits for the first and gives its answer; one that was refused or
 * killed leaves no key, so it may be tried again.
 */
@Injectable()
export class IdempotentRequests {
  constructor(
    private readonly source: DataSource,
    private readonly database: Database,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  /** Throws IdempotencyKeyUsed when the key belongs to another request. */
  async once(asked: KeyedRequest, work: () => Promise<KeptAnswer>): Promise<KeptAnswer & { isReplayed: boolean }> {
    const earlier = await this.database.as(asked.actor, (tx) => readKey(tx, asked.key));
    if (earlier !== null) return this.replay(earlier, asked);
    const shared: SharedTransaction = { runner: undefined, onOpen: (runner) => this.open(runner, asked) };
    try {
      const answer = await withSharedTransaction(shared, work);
      if (shared.runner !== undefined) await this.commit(shared.runner, asked, answer);
      return { ...answer, isReplayed: false };
    } catch (fault) {
      if (shared.runner?.isTransactionActive === true) await shared.runner.rollbackTransaction().catch(() => undefined);
      if (fault instanceof AnsweredMeanwhile) return this.replay(fault.row, asked);
      throw fault;
    } finally {
      await shared.runner?.release();
    }
  }

  /**
   * Does the last step of an upload under the key of its request, if it has one; `content` names what arrived. The
   * transaction begins after the bytes are in, so that none is open while they come.
   */
  async keep<Result>(
    actor: Actor,
    request: Pick<FastifyRequest, 'method' | 'url' | 'headers'>,
    content: string,
    work: () => Promise<Result>,
  ): Promise<Result> {
    const key = idempotencyKeyOf(request.headers);
    if (key === undefined) return work();
    const asked = { actor, key, fingerprint: fingerprintOf(request.method, request.url, content) };
    const { body } = await this.once(asked, async () => ({ status: 201, body: await work() }));
    return body as Result; // what `work` gave, now or under the same key before
  }

  /** Takes the key; whoever else holds it is waited for, and when they were first, their answer is given. */
  private async open(runner: QueryRunner, asked: KeyedRequest): Promise<void> {
    await runner.query(`START TRANSACTION; ${actorSettings(asked.actor)}`);
    const taken = await new Tx(runner).rows(
      `INSERT INTO idempotency_key AS k (key, fingerprint, expires_at) VALUES ($1, $2, htsm_now() + $3 * interval '1 hour')
       ON CONFLICT (owner, key) DO UPDATE SET fingerprint = excluded.fingerprint, expires_at = excluded.expires_at
       WHERE k.expires_at < htsm_now() RETURNING key`,
      [asked.key, asked.fingerprint, KEPT_HOURS],
    );
    if (taken.length === 1) return;
    const row = await readKey(new Tx(runner), asked.key);
    if (row === null) throw new Error('A key that is taken cannot be read');
    throw new AnsweredMeanwhile(row);
  }

  private async commit(runner: QueryRunner, asked: KeyedRequest, { status, body }: KeptAnswer): Promise<void> {
    await runner.query(actorSettings(asked.actor));
    await runner.query('UPDATE idempotency_key SET status = $2, answer = $3 WHERE key = $1', [
      asked.key,
      status,
      body === undefined ? null : sealSecret(this.config.appSecret, PURPOSE, JSON.stringify(body)),
    ]);
    await runner.commitTransaction();
  }

  private replay(row: KeptRow, asked: KeyedRequest): KeptAnswer & { isReplayed: boolean } {
    if (row.fingerprint !== asked.fingerprint) throw new IdempotencyKeyUsed();
    const body: unknown =
      row.answer === null ? undefined : JSON.parse(openSecret(this.config.appSecret, PURPOSE, row.answer));
    return { status: row.status, body, isReplayed: true };
  }
}

const READ = 'SELECT fingerprint, status, answer FROM idempotency_key WHERE key = $1 AND expires_at >= htsm_now()';

function readKey(tx: Tx, key: string): Promise<KeptRow | null> {
  return tx.row<KeptRow>(READ, [key]);
}

/** Leaves the work in hand: somebody else did it under the same key while this one waited. */
class AnsweredMeanwhile extends Error {
  constructor(readonly row: KeptRow) {
    super('answered meanwhile');
  }
}
