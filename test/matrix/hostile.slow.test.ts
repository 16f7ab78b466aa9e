import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { HOSTILE } from '../fixtures/hostile/index.js';
import type { ReadOne } from './read-one.js';

/** What one file may take before a scan would end its process: seconds, and megabytes of resident memory. */
const LIMIT = { seconds: 120, megabytes: 1300 };
const HEAP = '--max-old-space-size=1024';

const folder = mkdtempSync(join(tmpdir(), 'qinggui-hostile-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Files that one process reads: most of a second is the start of a process. */
const TOGETHER = 12;

/** What came of each; null where the process did not come to its end. */
const read = (paths: readonly string[]): Promise<readonly ReadOne[] | null> =>
  new Promise((resolve) => {
    execFile(
      process.execPath,
      [HEAP, 'dist/test/matrix/read-one.js', ...paths],
      { timeout: LIMIT.seconds * 1000, killSignal: 'SIGKILL', maxBuffer: 4 * 1024 * 1024 },
      (error, stdout) =>
        resolve(
          error
            ? null
            : stdout
                .trim()
                .split('\n')
                .map((line) => JSON.parse(line) as ReadOne),
        ),
    );
  });

const results = new Map<string, ReadOne | null>();

/** A file whose company ended badly, filled the memory or broke an engine before it, is read once more by itself. */
const readTogether = async (files: readonly (typeof HOSTILE)[number][]): Promise<void> => {
  const paths = files.map(({ name }) => join(folder, name));
  const together = await read(paths);
  for (const [at, { name, outcome }] of files.entries()) {
    const one = together?.[at];
    const good = one?.outcome === outcome && one.peak < LIMIT.megabytes;
    results.set(name, good ? one : ((await read([paths[at]!]))?.[0] ?? null));
  }
};

describe('a file that attacks is read right or refused for its reason', () => {
  it.each(HOSTILE.map((file) => [file.name, file.attack, file] as const))('%s: %s', async (name, _, file) => {
    if (!results.has(name)) {
      const at = HOSTILE.indexOf(file);
      const some = HOSTILE.slice(at, at + TOGETHER);
      for (const each of some) writeFileSync(join(folder, each.name), await each.make());
      await readTogether(some);
      for (const each of some) rmSync(join(folder, each.name));
    }
    const result = results.get(name);
    if (!result) throw new Error('the process that read it did not come to its end');
    const { outcome, detail, peak } = result;
    expect(outcome, detail).toBe(file.outcome);
    if (file.says) expect(detail.replace(/\s/gu, '')).toContain(file.says);
    expect(peak).toBeLessThan(LIMIT.megabytes);
  });
});
