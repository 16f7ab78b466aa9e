import { Buffer } from 'node:buffer';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { gbkBytes } from '../../fixtures/gbk.js';
import { makeZip, unicodePath, type ZipEntry } from '../../fixtures/zip.js';
import { listOf, membersOf, options } from './unpacked.js';

const stored = (name: string | Uint8Array, content = '第一条'): ZipEntry => ({ name, content, method: 0 });
const zeros = (megabytes: number): Buffer => Buffer.alloc(megabytes * 1024 * 1024);
const UNPACKED = ' = unpacked';

/** An archive, what comes out of it, and why the case is here. */
const CASES: readonly (readonly [string, readonly ZipEntry[], readonly string[]])[] = [
  [
    'names in GBK without a flag, as Windows writes them',
    [stored(gbkBytes('通知.txt')), stored(gbkBytes('附件/办法.txt'))],
    ['通知.txt = 第一条', '附件/办法.txt = 第一条', UNPACKED],
  ],
  [
    'a name in GBK whose bytes happen to be UTF-8',
    [stored(gbkBytes('通知.txt'))],
    ['通知.txt = 第一条', UNPACKED],
  ],
  ['a name in UTF-8 without a flag', [stored('通知.txt')], ['通知.txt = 第一条', UNPACKED]],
  [
    'a name in GBK that claims to be UTF-8',
    [{ ...stored(gbkBytes('清水市办法.txt')), flags: 0x800 }],
    ['清水市办法.txt = 第一条', UNPACKED],
  ],
  [
    'a name that stands in UTF-8 in a field of its own',
    [{ ...stored('????.txt'), extra: unicodePath(Buffer.from('????.txt'), '关于办法.txt') }],
    ['关于办法.txt = 第一条', UNPACKED],
  ],
  [
    'a field for another name, left over from renaming',
    [{ ...stored('new.txt'), extra: unicodePath(Buffer.from('old.txt'), '旧.txt') }],
    ['new.txt = 第一条', UNPACKED],
  ],
  ['backslashes between folders', [stored(gbkBytes('附件\\办法.txt'))], ['附件/办法.txt = 第一条', UNPACKED]],
  [
    'names that lead out of the archive',
    [stored('../../etc/passwd'), stored('/root/a.txt'), stored('C:\\b.txt'), stored('x/..\\..\\c.txt')],
    [
      '_/_/etc/passwd = 第一条',
      '_/root/a.txt = 第一条',
      'C_/b.txt = 第一条',
      'x/_/_/c.txt = 第一条',
      UNPACKED,
    ],
  ],
  [
    'names that turn the direction of writing or steer a terminal',
    [stored('通知\u202etxt.exe'), stored('a\u001b[31m\n.txt'), stored('n\0ul.txt')],
    ['通知·txt.exe = 第一条', 'a·[31m·.txt = 第一条', 'n·ul.txt = 第一条', UNPACKED],
  ],
  ['a name without a character', [stored('')], ['_ = 第一条', UNPACKED]],
  [
    'two files of one name',
    [stored('a.txt', '一'), stored('./a.txt', '二'), stored('a.txt', '三')],
    ['a.txt = 一', 'a.txt（2） = 二', 'a.txt（3） = 三', UNPACKED],
  ],
  [
    'a link, a device and a folder beside a file',
    [
      { ...stored('link', '/etc/passwd'), mode: 0o120777 },
      { ...stored('null', ''), mode: 0o020666 },
      { ...stored('folder/', ''), mode: 0o040755 },
      { ...stored('a.txt'), mode: 0o100644 },
    ],
    ['link = link', 'null = unsupported', 'a.txt = 第一条', UNPACKED],
  ],
  [
    'what systems and programs leave behind',
    [
      stored('__MACOSX/._通知.docx'),
      stored('.DS_Store'),
      stored('附件/Thumbs.db'),
      stored('~$通知.doc'),
      stored('.git/config'),
      stored('a.txt'),
    ],
    [
      '__MACOSX/._通知.docx = hidden',
      '.DS_Store = hidden',
      '附件/Thumbs.db = hidden',
      '~$通知.doc = temporary',
      '.git/config = hidden',
      'a.txt = 第一条',
      UNPACKED,
    ],
  ],
  [
    'an encrypted file beside a plain one',
    [{ ...stored('密.txt'), flags: 1 }, stored('明.txt')],
    ['密.txt = encrypted', '明.txt = 第一条', UNPACKED],
  ],
  [
    'a damaged file beside a whole one',
    [
      { ...stored('坏.txt'), crc: 1 },
      { name: '乱.txt', packed: Buffer.from([255, 255, 255]) },
      stored('好.txt'),
    ],
    ['坏.txt = corrupt', '乱.txt = corrupt', '好.txt = 第一条', UNPACKED],
  ],
  [
    'an empty file',
    [stored('空.txt', ''), stored('好.txt')],
    ['空.txt = empty', '好.txt = 第一条', UNPACKED],
  ],
  [
    'sizes that lie',
    [
      { ...stored('少.txt'), size: 1 },
      { name: '多.txt', content: '第一条', size: 190 * 1024 * 1024 },
      { name: '过多.txt', content: '第一条', size: 0xfffffff0 },
    ],
    ['少.txt = 第一条', '多.txt = 第一条', '过多.txt = too-large', UNPACKED],
  ],
  [
    'an archive in an archive in an archive',
    [
      stored('前.txt'),
      {
        name: '内层.zip',
        content: makeZip([stored('a.txt'), { name: '更内/最内.zip', content: makeZip([stored('b.txt')]) }]),
      },
      stored('后.txt'),
    ],
    [
      '前.txt = 第一条',
      '内层.zip/a.txt = 第一条',
      '内层.zip/更内/最内.zip/b.txt = 第一条',
      '内层.zip/更内/最内.zip = unpacked',
      '内层.zip = unpacked',
      '后.txt = 第一条',
      UNPACKED,
    ],
  ],
  [
    'an inner archive without files and one that is none',
    [
      { name: '空.zip', content: makeZip([]) },
      { name: '坏.zip', content: Buffer.from('PK\x03\x04 nothing') },
      stored('a.txt'),
    ],
    ['空.zip = empty', '坏.zip = corrupt', 'a.txt = 第一条', UNPACKED],
  ],
  [
    'an inner archive whose files share their data',
    [
      {
        name: '炸弹.zip',
        content: makeZip([stored('a'), { ...stored('b'), sameAs: 0 }, { ...stored('c'), sameAs: 0 }]),
      },
      stored('a.txt'),
    ],
    ['炸弹.zip = ratio', 'a.txt = 第一条', UNPACKED],
  ],
  [
    'an inner archive that unpacks to far more than it is',
    [{ name: '炸弹.zip', content: makeZip([{ name: 'a', content: zeros(20) }]) }, stored('a.txt')],
    ['炸弹.zip = ratio', 'a.txt = 第一条', UNPACKED],
  ],
];

