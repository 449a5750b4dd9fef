import { Injectable } from '@nestjs/common';
import { ProgramThread } from '@htsm/api/core';
import type { Timetable } from '@htsm/domain/meetings';
import type { ThreadMessage, ThreadTask } from './thread-messages';

/** How a timetable is asked for: the task, and who hears how far it is. */
export interface TimetableOrder extends ThreadTask {
  readonly onProgress: (gap: number) => void;
}

/** Makes timetables in a thread of their own. */
@Injectable()
export class TimetableThread {
  private readonly thread = new ProgramThread<ThreadMessage>('timetable-thread');

  /** Throws what the thread throws, and when it was stopped. */
  solve({ onProgress, ...task }: TimetableOrder): Promise<Timetable> {
    return this.thread.run<Timetable>(task satisfies ThreadTask, (message, done) => {
      if (message.kind === 'progress') onProgress(message.gap);
      else done(message.timetable);
    });
  }

  /** Ends what is being worked on; it can be asked for again. */
  stop(): Promise<void> {
    return this.thread.stop();
  }
}
