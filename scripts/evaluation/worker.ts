import { parentPort, workerData } from 'node:worker_threads';
import { type Places, readData } from './data.js';
import { runTask, TASKS } from './tasks.js';

/** Reads the data once, then does the tasks whose numbers come. */
const data = await readData(workerData as Places);
parentPort!.on('message', (task: number) => parentPort!.postMessage(runTask(TASKS[task]!, data)));
parentPort!.postMessage('ready');
