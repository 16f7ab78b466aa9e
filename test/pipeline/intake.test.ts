import { createHash } from 'node:crypto';
import { chmodSync, mkdirSync, mkdtempSync, realpathSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { UsageError } from '../../model/index.js';
import { readFound } from '../../pipeline/intake/read.js';
import { type Found, type WalkOptions, walk } from '../../pipeline/intake/walk.js';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'intake-'));
});
afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

/** Writes files below the folder; a path that ends in '/' is an empty folder. */
const lay = (...paths: string[]): void => {
  for (const path of paths) {
    const full = join(folder, path);
    mkdirSync(path.endsWith('/') ? full : join(full, '..'), { recursive: true });
    if (!path.endsWith('/')) writeFileSync(full, `内容：${path}`);
  }
};

const found = async (roots: readonly string[] = [folder], options: WalkOptions = {}): Promise<Found[]> => {
  const all: Found[] = [];
  for await (const one of walk(roots, options)) all.push(one);
  return all;
};

/** "source" of a file to read, "source: reason" of any other. */
const told = (all: readonly Found[]): string[] =>
  all.map((one) => ('outcome' in one ? `${one.source}: ${one.outcome.reason?.code}` : one.source));

describe('walk', () => {
  it('gives every file below a folder in the order of their paths', async () => {
    lay('乙/二.docx', '甲.txt', '乙/一.docx', '乙/丙/三.pdf', 'Z.txt', 'a.txt', '空/');
    expect(told(await found())).toEqual([
      'Z.txt',
      'a.txt',
      '乙/一.docx',
      '乙/丙/三.pdf',
      '乙/二.docx',
      '甲.txt',
    ]);
  });

  it('names every file that is not to be read, with the reason', async () => {
    lay('.隐藏.docx', '._办法.doc', 'Thumbs.db', 'desktop.ini', '.DS_Store', '.git/config', '.git/a/b');
    lay(
      '~$办法.docx',
      '~WRL0001.tmp',
      'x.tmp',
      '备份.wbk',
      '办法.pdf.crdownload',
      '.~lock.办法.odt#',
      '办法.docx',
    );
    writeFileSync(join(folder, '空.txt'), '');
    expect(told(await found())).toEqual([
      '.DS_Store: hidden',
      '._办法.doc: hidden',
      '.git/: hidden',
      '.~lock.办法.odt#: temporary',
      '.隐藏.docx: hidden',
      'Thumbs.db: hidden',
      'desktop.ini: hidden',
      'x.tmp: temporary',
      '~$办法.docx: temporary',
      '~WRL0001.tmp: temporary',
      '办法.docx',
      '办法.pdf.crdownload: temporary',
      '备份.wbk: temporary',
      '空.txt: empty',
    ]);
  });

  it('reports links and never follows them, so that a loop ends', async () => {
    lay('甲/一.txt');
    symlinkSync(folder, join(folder, '甲', '回到上级'));
    symlinkSync(join(folder, '甲', '一.txt'), join(folder, '链接.txt'));
    symlinkSync(join(folder, '没有'), join(folder, '断链'));
    expect(told(await found())).toEqual(['断链: link', '甲/一.txt', '甲/回到上级: link', '链接.txt: link']);
  });

  it('follows a link that the user gives as the folder itself', async () => {
    lay('甲/一.txt');
    symlinkSync(join(folder, '甲'), join(folder, '入口'));
    expect(told(await found([join(folder, '入口')]))).toEqual(['一.txt']);
  });

  it('takes a single file by its name, hidden or not, but no temporary one', async () => {
    lay('.办法.txt', '~$办法.docx', '甲/二.txt');
    const roots = ['.办法.txt', '~$办法.docx', '甲/二.txt'].map((path) => join(folder, path));
    expect(told(await found(roots))).toEqual(['.办法.txt', '~$办法.docx: temporary', '二.txt']);
  });

  it('tells the same path below several roots apart by the names of the roots', async () => {
    lay('一组/办法.txt', '二组/办法.txt', '二组/其他.txt');
    const roots = [join(folder, '一组'), join(folder, '二组')];
    expect(told(await found(roots))).toEqual(['一组/办法.txt', '二组/办法.txt', '其他.txt']);
  });

  it('tells roots of the same name apart by the folders above them', async () => {
    lay('东/文件/办法.txt', '西/文件/办法.txt');
    const roots = [join(folder, '东', '文件'), join(folder, '西', '文件')];
    expect(told(await found(roots))).toEqual(['东/文件/办法.txt', '西/文件/办法.txt']);
  });

  it('gives a file once when roots overlap', async () => {
    lay('甲/一.txt', '二.txt');
    expect(told(await found([folder, join(folder, '甲'), join(folder, '二.txt')]))).toEqual([
      '二.txt',
      '甲/一.txt',
    ]);
  });

  it('knows the output folder and its own files when it comes to them through a link', async ({ skip }) => {
    if (process.platform === 'win32') return skip('no links without rights here');
    lay('原/输出/results.jsonl', '原/副本.jsonl', '原/办法.txt');
    symlinkSync(join(folder, '原'), join(folder, '链接'));
    const real = realpathSync(join(folder, '原'));
    const options = { output: join(real, '输出'), ownFiles: [join(real, '副本.jsonl')] };
    expect(told(await found([join(folder, '链接')], options))).toEqual([
      '副本.jsonl: own-output',
      '办法.txt',
      '输出/results.jsonl: own-output',
    ]);
  });

  it('leaves out what an earlier scan has written, in the output folder and wherever a database lies', async () => {
    lay('输出/台账.xlsx', '输出/results.jsonl', '输出/台账.人工修改1.xlsx', '输出/办法.docx');
    lay('旧/qinggui.db', '旧/qinggui.db-wal', '旧/台账.xlsx', '台账.xlsx');
    expect(told(await found([folder], { output: join(folder, '输出') }))).toEqual([
      '台账.xlsx',
      '旧/qinggui.db: own-output',
      '旧/qinggui.db-wal: own-output',
      '旧/台账.xlsx: own-output',
      '输出/results.jsonl: own-output',
      '输出/办法.docx',
      '输出/台账.xlsx: own-output',
      '输出/台账.人工修改1.xlsx: own-output',
    ]);
  });

  it('leaves out what was exported into an output folder, and no other folder of that name', async () => {
    lay('输出/导出/总结报告.docx', '旧/qinggui.db', '旧/导出/台账.docx', '导出/办法.docx');
    expect(told(await found([folder], { output: join(folder, '输出') }))).toEqual([
      '导出/办法.docx',
      '旧/qinggui.db: own-output',
      '旧/导出/: own-output',
      '输出/导出/: own-output',
    ]);
  });

  it('does not read files above the limit', async () => {
    lay('大.txt', '小.txt');
    writeFileSync(join(folder, '大.txt'), Buffer.alloc(2048, 65));
    const all = await found([folder], { maxBytes: 1024 });
    expect(told(all)).toEqual(['大.txt: too-large', '小.txt']);
    expect(all[0]).toMatchObject({ outcome: { status: 'failed', bytes: 2048 } });
  });

  it('keeps names that are no UTF-8 and reads their files', async () => {
    // 办法.txt in GBK, as old archives unpack it.
    const name = Buffer.from([0xb0, 0xec, 0xb7, 0xa8, 0x2e, 0x74, 0x78, 0x74]);
    writeFileSync(Buffer.concat([Buffer.from(`${folder}/`), name]), '第一条');
    const [one] = await found();
    expect(one?.source).toBe('办法.txt');
    expect(await readFound(one!)).toMatchObject({ source: '办法.txt', bytes: Buffer.from('第一条') });
  });

  it('gives two names that read the same a source each', async () => {
    lay('办法.txt');
    const name = Buffer.from([0xb0, 0xec, 0xb7, 0xa8, 0x2e, 0x74, 0x78, 0x74]);
    writeFileSync(Buffer.concat([Buffer.from(`${folder}/`), name]), '第一条');
    expect(told(await found()).sort()).toEqual(['办法.txt', '办法.txt（2）']);
  });

  it.skipIf(process.getuid?.() === 0)('reports folders that can not be opened', async () => {
    lay('锁/一.txt', '二.txt');
    chmodSync(join(folder, '锁'), 0o000);
    try {
      expect(told(await found())).toEqual(['二.txt', '锁/: access']);
    } finally {
      chmodSync(join(folder, '锁'), 0o700);
    }
  });

  it('says which root does not exist and what to do', async () => {
    const missing = join(folder, '没有的文件夹');
    const error = await found([missing]).catch((thrown: unknown) => thrown);
    expect(error).toBeInstanceOf(UsageError);
    expect((error as UsageError).message).toContain(missing);
    expect((error as UsageError).advice).not.toBe('');
  });
});

describe('readFound', () => {
  it('gives the bytes and their SHA-256', async () => {
    lay('一.txt');
    const [one] = await found();
    const bytes = Buffer.from('内容：一.txt');
    const hash = createHash('sha256').update(bytes).digest('hex');
    expect(await readFound(one!)).toEqual({ source: '一.txt', bytes, hash });
  });

  it('reports a file that has gone, or grown, since it was found', async () => {
    lay('走.txt', '长.txt');
    const all = await found([folder], { maxBytes: 1000 });
    rmSync(join(folder, '走.txt'));
    writeFileSync(join(folder, '长.txt'), Buffer.alloc(2000, 65));
    const results = await Promise.all(all.map(readFound));
    expect(results.map((result) => ('outcome' in result ? result.outcome.reason?.code : 'read'))).toEqual([
      'access',
      'too-large',
    ]);
  });

  it('passes on what the walk has settled', async () => {
    lay('.x');
    const [one] = await found();
    expect(await readFound(one!)).toMatchObject({ outcome: { source: '.x', status: 'skipped' } });
  });
});
