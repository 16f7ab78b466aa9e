/**
 * Reads files, one after the other, as a scan without recognition does and says of each, as a line of JSON, what came of
 * it: what the hostile files are held to.
 *
 *     node dist/test/matrix/read-one.js FILE…
 */
import { readFileSync } from 'node:fs';
import { performance } from 'node:perf_hooks';
import { DEFAULT_READING, detectFormat } from '../../extractors/index.js';
import { FileError, type FileFormat } from '../../model/index.js';
import { peakMemory } from './peak-memory.js';
import { readAll } from './read-all.js';

/** What came of a file. */
export interface ReadOne {
  readonly format: FileFormat;
  /** 'read', a reason's code, or 'crash'. */
  readonly outcome: string;
  /** The reason's words, the error, or the text's beginning. */
  readonly detail: string;
  readonly milliseconds: number;
  /** Most resident memory of the process so far, in megabytes. */
  readonly peak: number;
}

const DETAIL = 2_000;

const outcomeOf = async (bytes: Uint8Array): Promise<[outcome: string, detail: string]> => {
  try {
    const manuscripts = await readAll(bytes, { ...DEFAULT_READING, ocr: false });
    return ['read', manuscripts.map(({ text }) => text.slice(0, DETAIL)).join('\n')];
  } catch (error) {
    if (error instanceof FileError) return [error.reason.code, error.reason.message];
    return ['crash', String(error instanceof Error ? error.stack : error)];
  }
};

for (const path of process.argv.slice(2)) {
  const bytes = readFileSync(path);
  const begun = performance.now();
  const format = await detectFormat(bytes);
  const [outcome, detail] = await outcomeOf(bytes);
  const result: ReadOne = {
    format,
    outcome,
    detail: detail.slice(0, DETAIL),
    milliseconds: Math.round(performance.now() - begun),
    peak: peakMemory(),
  };
  console.log(JSON.stringify(result));
}
