import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { pairKey, pinClash } from '@htsm/domain/meetings';
import { SessionLock } from '@htsm/api/core';
import { MILLION, problemOf } from './event-problem';
import { TimetableJobs, type TimetableJob } from './timetable-jobs';
import { TimetableThread } from './timetable-thread';

/** The gap that is good enough, and how long it may take to get there, in seconds. */
const GAP = 0.001;
const SECONDS = 12;
/** The advisory lock of the process that makes timetables. */
const LOCK = [4_875_632, -2] as const;

/**
 * Makes the timetables that were asked for, one after another. Of several workers one does it: it holds a lock of the
 * database, so a run that is marked as begun and is not its own was left behind by another, and is begun again.
 */
@Injectable()
export class TimetableRun {
  private readonly lock: SessionLock;
  private isStopping = false;

  constructor(
    private readonly jobs: TimetableJobs,
    private readonly thread: TimetableThread,
    source: DataSource,
  ) {
    this.lock = new SessionLock(source, LOCK);
  }

  /** Makes the next one; gives whether there was one. Does nothing where another worker does it. */
  async follow(): Promise<boolean> {
    if ((await this.lock.hold()) === 'elsewhere') return false;
    const job = await this.jobs.begin();
    if (job === null) return false;
    await this.make(job);
    return true;
  }

  /** Lets another worker take over. */
  async stop(): Promise<void> {
    this.isStopping = true;
    await this.thread.stop();
    await this.lock.release();
  }

  private async make(job: TimetableJob): Promise<void> {
    const problem = problemOf(job.whole, job.pairs, job.run.basis);
    if (pinClash(problem) !== null) return this.jobs.fail(job);
    let noted = Promise.resolve();
    const onProgress = (gap: number): void => {
      noted = noted.then(() => this.jobs.note(job, gap));
    };
    const made = await this.thread
      .solve({ problem, gap: GAP, seconds: SECONDS, onProgress })
      .catch(async (fault: unknown) => {
        // who stops lets another worker begin again; what cannot be solved is not tried for ever
        if (!this.isStopping) await this.jobs.fail(job);
        throw fault;
      });
    await noted;
    const scores = problem.pairs.map((pair) => [pairKey(pair), Math.round(pair.score * MILLION)] as const);
    return this.jobs.keep(job, made, new Map(scores));
  }
}
