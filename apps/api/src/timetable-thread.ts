import { parentPort, workerData } from 'node:worker_threads';
import loadHighs from 'highs';
import { solveTimetable, type ThreadMessage, type ThreadTask } from '@htsm/api/meetings/thread';

/** The thread that makes one timetable: the solver blocks whoever calls it. */
const { problem, gap, seconds } = workerData as ThreadTask; // written by TimetableThread, which types it
const say = (message: ThreadMessage): void => parentPort?.postMessage(message);
const onProgress = (found: number): void => say({ kind: 'progress', gap: found });
say({ kind: 'done', timetable: solveTimetable(await loadHighs(), problem, { gap, seconds, onProgress }) });
