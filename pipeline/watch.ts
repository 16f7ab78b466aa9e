import { writeSync } from 'node:fs';
import { isMainThread, Worker, workerData } from 'node:worker_threads';
import { WATCH_PIPE } from './work.js';

/** Milliseconds between two looks. */
const INTERVAL = 50;
const MEGABYTE = 1024 * 1024;

/**
 * Watches this process from a thread of its own, which goes on while the reader is busy: ends the process when it
 * holds more memory than it may (arrays, WebAssembly and native libraries included, which no limit of V8 counts), or
 * when its parent is gone.
 *
 * @param memory megabytes.
 */
export const startWatch = (memory: number): void => {
  new Worker(new URL(import.meta.url), {
    workerData: { memory, parent: process.ppid },
    stdin: false,
  }).unref();
};

if (!isMainThread) {
  const { memory, parent } = workerData as { memory: number; parent: number };
  setInterval(() => {
    if (process.memoryUsage.rss() > memory * MEGABYTE) {
      writeSync(WATCH_PIPE, 'memory');
      process.kill(process.pid, 'SIGKILL');
    }
    if (process.ppid !== parent) process.kill(process.pid, 'SIGKILL');
  }, INTERVAL);
}
