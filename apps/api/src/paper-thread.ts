import { parentPort, workerData } from 'node:worker_threads';
import type { PaperOrder } from '@htsm/api/core';
import { writePaper } from '@htsm/api/core/paper';

/** The thread that writes documents. */
const order = workerData as PaperOrder; // written by PaperThread, which types it
parentPort?.postMessage(await writePaper(order));
