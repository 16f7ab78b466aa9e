import { createHash } from 'node:crypto';
import {
  chmodSync,
  mkdirSync,
  mkdtempSync,
  renameSync,
  rmSync,
  symlinkSync,
  unlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, relative } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { DEFAULT_FILE_LIMITS } from '../../../model/index.js';
import { type Content, contentOf, DEFAULT_LIMITS, scan } from '../../../pipeline/index.js';
import { readFound } from '../../../pipeline/intake/read.js';
import { walk } from '../../../pipeline/intake/walk.js';
import { openStore, rootsOf } from '../../../store/index.js';

let home: string;
beforeEach(() => {
  home = mkdtempSync(join(tmpdir(), 'qinggui-originals-'));
});
afterEach(() => rmSync(home, { recursive: true, force: true }));

const hashOf = (text: string): string => createHash('sha256').update(text).digest('hex');
const put = (path: string | Buffer, text: string): void => {
  if (typeof path === 'string') mkdirSync(join(home, path, '..'), { recursive: true });
  writeFileSync(
    typeof path === 'string' ? join(home, path) : Buffer.concat([Buffer.from(`${home}/`), path]),
    text,
  );
};
const at = (...paths: string[]): string[] => paths.map((path) => join(home, path));
const textOf = (content: Content): string =>
  'bytes' in content ? Buffer.from(content.bytes).toString() : content.why.code;
const find = (roots: readonly string[], source: string, text: string): Promise<Content> =>
  contentOf({ roots, source, hash: hashOf(text) });

/** All files of a scan of the roots, with their hashes. */
const scanned = async (roots: readonly string[]): Promise<{ source: string; hash: string }[]> => {
  const files: { source: string; hash: string }[] = [];
  for await (const found of walk(roots)) {
    const read = await readFound(found);
    if (!('outcome' in read)) files.push({ source: read.source, hash: read.hash });
  }
  return files;
};

describe('the original of a file', () => {
  it('is found again for every file of a scan, whatever the roots and names', async () => {
    for (const folder of ['甲/规章', '乙/规章', '丙']) {
      put(`${folder}/通知.txt`, `${folder}的通知`);
      put(`${folder}/下级/办法.txt`, `${folder}的办法`);
    }
    put('丁/单独.txt', '单独一个');
    put('戊/单独.txt', '又一个');
    put('甲/规章/规章/通知.txt', '里层的规章');
    const roots = at('甲/规章', '乙/规章', '丙', '丁/单独.txt', '戊/单独.txt');
    const files = await scanned(roots);
    expect(files).toHaveLength(9);
    expect(new Set(files.map(({ source }) => source)).size).toBe(9);
    for (const file of files) {
      const content = await contentOf({ roots, ...file });
      expect(hashOf(textOf(content)), file.source).toBe(file.hash);
    }
  });

  it('is told by its content where two names read the same, one of them in GBK', async () => {
    const gbk = Buffer.from([0xb0, 0xec, 0xb7, 0xa8, 0x2e, 0x74, 0x78, 0x74]);
    put('办法.txt', '一');
    put(gbk, '二');
    const files = await scanned([home]);
    expect(files.map(({ source }) => source).sort()).toEqual(['办法.txt', '办法.txt（2）'].sort());
    for (const file of files)
      expect(hashOf(textOf(await contentOf({ roots: [home], ...file })))).toBe(file.hash);
  });

  it('is found through a root that is a link, as the scan has found it', async () => {
    put('真/通知.txt', '内容');
    symlinkSync(join(home, '真'), join(home, '链接'));
    expect(textOf(await find(at('链接'), '通知.txt', '内容'))).toBe('内容');
  });
});

it('is looked for in the folders that its scan was given', async () => {
  const store = await openStore(join(home, 'qinggui.db'));
  try {
    mkdirSync(join(home, '规章'));
    const reading = { limits: DEFAULT_FILE_LIMITS, ocr: false };
    const output = join(home, 'output');
    const roots = [relative(process.cwd(), join(home, '规章'))];
    const run = await scan({ roots, output, store, collection: '.', limits: DEFAULT_LIMITS, reading });
    expect(await rootsOf(store, run.scan)).toEqual(at('规章'));
  } finally {
    await store.close();
  }
});

