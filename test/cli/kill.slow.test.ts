import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ended, makeFolder, qinggui, start } from './run.js';

const folder = mkdtempSync(join(tmpdir(), 'qinggui-kill-'));
const input = join(folder, 'in');
let expected: string;
/** Milliseconds of an undisturbed run. */
let whole: number;

const scanTo = (output: string): string[] => ['scan', input, '--output', output, '--unit', '清水市某局'];
const results = (output: string): string => readFileSync(join(output, 'results.jsonl'), 'utf8');

beforeAll(async () => {
  makeFolder(input, 60, 20);
  const output = join(folder, 'undisturbed');
  const begun = performance.now();
  expect((await qinggui(scanTo(output))).status).toBe(0);
  whole = performance.now() - begun;
  expected = results(output);
  expect(expected.split('\n').filter(Boolean).length).toBeGreaterThanOrEqual(60);
}, 120_000);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Park and Miller's generator: the same points at every run of the test. */
const points = (seed: number, count: number): number[] => {
  const values: number[] = [];
  for (let state = seed; values.length < count; ) {
    state = (state * 48_271) % 2_147_483_647;
    values.push(state / 2_147_483_647);
  }
  return values;
};

const killAfter = async (output: string, milliseconds: number) => {
  const child = start(scanTo(output));
  const timer = setTimeout(() => child.kill('SIGKILL'), milliseconds);
  const run = await ended(child);
  clearTimeout(timer);
  return run;
};

describe('a scan that is killed', () => {
  it.each(points(20210106, 2).map((point, index) => [index + 1, point] as const))(
    'several times gives the results of an undisturbed one (series %i)',
    async (series, point) => {
      const output = join(folder, `killed-${series}`);
      for (const share of [point, ...points(Math.round(point * 1e6) + 1, 2)])
        await killAfter(output, 40 + share * whole);
      const last = await qinggui(scanTo(output));
      expect(last).toMatchObject({ status: 0 });
      expect(results(output)).toBe(expected);
      expect(readdirSync(output).sort()).toEqual(
        expect.arrayContaining(['qinggui.db', 'results.jsonl', '台账.xlsx']),
      );
      expect(readdirSync(output).filter((name) => /人工修改|partial/u.test(name))).toEqual([]);
    },
  );
});

describe('a scan that is interrupted', () => {
  it('says how to go on, ends with 130, and the next one goes on', async () => {
    const output = join(folder, 'interrupted');
    const child = start(scanTo(output));
    // The first word of progress: some files are done and most are not.
    child.stderr?.once('data', () => child.kill('SIGINT'));
    const run = await ended(child);
    expect(run.status).toBe(130);
    expect(run.stderr).toContain('重新运行同一命令即可继续');
    expect(existsSync(join(output, 'results.jsonl'))).toBe(false);
    const next = await qinggui(scanTo(output));
    expect(next.status).toBe(0);
    expect(results(output)).toBe(expected);
  });
});
