import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { fileURLToPath } from 'node:url';
import type { Raster } from '../../../extractors/ocr/recognised-page.js';
import type { PageFile } from './worker.js';

/** Pages a second of so many processes that share the work, their start not counted. */
export const throughput = async (rasters: readonly Raster[], processes: number): Promise<number> => {
  const scratch = mkdtempSync(join(tmpdir(), 'qinggui-ocr-'));
  const files = rasters.map(({ data, ...page }, at): PageFile => {
    const path = join(scratch, String(at));
    writeFileSync(path, data);
    return { path, ...page };
  });
  const program = fileURLToPath(new URL('./worker.js', import.meta.url));
  const children = Array.from({ length: processes }, () => fork(program));
  const ask = async (child: ChildProcess, file: PageFile): Promise<void> => {
    const answer = once(child, 'message');
    child.send(file);
    await answer;
  };
  await Promise.all(children.map((child) => once(child, 'message')));
  // The first page loads the models.
  await Promise.all(children.map((child) => ask(child, files[0]!)));
  const begun = performance.now();
  const left = [...files];
  await Promise.all(
    children.map(async (child) => {
      for (let file = left.shift(); file; file = left.shift()) await ask(child, file);
    }),
  );
  const seconds = (performance.now() - begun) / 1000;
  for (const child of children) child.disconnect();
  rmSync(scratch, { recursive: true });
  return files.length / seconds;
};