describe('an original that is not to be had says why', () => {
  it('moved away, and there again when it is put back', async () => {
    put('文件夹/通知.txt', '内容');
    renameSync(join(home, '文件夹/通知.txt'), join(home, '通知.txt'));
    expect(await find(at('文件夹'), '通知.txt', '内容')).toEqual({
      why: {
        code: 'moved',
        message: '原文件已不在扫描时的位置：通知.txt',
        advice: '文件可能已被移走、改名或删除，请放回原处，或重新扫描',
      },
    });
    renameSync(join(home, '通知.txt'), join(home, '文件夹/通知.txt'));
    expect(textOf(await find(at('文件夹'), '通知.txt', '内容'))).toBe('内容');
  });

  it('the whole folder is gone, or was never recorded', async () => {
    expect(textOf(await find(at('没有'), '通知.txt', '内容'))).toBe('moved');
    expect(await find([], '通知.txt', '内容')).toMatchObject({
      why: { code: 'moved', advice: expect.stringContaining('重新扫描') },
    });
  });

  it('changed since the scan', async () => {
    put('通知.txt', '改过的内容');
    expect(await find([home], '通知.txt', '内容')).toMatchObject({
      why: { code: 'changed', message: '原文件在扫描之后有改动：通知.txt' },
    });
  });

  it('emptied, or larger than may be read', async () => {
    put('空.txt', '');
    put('大.txt', '一二三');
    expect(textOf(await find([home], '空.txt', '内容'))).toBe('empty');
    const limits = { ...DEFAULT_FILE_LIMITS, bytes: 5 };
    const content = await contentOf({ roots: [home], source: '大.txt', hash: hashOf('一二三') }, { limits });
    expect(textOf(content)).toBe('too-large');
  });

  it.runIf(process.getuid?.() !== 0)('not to be read by this user', async () => {
    put('锁/通知.txt', '内容');
    chmodSync(join(home, '锁'), 0);
    try {
      expect(textOf(await find([home], '锁/通知.txt', '内容'))).toBe('access');
    } finally {
      chmodSync(join(home, '锁'), 0o700);
    }
  });

  it('without a hash nothing is ever given', async () => {
    put('通知.txt', '内容');
    expect(textOf(await contentOf({ roots: [home], source: '通知.txt', hash: '' }))).toBe('moved');
  });
});

describe('nothing outside the roots is given, though its hash is right', () => {
  beforeEach(() => {
    put('外面.txt', '秘密');
    put('里面/通知.txt', '内容');
  });

  it.each(['../外面.txt', './../外面.txt', '下级/../../外面.txt', '/外面.txt', '', '.', '..', '外面.txt\0'])(
    'by the source %j',
    async (source) => {
      expect(textOf(await find(at('里面'), source, '秘密'))).toBe('moved');
      expect(textOf(await find(at('里面'), join(home, source), '秘密'))).toBe('moved');
    },
  );

  it('by a link in the place of a file or folder that was scanned', async () => {
    unlinkSync(join(home, '里面/通知.txt'));
    symlinkSync(join(home, '外面.txt'), join(home, '里面/通知.txt'));
    symlinkSync(home, join(home, '里面/下级'));
    expect(textOf(await find(at('里面'), '通知.txt', '秘密'))).toBe('moved');
    expect(textOf(await find(at('里面'), '下级/外面.txt', '秘密'))).toBe('moved');
  });

  it('beside a root that is a single file', async () => {
    put('里面/旁边.txt', '旁边');
    const roots = at('里面/通知.txt');
    expect(textOf(await find(roots, '通知.txt', '内容'))).toBe('内容');
    expect(textOf(await find(roots, '旁边.txt', '旁边'))).toBe('moved');
    expect(textOf(await find(roots, `${dirname(roots[0]!).split('/').at(-1)}/旁边.txt`, '旁边'))).toBe(
      'moved',
    );
  });
});
