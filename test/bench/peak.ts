import { writeSync } from 'node:fs';
import { isMainThread } from 'node:worker_threads';

/** Loaded before a measured program: says on descriptor 3, in its last moment, how many kilobytes it held at most. */
if (isMainThread) process.on('exit', () => writeSync(3, String(process.resourceUsage().maxRSS)));
