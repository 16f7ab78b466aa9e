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

/** Each in a process of its own, so that memory is that of one file. */
const readOne = (path: string): Promise<ReadOne> =>
  new Promise((resolve, reject) => {
    execFile(
      process.execPath,
      [HEAP, 'dist/test/matrix/read-one.js', path],
      { timeout: LIMIT.seconds * 1000, killSignal: 'SIGKILL', maxBuffer: 1024 * 1024 },
      (error, stdout) => (error ? reject(error) : resolve(JSON.parse(stdout) as ReadOne)),
    );
  });

describe('a file that attacks is read right or refused for its reason', () => {
  it.each(HOSTILE.map((file) => [file.name, file.attack, file] as const))('%s: %s', async (name, _, file) => {
    const path = join(folder, name);
    writeFileSync(path, await file.make());
    const { outcome, detail, peak } = await readOne(path);
    rmSync(path);
    expect(outcome, detail).toBe(file.outcome);
    if (file.says) expect(detail.replace(/\s/gu, '')).toContain(file.says);
    expect(peak).toBeLessThan(LIMIT.megabytes);
  });
});
