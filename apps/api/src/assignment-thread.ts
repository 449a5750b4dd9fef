import { parentPort, workerData } from 'node:worker_threads';
import loadHighs from 'highs';
import { assignReviewers, type AssignmentInstance } from '@htsm/domain/assignment';

/** The thread that assigns reviewers: a large panel would keep others waiting. */
const instance = workerData as AssignmentInstance; // written by AssignmentThread, which types it
parentPort?.postMessage(await assignReviewers(instance, { loadSolver: () => loadHighs() }));
