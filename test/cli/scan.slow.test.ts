import {
  appendFileSync,
  copyFileSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { ResultLine } from '../../reports/index.js';
import { startPostgres } from '../store/postgres.js';
import { makeFolder, page, qinggui } from './run.js';

let folder: string;
let input: string;
let output: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'qinggui-scan-'));
  input = join(folder, 'in');
  output = join(folder, 'out');
  mkdirSync(input);
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const scan = (...more: string[]) => qinggui(['scan', input, '--output', output, ...more]);
const lines = (path = join(output, 'results.jsonl')): ResultLine[] =>
  readFileSync(path, 'utf8')
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line) as ResultLine);
const count = (said: string, name: string): number =>
  Number(new RegExp(`^\\s*${name}\\s+(\\d+)`, 'mu').exec(said)?.[1] ?? Number.NaN);
const schema = (name: string): object =>
  JSON.parse(readFileSync(`docs/schemas/${name}.schema.json`, 'utf8')) as object;

describe('qinggui scan', () => {
  it('accounts for every file, in walk order, with lines that keep the schema', async () => {
    makeFolder(input, 8);
    copyFileSync(join(input, '第0科/000.html'), join(input, '副本.html'));
    writeFileSync(join(input, '空.txt'), '');
    writeFileSync(join(input, '.隐藏'), 'x');
    writeFileSync(join(input, '程序.bin'), Buffer.from([0x7f, 0x45, 0x4c, 0x46, 0, 1, 2, 3]));
    const run = await scan('--unit', '清水市某局');
    expect(run.status).toBe(0);
    expect(count(run.stdout, '找到')).toBe(12);
    expect(count(run.stdout, '已读取') + count(run.stdout, '已跳过') + count(run.stdout, '读取失败')).toBe(
      12,
    );
    expect(run.stdout).toContain('程序.bin');
    expect(run.stdout).toContain(join(output, '台账.xlsx'));
    expect(run.stdout).toMatch(/注意：有\d+份文件未能读取/u);
    const found = lines();
    expect(new Set(found.map((line) => line.source)).size).toBe(12);
    const validate = new Ajv2020({ strict: false }).compile(schema('result-line'));
    for (const line of found) expect(validate(line), JSON.stringify(validate.errors)).toBe(true);
    const copy = found.find((line) => line.status === 'skipped' && line.reason.code === 'duplicate');
    expect(copy).toMatchObject({ reason: { message: expect.stringContaining('.html') }, format: 'html' });
    expect(readdirSync(output).sort()).toEqual(['qinggui.db', 'results.jsonl', '台账.xlsx']);
  });

  it('gives evidence and citations whose offsets count in the provision', async () => {
    makeFolder(input, 3);
    await scan('--all-provisions');
    const provisions = lines().flatMap((line) => (line.status === 'read' ? line.provisions : []));
    expect(provisions.length).toBeGreaterThan(0);
    for (const { text, evidence, citations } of provisions) {
      for (const each of evidence) expect(text.slice(each.start, each.end)).toBe(each.text);
      for (const each of citations) expect(text.slice(each.start, each.end)).not.toBe('');
    }
  });

  it('leaves everything as it is when nothing has changed, and reads one file when one was added', async () => {
    makeFolder(input, 6);
    await scan();
    const before = ['results.jsonl', '台账.xlsx'].map((name) => statSync(join(output, name)).mtimeMs);
    const second = await scan();
    expect(second.stdout).toMatch(/其中\s*6\s*份未改动/u);
    expect(['results.jsonl', '台账.xlsx'].map((name) => statSync(join(output, name)).mtimeMs)).toEqual(
      before,
    );
    writeFileSync(join(input, '新增.html'), page(77));
    const third = await scan();
    expect(third.stdout).toMatch(/其中\s*6\s*份未改动/u);
    expect(count(third.stdout, '已读取')).toBe(7);
    rmSync(join(input, '新增.html'));
    expect(count((await scan()).stdout, '已读取')).toBe(6);
    expect(lines().some((line) => line.source === '新增.html')).toBe(false);
  });

  it('keeps a ledger that a person has edited, and says so', async () => {
    makeFolder(input, 2);
    await scan();
    appendFileSync(join(output, '台账.xlsx'), 'edited');
    const run = await scan();
    expect(run.stdout).toContain('台账.人工修改1.xlsx');
    expect(readFileSync(join(output, '台账.人工修改1.xlsx')).toString('latin1')).toMatch(/edited$/u);
  });

  it('does not read its own results when the output folder lies in the scanned one', async () => {
    makeFolder(input, 2);
    output = join(input, '清规结果');
    await scan();
    const run = await scan();
    expect(count(run.stdout, '已读取')).toBe(2);
    expect(lines().every((line) => line.status !== 'read' || !line.source.includes('清规结果'))).toBe(true);
  });

  it('gives the same results with one worker and with three', async () => {
    makeFolder(input, 9);
    await scan('--workers', '1');
    const one = readFileSync(join(output, 'results.jsonl'), 'utf8');
    output = join(folder, 'out3');
    await scan('--workers', '3', '--jsonl', join(folder, 'copy.jsonl'));
    expect(readFileSync(join(output, 'results.jsonl'), 'utf8')).toBe(one);
    expect(readFileSync(join(folder, 'copy.jsonl'), 'utf8')).toBe(one);
  });

  it('fails a file above the size limit and goes on', async () => {
    makeFolder(input, 2);
    writeFileSync(join(input, '大.txt'), Buffer.alloc(1024 * 1024 + 1, '字'));
    await scan('--max-size', '1');
    expect(lines().find((line) => line.source === '大.txt')).toMatchObject({
      status: 'failed',
      reason: { code: 'too-large' },
    });
  });

  it('gives the same results from PostgreSQL', async ({ skip }) => {
    const server = await startPostgres();
    if (!server) return skip('PostgreSQL does not start here');
    try {
      makeFolder(input, 5);
      await scan();
      const fromSqlite = readFileSync(join(output, 'results.jsonl'), 'utf8');
      output = join(folder, 'out-postgres');
      const address = await server.newDatabase();
      const first = await qinggui(['scan', input, '--output', output], '', { QINGGUI_DATABASE: address });
      expect(first.stderr).not.toContain('错误');
      expect(readFileSync(join(output, 'results.jsonl'), 'utf8')).toBe(fromSqlite);
      expect((await scan('--database', address)).stdout).toMatch(/其中\s*5\s*份未改动/u);
      expect(readdirSync(output).sort()).toEqual(['results.jsonl', '台账.xlsx']);
    } finally {
      await server.stop();
    }
  });
});

describe('qinggui inspect', () => {
  it('shows every stage to a person, and keeps its schema for machines', async () => {
    const path = join(input, '办法.html');
    writeFileSync(path, page(1));
    const said = await qinggui(['inspect', path]);
    expect(said).toMatchObject({ status: 0, stderr: '' });
    expect(said.stdout).toContain('办法.html');
    const json = await qinggui(['inspect', path, '--json']);
    const value = JSON.parse(json.stdout) as object;
    const validate = new Ajv2020({ strict: false }).compile(schema('inspection'));
    expect(validate(value), JSON.stringify(validate.errors)).toBe(true);
  });

  it('says why a file was not read', async () => {
    const path = join(input, '程序.bin');
    writeFileSync(path, Buffer.from([0x7f, 0x45, 0x4c, 0x46, 0, 1, 2, 3]));
    const said = await qinggui(['inspect', path]);
    expect(said.status).toBe(1);
    expect(said.stdout).toContain('暂不支持');
  });
});
