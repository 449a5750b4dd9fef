import { parentPort, workerData } from 'node:worker_threads';
import { writeWorkbook, type Sheet } from '@htsm/api/core/workbook';

/** The thread that writes workbooks. */
const sheets = workerData as readonly Sheet[]; // written by WorkbookThread, which types it
parentPort?.postMessage(await writeWorkbook(sheets));
