import { Buffer } from 'node:buffer';
import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { detectFormat } from '../../../extractors/index.js';
import { gbkBytes } from '../../fixtures/gbk.js';
import { makeRar4, makeRar5, type RarEntry } from '../../fixtures/rar.js';
import { make7z } from '../../fixtures/seven-zip.js';
import { makeTar, paxFacts, type TarEntry } from '../../fixtures/tar.js';
import { listOf, options } from './unpacked.js';

type Made = Buffer | Promise<Buffer>;
/** What is made, what comes out of it. */
type Case = readonly [string, () => Made, readonly string[]];

const UNPACKED = ' = unpacked';
const PLAIN = { '通知.txt': '第一条', '附件/办法.txt': '第二条' };
const PLAIN_LIST = ['通知.txt = 第一条', '附件/办法.txt = 第二条', UNPACKED];

const read = async (made: Made, limits = {}, name = ''): Promise<readonly string[] | string> => {
  const bytes = await made;
  try {
    return await listOf(bytes, await detectFormat(bytes), options(limits, name));
  } catch (error) {
    return (error as { reason: { code: string } }).reason.code;
  }
};

const damaged = (bytes: Buffer, at: number): Buffer => {
  const copy = Buffer.from(bytes);
  copy[at] = copy[at]! ^ 0x55;
  return copy;
};

const SEVEN_ZIP: readonly Case[] = [
  ['of LZMA', () => make7z('a.7z', PLAIN), PLAIN_LIST],
  ['of PPMd', () => make7z('a.7z', PLAIN, ['-m0=PPMd']), PLAIN_LIST],
  ['where each file is packed for itself', () => make7z('a.7z', PLAIN, ['-ms=off']), PLAIN_LIST],
  [
    'with a password',
    () => make7z('a.7z', PLAIN, ['-p123']),
    ['通知.txt = encrypted', '附件/办法.txt = encrypted', UNPACKED],
  ],
  [
    'with damage in one of its files',
    async () => damaged(await make7z('a.7z', PLAIN, ['-m0=Copy']), 33),
    ['通知.txt = corrupt', '附件/办法.txt = 第二条', UNPACKED],
  ],
  [
    'with damage in the stream of all its files',
    async () => damaged(await make7z('a.7z', { a: '第一条'.repeat(99), b: '第二条' }), 40),
    ['a = corrupt', ' = corrupt'],
  ],
  [
    'in a zip archive, with a zip archive inside',
    async () =>
      make7z('a.zip', { '内.7z': await make7z('a.7z', { '里.zip': await make7z('a.zip', PLAIN) }) }),
    [
      '内.7z/里.zip/通知.txt = 第一条',
      '内.7z/里.zip/附件/办法.txt = 第二条',
      '内.7z/里.zip = unpacked',
      '内.7z = unpacked',
      UNPACKED,
    ],
  ],
];

const ZIP_METHODS: readonly Case[] = [
  ...['BZip2', 'LZMA', 'PPMd', 'xz'].map(
    (method): Case => [
      method,
      () => make7z('a.zip', { a: '第一条'.repeat(500) }, [`-mm=${method}`]),
      [`a = ${Buffer.from('第一条'.repeat(500)).toString('utf8', 0, 40)}`, UNPACKED],
    ],
  ),
  [
    'Deflate64, which libarchive-wasm does not have',
    () => make7z('a.zip', { a: '第一条'.repeat(500) }, ['-mm=Deflate64']),
    ['a = unsupported', UNPACKED],
  ],
  ['AES', () => make7z('a.zip', { a: '第一条' }, ['-p1', '-mem=AES256']), ['a = encrypted', UNPACKED]],
];

const RAR_ENTRIES: readonly RarEntry[] = [
  { name: 'a.txt', content: '一' },
  { name: 'bad.txt', content: '二', crc: 1 },
  { name: 'l', linkTo: '/etc/passwd' },
  { name: '空.txt' },
  { name: '../../b.txt', content: '三', size: 2 ** 31 },
  { name: 'c.txt', content: '四' },
];
const RAR_LIST = ['a.txt = 一', 'bad.txt = corrupt', 'l = link', '空.txt = empty'];

