import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { performance } from 'node:perf_hooks';
import type { Readable } from 'node:stream';
import { text } from 'node:stream/consumers';

/** What one program took, from its start to its end. */
export interface Cost {
  readonly seconds: number;
  /** Most resident memory at any moment, all threads together, in megabytes (10⁶ bytes). */
  readonly peak: number;
}

const PEAK = new URL('./peak.js', import.meta.url).href;

/** Runs a Node program in a process of its own. Throws with what it said when it ends with another status than 0. */
export const costOf = async (program: string, args: readonly string[]): Promise<Cost> => {
  const begun = performance.now();
  const child = spawn(process.execPath, ['--import', PEAK, program, ...args], {
    stdio: ['ignore', 'ignore', 'pipe', 'pipe'],
    env: { ...process.env, QINGGUI_DATABASE: '' },
  });
  const said = Promise.all([text(child.stderr as Readable), text(child.stdio[3] as Readable)]);
  const [status] = await once(child, 'close');
  const seconds = (performance.now() - begun) / 1000;
  const [stderr, kilobytes] = await said;
  if (status !== 0) throw new Error(`${program} ended with ${status}:\n${stderr}`);
  return { seconds, peak: (Number(kilobytes) * 1024) / 1e6 };
};
