import { Inject, Injectable } from '@nestjs/common';
import { CONFIG, Database, type Config, type Tx } from '@htsm/api/core';
import { planMails } from '@htsm/domain';
import { carryOut, lockWaiting, waitingFor } from './waiting-mails.repository';

/** People decided about in one transaction. */
const BATCH = 50;

/**
 * Decides what becomes of mails that wait: sent, said together, left for the daily one, or dropped. Any number of runs may work
 * side by side or be killed: a batch is one transaction that locks its people and leaves nothing half decided.
 */
@Injectable()
export class NoticeRun {
  constructor(
    private readonly database: Database,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  /** Decides about everything whose moment has come by the clock; gives how many mails went on their way. */
  async runDue(): Promise<number> {
    let released = 0;
    for (;;) {
      const batch = await this.database.asSystem((tx) => this.serveBatch(tx));
      if (batch === null) return released;
      released += batch;
    }
  }

  private async serveBatch(tx: Tx): Promise<number | null> {
    const { mergeMinutes, mostPerDay } = this.config.notices;
    const people = await lockWaiting(tx, mergeMinutes, BATCH);
    if (people.length === 0) return null;
    const now = await tx.now();
    let released = 0;
    for (const person of people) {
      const { sentToday, quiet } = person;
      const terms = { now, windowMs: mergeMinutes * 60_000, mostPerDay, sentToday, quiet };
      released += await carryOut(tx, person, planMails(await waitingFor(tx, person), terms));
    }
    return released;
  }
}
