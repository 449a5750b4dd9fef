import { dirname, resolve } from 'node:path';
import { Worker } from 'node:worker_threads';
import { Injectable } from '@nestjs/common';
import type { Timetable } from '@htsm/domain/meetings';
import type { ThreadMessage, ThreadTask } from './thread-messages';

/** How a timetable is asked for: the task, and who hears how far it is. */
export interface TimetableOrder extends ThreadTask {
  readonly onProgress: (gap: number) => void;
}

/** Makes timetables in a thread of their own. */
@Injectable()
export class TimetableThread {
  private readonly working = new Set<Worker>();

  /** Throws what the thread throws, and when it was stopped. */
  solve({ onProgress, ...task }: TimetableOrder): Promise<Timetable> {
    const worker = new Worker(threadFile(), { workerData: task satisfies ThreadTask });
    this.working.add(worker);
    return new Promise<Timetable>((done, failed) => {
      worker.on('message', (message: ThreadMessage) => {
        if (message.kind === 'progress') onProgress(message.gap);
        else done(message.timetable);
      });
      worker.once('error', failed);
      worker.once('exit', () => failed(new Error('The thread ended without a timetable'))); // after `done` this changes nothing
    }).finally(() => {
      this.working.delete(worker);
      return worker.terminate();
    });
  }

  /** Ends what is being worked on; it can be asked for again. */
  async stop(): Promise<void> {
    await Promise.all([...this.working].map((worker) => worker.terminate()));
  }
}

/** Beside the program of this process; tests run from the sources and use the bundle that was made for them. */
function threadFile(): string {
  return resolve(process.env['HTSM_TEST_BUNDLE'] ?? dirname(process.argv[1] ?? ''), 'timetable-thread.js');
}
