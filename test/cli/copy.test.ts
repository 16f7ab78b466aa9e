import { execFileSync } from 'node:child_process';
import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { readFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { copyTarget, copyTo } from '../../cli/copy.js';

let folder: string;
let from: string;
beforeEach(() => {
  folder = realpathSync(mkdtempSync(join(tmpdir(), 'qinggui-copy-')));
  from = join(folder, 'results.jsonl');
  writeFileSync(from, 'lines\n');
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

describe('the copy of the JSON lines', () => {
  it.each(['-', '/dev/stdout', '/proc/self/fd/1'])('goes to standard output for %s', async (given) => {
    expect(await copyTarget(given, [])).toEqual({ kind: 'output' });
  });

  it('takes the place of an older file, whole', async () => {
    const path = join(folder, 'copy.jsonl');
    writeFileSync(path, 'a longer text that was there before\n');
    await copyTo(from, await copyTarget(path, []));
    expect(readFileSync(path, 'utf8')).toBe('lines\n');
    expect(readdirSync(folder).sort()).toEqual(['copy.jsonl', 'results.jsonl']);
  });

  it('goes where a link leads, and leaves the link', async () => {
    mkdirSync(join(folder, 'elsewhere'));
    const path = join(folder, 'elsewhere', 'copy.jsonl');
    writeFileSync(path, '');
    symlinkSync(path, join(folder, 'link'));
    await copyTo(from, await copyTarget(join(folder, 'link'), []));
    expect(readFileSync(path, 'utf8')).toBe('lines\n');
    expect(readdirSync(folder).sort()).toEqual(['elsewhere', 'link', 'results.jsonl']);
  });

  it('writes into a pipe instead of replacing it', async ({ skip }) => {
    if (process.platform === 'win32') return skip('no named pipes here');
    const pipe = join(folder, 'pipe');
    execFileSync('mkfifo', [pipe]);
    const target = await copyTarget(pipe, []);
    expect(target).toEqual({ kind: 'file', path: pipe, stays: true });
    const [read] = await Promise.all([readFile(pipe, 'utf8'), copyTo(from, target)]);
    expect(read).toBe('lines\n');
    expect(readdirSync(folder).sort()).toEqual(['pipe', 'results.jsonl']);
  });

  it.each([
    ['a folder that is not there', () => join(folder, 'none', 'x.jsonl'), '不存在'],
    ['a folder', () => folder, '是一个文件夹'],
    ["one of the scan's own files", () => from, '会覆盖清规自己的文件'],
  ])('refuses %s before any work is done', async (_, given, message) => {
    await expect(copyTarget(given(), [from])).rejects.toMatchObject({
      name: 'UsageError',
      message: expect.stringContaining(message),
    });
  });
});
