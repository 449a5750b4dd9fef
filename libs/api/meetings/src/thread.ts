export { solveTimetable } from './timetable/solve-timetable';
export type { ThreadMessage, ThreadTask } from './timetable/thread-messages';
