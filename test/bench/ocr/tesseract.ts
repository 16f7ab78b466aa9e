import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { text } from 'node:stream/consumers';
import type { Raster } from '../../../extractors/ocr/recognised-page.js';
import { imageOf } from './draw.js';

/** What reading took: seconds by the clock, and seconds of the processor, which other work does not lengthen. */
export interface Took {
  readonly clock: number;
  readonly processor: number;
}

export interface Read extends Took {
  readonly text: string;
}

/** Tesseract on the command line, one process a page; its start, which a long-lived process would spare, is not counted. */
export interface Tesseract {
  readonly version: string;
  readonly start: Took;
  read(raster: Raster, pageMode: number): Promise<Read>;
  close(): void;
}

/** Null, with a printed line, where Tesseract or its simplified Chinese is not installed. */
export const findTesseract = async (): Promise<Tesseract | null> => {
  const languages = await run(['--list-langs']).catch(() => null);
  if (!languages?.text.includes('chi_sim')) {
    console.log('tesseract with chi_sim is not here: no comparison (apt-get install tesseract-ocr-chi-sim)');
    return null;
  }
  const version = (await run(['--version'])).text.split('\n')[0]!;
  const scratch = mkdtempSync(join(tmpdir(), 'qinggui-ocr-'));
  const file = join(scratch, 'page.png');
  const read = async (raster: Raster, pageMode: number): Promise<Read> => {
    await imageOf(raster).png({ compressionLevel: 1 }).toFile(file);
    const dpi = Math.round(raster.scale * 72);
    return run([file, 'stdout', '-l', 'chi_sim', '--psm', String(pageMode), '--dpi', String(dpi)]);
  };
  const blank: Raster = {
    width: 64,
    height: 64,
    data: new Uint8Array(64 * 64 * 3).fill(255),
    scale: 200 / 72,
  };
  await read(blank, 6);
  const start = await read(blank, 6);
  return {
    version,
    start,
    read: async (raster, pageMode) => {
      const result = await read(raster, pageMode);
      return {
        text: result.text,
        clock: result.clock - start.clock,
        processor: result.processor - start.processor,
      };
    },
    close: () => rmSync(scratch, { recursive: true }),
  };
};

const run = async (args: readonly string[]): Promise<Read> => {
  const begun = performance.now();
  // `times` says what the shell itself, then what its children took: user and system.
  const child = spawn('sh', ['-c', 'tesseract "$@" 2>/dev/null; times >&2', 'sh', ...args], {
    env: { ...process.env, OMP_THREAD_LIMIT: '1' },
  });
  const [out, times] = await Promise.all([text(child.stdout), text(child.stderr)]);
  const clock = (performance.now() - begun) / 1000;
  const children = times.trim().split('\n').at(-1)!;
  const processor = [...children.matchAll(/(\d+)m([\d.]+)s/gu)].reduce(
    (sum, [, minutes, seconds]) => sum + Number(minutes) * 60 + Number(seconds),
    0,
  );
  return { text: out, clock, processor };
};
