import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { performance } from 'node:perf_hooks';
import type { Readable } from 'node:stream';
import { text } from 'node:stream/consumers';

/** What one program took, from its start to its end. */
export interface Cost {
  readonly seconds: number;
  /** Most resident memory at any look, all its processes together, in megabytes (10⁶ bytes); 0 where there is no /proc. */
  readonly peak: number;
}

/** Milliseconds between two looks at the memory. */
const INTERVAL = 50;
/** Bytes of a page of memory. */
const PAGE = 4096;

/** Runs a Node program with the processes that it starts. Throws with what it said when it ends with another status than 0. */
export const costOf = async (program: string, args: readonly string[]): Promise<Cost> => {
  const begun = performance.now();
  const child = spawn(process.execPath, [program, ...args], {
    stdio: ['ignore', 'ignore', 'pipe'],
    env: { ...process.env, QINGGUI_DATABASE: '' },
  });
  let peak = 0;
  const watch = setInterval(() => {
    peak = Math.max(peak, residentOf(child.pid!));
  }, INTERVAL);
  const said = text(child.stderr as Readable);
  const [status] = await once(child, 'close');
  clearInterval(watch);
  const seconds = (performance.now() - begun) / 1000;
  if (status !== 0) throw new Error(`${program} ended with ${status}:\n${await said}`);
  return { seconds, peak: peak / 1e6 };
};

/** Bytes that a process and those below it hold; those that have just ended hold none. */
const residentOf = (pid: number): number => {
  try {
    const pages = Number(readFileSync(`/proc/${pid}/statm`, 'utf8').split(' ')[1]);
    const children = readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8').trim().split(' ');
    return children.filter(Boolean).reduce((sum, inner) => sum + residentOf(Number(inner)), pages * PAGE);
  } catch {
    return 0;
  }
};
