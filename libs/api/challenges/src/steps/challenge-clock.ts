import { Injectable } from '@nestjs/common';
import { Database, type Tx } from '@htsm/api/core';
import { AnnouncedSteps } from './announced-steps';

/** Work of a later room when a challenge stops accepting, in the same transaction; gives the number of proposals. */
export type StoppedAcceptingWork = (tx: Tx, challengeId: string) => Promise<number>;

/** Challenges handled in one tick; the next tick takes the rest. */
const MOST_PER_TICK = 50;

/** Opens and closes challenges by the database's clock; runs in the worker, safe to run in several at once. */
@Injectable()
export class ChallengeClock {
  private readonly work: StoppedAcceptingWork[] = [];

  constructor(
    private readonly database: Database,
    private readonly steps: AnnouncedSteps,
  ) {}

  /** Adds work of a later room; called once, at start. The numbers of all rooms are added up. */
  onStoppedAccepting(work: StoppedAcceptingWork): void {
    this.work.push(work);
  }

  /**
   * Handles what is due, one challenge per transaction, and gives whether anything was. A challenge that fails does
   * not hold up the others; the first fault is thrown at the end and the next tick tries again.
   */
  async tick(): Promise<boolean> {
    const failed: string[] = [];
    const faults: unknown[] = [];
    let handled = 0;
    for (const task of [this.open, this.stop]) {
      for (let next = await this.findDue(task, failed); next !== null && handled < MOST_PER_TICK; handled += 1) {
        const id = next;
        await task.run(id).catch((fault: unknown) => {
          failed.push(id);
          faults.push(fault);
        });
        next = await this.findDue(task, failed);
      }
    }
    if (faults.length > 0) throw faults[0];
    return handled > 0;
  }

  private readonly open: DueTask = {
    due: `state = 'scheduled' AND opens_at <= (SELECT htsm_now())`,
    order: 'opens_at',
    run: (id) => this.whenStillDue(this.open, id, (tx) => this.steps.open(tx, id)),
  };

  private readonly stop: DueTask = {
    due: `state = 'open' AND closes_at <= (SELECT htsm_now())`,
    order: 'closes_at',
    run: (id) =>
      this.whenStillDue(this.stop, id, (tx) => this.steps.stopAccepting(tx, id, () => this.workOfOthers(tx, id))),
  };

  private async workOfOthers(tx: Tx, challengeId: string): Promise<number> {
    let proposals = 0;
    for (const work of this.work) proposals += await work(tx, challengeId);
    return proposals;
  }

  private findDue(task: DueTask, except: readonly string[]): Promise<string | null> {
    return this.database.asSystem(async (tx) => {
      const row = await tx.row<{ id: string }>(
        `SELECT id FROM challenge WHERE ${task.due} AND id <> ALL ($1::uuid[]) ORDER BY ${task.order}, id LIMIT 1
         FOR UPDATE SKIP LOCKED`,
        [except],
      );
      return row?.id ?? null;
    });
  }

  /** Another worker may hold or have handled it since it was found: then there is nothing to do. */
  private whenStillDue(task: DueTask, id: string, work: (tx: Tx) => Promise<unknown>): Promise<void> {
    return this.database.asSystem(async (tx) => {
      const row = await tx.row(`SELECT id FROM challenge WHERE id = $1 AND ${task.due} FOR UPDATE SKIP LOCKED`, [id]);
      if (row !== null) await work(tx);
    });
  }
}

/** One kind of work of the clock. */
interface DueTask {
  /** Condition on the table `challenge`. */
  readonly due: string;
  readonly order: string;
  readonly run: (id: string) => Promise<void>;
}