describe('unpacking a zip archive', () => {
  it.each(CASES)('reads %s', async (_, entries, expected) => {
    expect(await listOf(makeZip(entries), 'zip')).toEqual(expected);
  });

  it('gives what stands before the place where an archive was cut off', async () => {
    const archive = makeZip([
      stored(gbkBytes('清水通知.txt'), '第一条'),
      { name: gbkBytes('清水办法.txt'), content: '第二条'.repeat(50) },
      { name: 'c.txt', content: Buffer.from(Array.from({ length: 400 }, (_, i) => (i * i) % 251)) },
    ]);
    expect(await listOf(archive.subarray(0, 300), 'zip')).toEqual([
      '清水通知.txt = 第一条',
      `清水办法.txt = ${Buffer.from('第二条'.repeat(50)).toString('utf8', 0, 40)}`,
      'c.txt = corrupt',
      ' = corrupt',
    ]);
  });

  it('does not mind bytes behind the end', async () => {
    const archive = Buffer.concat([makeZip([stored('a.txt')], '说明'), Buffer.from('\r\n\0')]);
    expect(await listOf(archive, 'zip')).toEqual(['a.txt = 第一条', UNPACKED]);
  });

  it('gives back any names and contents as they were', async () => {
    const name = fc
      .array(fc.string({ unit: fc.constantFrom(...'清水市办法通知规定ab'), minLength: 1 }), {
        minLength: 1,
        maxLength: 3,
      })
      .map((steps) => `${steps.join('/')}.dat`);
    const file = fc.record({
      name,
      content: fc
        .uint8Array({ minLength: 1, maxLength: 300 })
        .map((bytes) => Buffer.from([0xff, 0xfe, 0, ...bytes])),
      method: fc.constantFrom(0, 8),
      flags: fc.constantFrom(0, 0x800),
    });
    await fc.assert(
      fc.asyncProperty(
        fc.uniqueArray(file, { selector: ({ name }) => name, minLength: 1 }),
        async (files) => {
          const members = await membersOf(makeZip(files), 'zip');
          expect(members.slice(0, -1).map(({ path, content }) => [path, Buffer.from(content!)])).toEqual(
            files.map(({ name, content }) => [name, content]),
          );
        },
      ),
      { numRuns: 50 },
    );
  });
});

