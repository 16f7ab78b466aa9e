import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { ResultLine } from '../../reports/index.js';
import { makeZip } from '../fixtures/zip.js';
import { makeFolder, page, qinggui } from './run.js';

let folder: string;
let input: string;
let output: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'qinggui-packed-'));
  input = join(folder, 'in');
  output = join(folder, 'out');
  mkdirSync(input);
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const scan = (...more: string[]) => qinggui(['scan', input, '--output', output, ...more]);
const results = (): ResultLine[] =>
  readFileSync(join(output, 'results.jsonl'), 'utf8')
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line) as ResultLine);
const whatBecame = (): string[] =>
  results().map((line) => `${line.source} ${line.status === 'read' ? 'read' : line.reason.code}`);

/** A zip of a folder's files. */
const packed = (from: string): Buffer =>
  makeZip(
    readdirSync(from, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name))
      .sort()
      .map((path) => ({ name: path.slice(from.length + 1), content: readFileSync(path) })),
  );

const mail = (attachment: Buffer, name: string): string =>
  [
    'From: a@qingshui.invalid',
    'Message-ID: <1@qingshui.invalid>',
    'MIME-Version: 1.0',
    `Subject: =?utf-8?B?${Buffer.from('报送台账').toString('base64')}?=`,
    'Content-Type: multipart/mixed; boundary="b"',
    '',
    '--b',
    'Content-Type: text/plain; charset=utf-8',
    'Content-Transfer-Encoding: base64',
    '',
    Buffer.from('各科室：现将有关文件送上，请查收。').toString('base64'),
    '--b',
    `Content-Type: application/octet-stream; name="=?utf-8?B?${Buffer.from(name).toString('base64')}?="`,
    `Content-Disposition: attachment; filename="=?utf-8?B?${Buffer.from(name).toString('base64')}?="`,
    'Content-Transfer-Encoding: base64',
    '',
    attachment.toString('base64').replace(/.{76}/gu, '$&\n'),
    '--b--',
    '',
  ].join('\r\n');

describe('files packed in archives and mails', () => {
  it('give what the same files give in a folder', async () => {
    makeFolder(input, 6);
    await scan();
    const found = results().map((line) => ({ ...line, source: '' }));
    const archive = packed(input);
    rmSync(input, { recursive: true });
    rmSync(output, { recursive: true });
    mkdirSync(input);
    writeFileSync(join(input, '规章.zip'), archive);
    expect(await scan()).toMatchObject({ status: 0 });
    const lines = results();
    expect(lines.at(0)).toMatchObject({
      source: '规章.zip',
      status: 'skipped',
      reason: { code: 'unpacked' },
    });
    expect(lines.slice(1).map((line) => ({ ...line, source: '' }))).toEqual(found);
    expect(lines[1]!.source).toBe('规章.zip/第0科/000.html');
    expect(readdirSync(output).sort()).toEqual(['qinggui.db', 'results.jsonl', '台账.xlsx']);
  });

  it('are found in archives in mails in archives, each once, whatever comes first', async () => {
    const letter = mail(makeZip([{ name: '乙.html', content: page(2) }]), '附件.zip');
    const outer = makeZip([
      { name: '甲.html', content: page(1) },
      { name: '转发.eml', content: letter },
      { name: '坏.docx', content: 'PK\x03\x04\x14\x00' },
    ]);
    writeFileSync(join(input, '一.zip'), outer);
    writeFileSync(join(input, '二.eml'), letter);
    writeFileSync(join(input, '三.html'), page(2));
    const expected = [
      '一.zip unpacked',
      '一.zip/坏.docx corrupt',
      '一.zip/甲.html read',
      '一.zip/转发.eml read',
      '一.zip/转发.eml/附件.zip unpacked',
      '一.zip/转发.eml/附件.zip/乙.html read',
      '三.html duplicate',
      '二.eml duplicate',
      '二.eml/附件.zip unpacked',
      '二.eml/附件.zip/乙.html duplicate',
    ];
    for (const workers of ['1', '4']) {
      rmSync(output, { recursive: true, force: true });
      await scan('--workers', workers);
      expect(whatBecame().sort()).toEqual(expected.sort());
    }
    const before = readFileSync(join(output, 'results.jsonl'));
    const again = await scan();
    expect(again.stdout).toMatch(/其中3份未改动/u);
    expect(readFileSync(join(output, 'results.jsonl')).equals(before)).toBe(true);
  });

  it('are read again from their archive where only some of them are still known', async () => {
    makeFolder(input, 3);
    const archive = packed(input);
    await scan();
    writeFileSync(join(input, '规章.zip'), archive);
    writeFileSync(
      join(input, '新增.zip'),
      makeZip([
        { name: '旧.html', content: page(0) },
        { name: '新.html', content: page(40) },
      ]),
    );
    const run = await scan();
    expect(run.stdout).toMatch(/已读取\s+4\s/u);
    expect(whatBecame()).toContain('新增.zip/新.html read');
  });

  it('that go beyond a limit are named with the limit, and raising it reads them', async () => {
    makeFolder(input, 5);
    const archive = packed(input);
    rmSync(input, { recursive: true });
    mkdirSync(input);
    writeFileSync(join(input, '规章.zip'), archive);
    await scan('--max-entries', '3');
    expect(whatBecame()[0]).toBe('规章.zip too-many');
    await scan();
    expect(whatBecame().filter((line) => line.endsWith(' read'))).toHaveLength(5);
  });
});
