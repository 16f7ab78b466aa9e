import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';
import type { Places } from './data.js';
import { type Answers, TASKS, taskName } from './tasks.js';

/** More would each hold the data in memory for little gain. */
const MOST_WORKERS = 4;

/** Does all tasks, as many at once as there are cores; the answers stand under the tasks' names. */
export const runAll = async (places: Places): Promise<ReadonlyMap<string, Answers>> => {
  const found = new Map<string, Answers>();
  let next = 0;
  const work = (): Promise<void> =>
    new Promise((done, failed) => {
      const worker = new Worker(new URL('./worker.js', import.meta.url), { workerData: places });
      let task = -1;
      worker.once('error', failed);
      worker.on('message', (answers: Answers | 'ready') => {
        if (answers !== 'ready') {
          found.set(taskName(TASKS[task]!), answers);
          console.error(`${found.size}/${TASKS.length} ${taskName(TASKS[task]!)}`);
        }
        task = next++;
        if (task < TASKS.length) worker.postMessage(task);
        else worker.terminate().then(() => done(), failed);
      });
    });
  await Promise.all(Array.from({ length: Math.min(MOST_WORKERS, availableParallelism()) }, work));
  return found;
};