const RAR: readonly Case[] = [
  [
    'of version 4 with damage, a link, and a size that lies',
    () => makeRar4(RAR_ENTRIES),
    [...RAR_LIST, '_/_/b.txt = too-large', 'c.txt = 四', UNPACKED],
  ],
  [
    'of version 5 with damage, a link, and a size that lies',
    () => makeRar5(RAR_ENTRIES),
    [...RAR_LIST, '_/_/b.txt = too-large', 'c.txt = 四', UNPACKED],
  ],
  [
    'of version 4 with names in GBK',
    () =>
      makeRar4([
        { name: gbkBytes('通知.txt'), content: '一' },
        { name: gbkBytes('清水办法.txt'), content: '二' },
      ]),
    ['通知.txt = 一', '清水办法.txt = 二', UNPACKED],
  ],
  [
    'of version 4 with an encrypted file',
    () =>
      makeRar4([
        { name: 'a', content: '一' },
        { name: 'b', content: '1234567890123456', isEncrypted: true },
      ]),
    ['b = encrypted', 'a = 一', UNPACKED],
  ],
  [
    'of version 5 with an encrypted file',
    () =>
      makeRar5([
        { name: '明.txt', content: '一' },
        { name: '密.txt', content: '1234567890123456', isEncrypted: true },
        { name: '后.txt', content: '二' },
      ]),
    ['密.txt = encrypted', '明.txt = 一', '后.txt = 二', UNPACKED],
  ],
  [
    'of version 5 that breaks off',
    () =>
      makeRar5([
        { name: 'a', content: '一' },
        { name: 'b', content: '二' },
      ]).subarray(0, -20),
    ['a = 一', ' = corrupt'],
  ],
];

const TAR_ENTRIES: readonly TarEntry[] = [
  { name: gbkBytes('通知.txt'), content: '一' },
  { name: 'folder/', type: '5' },
  { name: 'l', type: '2', linkTo: '/etc/passwd' },
  { name: 'h', type: '1', linkTo: 'a' },
  { name: 'null', type: '3' },
  { name: '/etc/办法.txt', content: '二'.repeat(600) },
];
const TAR_LIST = [
  '通知.txt = 一',
  'l = link',
  'h = link',
  'null = unsupported',
  `_/etc/办法.txt = ${Buffer.from('二'.repeat(600)).toString('utf8', 0, 40)}`,
  UNPACKED,
];
const LONG = `${'很长的名称'.repeat(10)}.txt`;

const TAR: readonly Case[] = [
  ['with names in GBK, links and devices', () => makeTar(TAR_ENTRIES), TAR_LIST],
  ['as Unix 7 wrote them', () => makeTar(TAR_ENTRIES, { format: 'v7' }), TAR_LIST],
  ['without an end', () => makeTar(TAR_ENTRIES, { endless: true }), TAR_LIST],
  [
    'with long names',
    () =>
      makeTar([
        { name: '././@LongLink', type: 'L', content: `${LONG}\0` },
        { name: 'short', content: '一' },
        paxFacts({ path: `p/${LONG}`, mtime: '1' }),
        { name: 'short', content: '二' },
        { name: 'short', content: '三' },
      ]),
    [`${LONG} = 一`, `p/${LONG} = 二`, 'short = 三', UNPACKED],
  ],
  [
    'with a size of terabytes',
    () =>
      makeTar([
        { name: 'a', content: '一' },
        { name: 'b', content: '二', size: 2 ** 42 },
      ]),
    ['a = 一', 'b = too-large', ' = corrupt'],
  ],
  [
    'that breaks off in a file',
    () =>
      makeTar([
        { name: 'a', content: '一' },
        { name: 'b', content: '二'.repeat(500) },
      ]).subarray(0, 1800),
    ['a = 一', 'b = corrupt', ' = corrupt'],
  ],
  [
    'that goes on with something else',
    () => Buffer.concat([makeTar([{ name: 'a', content: '一' }], { endless: true }), Buffer.alloc(512, 7)]),
    ['a = 一', ' = corrupt'],
  ],
];

