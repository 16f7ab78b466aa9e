import { writeSync } from 'node:fs';
import { performance } from 'node:perf_hooks';
import { DEFAULT_READING } from '../../extractors/index.js';
import { FileError } from '../../model/index.js';
import { peakMemory } from '../matrix/peak-memory.js';
import { readAll } from '../matrix/read-all.js';
import { fuzzFormat, isRecognised } from './formats.js';
import { mutantOf } from './mutant.js';
import type { Line } from './protocol.js';

/** Reads mutants one after the other in this process, and says on standard output what came of each. */
const MEGABYTE = 1024 * 1024;
const HELD_EVERY = 100;

/** Written at once: what is said before a crash arrives. */
const say = (line: Line): void => {
  writeSync(1, `${JSON.stringify(line)}\n`);
};

const outcomeOf = async (bytes: Uint8Array, ocr: boolean): Promise<{ outcome: string; error?: string }> => {
  try {
    await readAll(bytes, { ...DEFAULT_READING, ocr });
    return { outcome: 'read' };
  } catch (error) {
    if (error instanceof FileError && !['internal', 'out-of-memory'].includes(error.reason.code))
      return { outcome: error.reason.code };
    return { outcome: 'internal', error: String(error instanceof Error ? error.stack : error).slice(0, 600) };
  }
};

const held = (number: number): void => {
  (globalThis as { gc?: () => void }).gc?.();
  const { heapUsed, external, rss } = process.memoryUsage();
  say({
    say: 'held',
    number,
    heap: Math.round((heapUsed + external) / MEGABYTE),
    resident: Math.round(rss / MEGABYTE),
  });
};

const [name = '', from = '0', count = '0'] = process.argv.slice(2);
const format = await fuzzFormat(name);
for (let number = Number(from); number < Number(from) + Number(count); number++) {
  const bytes = mutantOf(format, number);
  say({ say: 'begin', number });
  const begun = performance.now();
  const outcome = await outcomeOf(bytes, isRecognised(name, number));
  say({
    say: 'end',
    number,
    ...outcome,
    milliseconds: Math.round(performance.now() - begun),
    peak: peakMemory(),
  });
  if (number % HELD_EVERY === HELD_EVERY - 1) held(number);
}
say({ say: 'done' });