describe('the limits on an archive', () => {
  const refuse = async (entries: readonly ZipEntry[], limits = {}): Promise<string> =>
    membersOf(makeZip(entries), 'zip', options(limits)).then(
      () => 'read',
      (error: { reason: { code: string } }) => error.reason.code,
    );

  it('refuses what gives nothing at all, with the reason', async () => {
    expect(await refuse([])).toBe('empty');
    expect(await refuse([{ name: 'a', content: zeros(20) }])).toBe('ratio');
    expect(await refuse([stored('a'), { ...stored('b'), sameAs: 0 }])).toBe('ratio');
    expect(await refuse([stored('a')], { entries: 0 })).toBe('too-many');
  });

  it('keeps what came before a limit and says that the rest is missing', async () => {
    const three = makeZip([stored('a', '一'), stored('b', '二'), stored('c', '三')]);
    expect(await listOf(three, 'zip', options({ entries: 2 }))).toEqual(['a = 一', 'b = 二', ' = too-many']);
    expect(await listOf(three, 'zip', options({ unpackedBytes: 7 }))).toEqual([
      'a = 一',
      'b = 二',
      ' = too-large',
    ]);
  });

  it('leaves a file that is too large closed, and goes on', async () => {
    const archive = makeZip([stored('大', '第一条第二条'), stored('小', '一')]);
    expect(await listOf(archive, 'zip', options({ bytes: 10 }))).toEqual([
      '大 = too-large',
      '小 = 一',
      UNPACKED,
    ]);
  });

  it('opens no more archives in archives than allowed', async () => {
    let archive = makeZip([stored('a.txt')]);
    for (let i = 0; i < 3; i++) archive = makeZip([{ name: `${i}.zip`, content: archive }]);
    expect(await listOf(archive, 'zip', options({ depth: 3 }))).toEqual([
      '2.zip/1.zip/0.zip = too-deep',
      '2.zip/1.zip = unpacked',
      '2.zip = unpacked',
      UNPACKED,
    ]);
  });

  it('leaves something for the files behind an inner archive that takes too much', async () => {
    const many = makeZip(Array.from({ length: 50 }, (_, i) => stored(`${i}`, '一')));
    const archive = makeZip([{ name: '多.zip', content: many }, stored('后.txt')]);
    const list = await listOf(archive, 'zip', options({ entries: 20 }));
    expect(list.slice(-3)).toEqual(['多.zip = too-many', '后.txt = 第一条', UNPACKED]);
  });
});