const tar = (): Buffer => makeTar(TAR_ENTRIES);
const COMPRESSED: readonly Case[] = [
  ['a tar archive in gz', () => gzipSync(tar()), TAR_LIST],
  ['a tar archive in bz2', () => make7z('a.bz2', { a: tar() }), TAR_LIST],
  ['a tar archive in xz', () => make7z('a.xz', { a: tar() }), TAR_LIST],
  ['a file in gz', () => gzipSync('第一条'), ['通知.docx = 第一条', UNPACKED]],
  ['a file in bz2', () => make7z('a.bz2', { a: '第一条' }), ['通知.docx = 第一条', UNPACKED]],
  ['a file in xz', () => make7z('a.xz', { a: '第一条' }), ['通知.docx = 第一条', UNPACKED]],
  [
    'files in gz behind one another',
    () => Buffer.concat([gzipSync('第一条'), gzipSync('第二条')]),
    ['通知.docx = 第一条第二条', UNPACKED],
  ],
  [
    'files in bz2 behind one another, as pbzip2 packs them',
    async () =>
      Buffer.concat([await make7z('a.bz2', { a: '第一条' }), await make7z('a.bz2', { a: '第二条' })]),
    ['通知.docx = 第一条第二条', UNPACKED],
  ],
  [
    'a zip archive in gz',
    async () => gzipSync(await make7z('a.zip', PLAIN)),
    ['通知.docx/通知.txt = 第一条', '通知.docx/附件/办法.txt = 第二条', '通知.docx = unpacked', UNPACKED],
  ],
  [
    'a gz file that breaks off',
    () => gzipSync('第一条'.repeat(300)).subarray(0, -9),
    ['通知.docx = corrupt', UNPACKED],
  ],
];

describe('unpacking archives', () => {
  it.each(SEVEN_ZIP)('reads a 7z archive %s', async (_, make, expected) => {
    expect(await read(make())).toEqual(expected);
  });
  it.each(ZIP_METHODS)('reads a file that is packed in a zip archive by %s', async (_, make, expected) => {
    expect(await read(make())).toEqual(expected);
  });
  it.each(RAR)('reads a rar archive %s', async (_, make, expected) => {
    expect(await read(make())).toEqual(expected);
  });
  it.each(TAR)('reads a tar archive %s', async (_, make, expected) => {
    expect(await read(make())).toEqual(expected);
  });
  it.each(COMPRESSED)('reads %s', async (_, make, expected) => {
    expect(await read(make(), {}, '通知.docx.gz')).toEqual(expected);
  });

  it('calls a compressed file as it was called before, or as its container is called without the ending', async () => {
    const named = gzipSync('第一条');
    named[3] = 8;
    const raw = Buffer.concat([
      named.subarray(0, 10),
      gbkBytes('清水办法.txt'),
      Buffer.from([0]),
      named.subarray(10),
    ]);
    expect(await read(raw, {}, 'b.gz')).toEqual(['清水办法.txt = 第一条', UNPACKED]);
    expect(await read(gzipSync('第一条'))).toEqual(['content = 第一条', UNPACKED]);
  });
});

/** What nothing can be given of, and the reason. */
const REFUSED: readonly (readonly [string, () => Made, string])[] = [
  ['a 7z archive with hidden names', () => make7z('a.7z', PLAIN, ['-p123', '-mhe=on']), 'encrypted'],
  ['a 7z archive that breaks off', async () => (await make7z('a.7z', PLAIN)).subarray(0, 100), 'corrupt'],
  [
    'a rar archive of version 4 with hidden names',
    () => makeRar4([{ name: 'a', content: 'b' }], { isSealed: true }),
    'encrypted',
  ],
  [
    'a rar archive of version 5 with hidden names',
    () => makeRar5([{ name: 'a', content: 'b' }], { isSealed: true }),
    'encrypted',
  ],
  [
    'a volume of a rar archive of version 4',
    () => makeRar4([{ name: 'a', content: 'b' }], { isVolume: true }),
    'unsupported',
  ],
  [
    'a volume of a rar archive of version 5',
    () => makeRar5([{ name: 'a', content: 'b' }], { isVolume: true }),
    'unsupported',
  ],
  ['a rar archive without files', () => makeRar5([]), 'empty'],
  [
    'a rar archive of noise',
    () => Buffer.concat([makeRar5([]).subarray(0, 8), Buffer.alloc(99, 0x11)]),
    'corrupt',
  ],
  [
    'an xz file that breaks off',
    async () => (await make7z('a.xz', { a: '第一条'.repeat(99) })).subarray(0, -30),
    'corrupt',
  ],
  [
    'a bz2 file that breaks off',
    async () => (await make7z('a.bz2', { a: '第一条'.repeat(99) })).subarray(0, -30),
    'corrupt',
  ],
];

describe('archives of which nothing can be given', () => {
  it.each(REFUSED)('refuses %s', async (_, make, code) => {
    expect(await read(make())).toBe(code);
  });

  it('tells a volume of a 7z archive by its name', async () => {
    const first = (await make7z('a.7z', PLAIN)).subarray(0, 100);
    expect(await read(first, {}, '资料.7z.001')).toBe('unsupported');
  });
});
