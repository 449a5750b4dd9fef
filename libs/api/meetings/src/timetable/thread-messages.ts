import type { Timetable, TimetableProblem } from '@htsm/domain/meetings';

/** What the thread is started with. */
export interface ThreadTask {
  readonly problem: TimetableProblem;
  readonly gap: number;
  readonly seconds: number;
}

/** What the thread says while it works, and at the end. */
export type ThreadMessage =
  { readonly kind: 'progress'; readonly gap: number } | { readonly kind: 'done'; readonly timetable: Timetable };
