import { utils, write } from 'cfb';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { detectFormat, extract } from '../../../extractors/index.js';
import { readXls } from '../../../extractors/xls/read-xls.js';
import { FileError, type Manuscript, type ReasonCode } from '../../../model/index.js';
import {
  formula,
  label,
  merged,
  number,
  record,
  rk,
  sharedStrings,
  wideString,
  words,
  workbookStream,
  type XlsSheet,
  xlsFile,
} from '../../fixtures/xls.js';
import { expectSound } from '../word-laws.js';
import { shownBlocks } from './shown-blocks.js';

const read = async (sheets: readonly XlsSheet[], globals: readonly Buffer[] = []): Promise<Manuscript> => {
  const manuscript = await readXls(xlsFile(workbookStream(sheets, globals)));
  expectSound(manuscript);
  return manuscript;
};

const codeOf = async (bytes: Uint8Array): Promise<ReasonCode | 'read'> => {
  try {
    expectSound(await readXls(bytes));
    return 'read';
  } catch (error) {
    if (error instanceof FileError) return error.reason.code;
    throw error;
  }
};

const one = (...records: readonly Buffer[]): XlsSheet[] => [{ name: 'Sheet1', records }];
const format = (id: number, code: string) => record(0x041e, Buffer.concat([words(id), wideString(code)]));
const style = (formatId: number) => record(0x00e0, Buffer.concat([words(0, formatId), Buffer.alloc(16)]));
const SAMPLE = workbookStream(
  [
    {
      name: '惩戒措施',
      records: [label(0, 0, 0), label(0, 1, 1), number(1, 0, 1), formula(1, 1, 2.5), merged([1, 2, 0, 0])],
    },
  ],
  [sharedStrings(['序号', '名称']), format(170, '0.0'), style(170)],
);

describe('sheets', () => {
  it('a table with title, shared strings and merged cells', async () => {
    const manuscript = await read(
      [
        {
          name: '惩戒措施',
          records: [
            label(0, 0, 0),
            label(2, 0, 1),
            label(2, 1, 2),
            number(3, 0, 1),
            label(3, 1, 3),
            merged([0, 0, 0, 1], [3, 4, 0, 0]),
          ],
        },
      ],
      [sharedStrings(['信用措施清单', '序号', '名称', '管理办法'])],
    );
    expect(shownBlocks(manuscript)).toEqual([
      'h1: 惩戒措施',
      'center: 信用措施清单',
      '0/2/0: 序号',
      '0/2/1: 名称',
      '0/3/0: 1',
      '0/3/1: 管理办法',
    ]);
    expect(manuscript.blocks[4]?.cell?.rowSpan).toBe(2);
  });

  it('numbers of every kind', async () => {
    const multiple = record(
      0x00bd,
      Buffer.concat([words(1, 0), words(0, (5 << 2) | 2, 0), words(0, (7 << 2) | 3, 0), words(1)]),
    );
    expect(
      (
        await read(
          one(
            rk(0, 0, (2016 << 2) | 2),
            rk(0, 1, (1250 << 2) | 3),
            rk(0, 2, 0x3ff80000),
            rk(0, 3, (-4 << 2) | 2),
            multiple,
          ),
        )
      ).text,
    ).toBe('2016\n12.5\n1.5\n-4\n5\n0.07');
  });

  it('dates by the format of the cell', async () => {
    const globals = [format(170, 'yyyy"年"m"月"d"日"'), style(0), style(170), style(14)];
    expect((await read(one(number(0, 0, 42_370, 1), number(0, 1, 42_370, 2)), globals)).text).toBe(
      '2016年1月1日\n2016/1/1',
    );
    const from1904 = record(0x0022, words(1));
    expect((await read(one(number(0, 0, 40_908, 1)), [from1904, ...globals])).text).toBe('2016年1月1日');
  });

  it('results of formulas: text, truth, error, nothing', async () => {
    const result = (kind: number, value: number) => Buffer.from([kind, 0, value, 0, 0, 0, 0xff, 0xff]);
    const manuscript = await read(
      one(
        formula(0, 0, 3),
        formula(0, 1, result(0, 0)),
        record(0x0207, wideString('信用')),
        formula(0, 2, result(1, 1)),
        formula(0, 3, result(2, 0x2a)),
        formula(0, 4, result(3, 0)),
      ),
    );
    expect(manuscript.text).toBe('3\n信用\nTRUE\n#N/A');
  });

  it('a string that runs over the end of its record, wide before and narrow after', async () => {
    const head = Buffer.concat([words(1, 0, 1, 0, 4), Buffer.from([1]), Buffer.from('信用', 'utf16le')]);
    const rest = Buffer.concat([Buffer.from([0]), Buffer.from('ab', 'latin1')]);
    const globals = [record(0x00fc, head), record(0x003c, rest)];
    expect((await read(one(label(0, 0, 0)), globals)).text).toBe('信用ab');
  });

  it('rich and extended strings: looks and phonetic guides are passed over', async () => {
    const rich = Buffer.concat([
      words(2),
      Buffer.from([0x0d]),
      words(1, 4, 0),
      Buffer.from('信用', 'utf16le'),
      Buffer.alloc(8),
    ]);
    const globals = [record(0x00fc, Buffer.concat([words(2, 0, 2, 0), rich, wideString('甲')]))];
    expect((await read(one(label(0, 0, 0), label(0, 1, 1)), globals)).text).toBe('信用\n甲');
  });

  it('text of shapes, in charts nothing', async () => {
    const shape = [
      record(0x01b6, words(0, 0, 0, 0, 0, 2, 16, 0, 0)),
      record(0x003c, Buffer.concat([Buffer.from([1]), Buffer.from('说明', 'utf16le')])),
    ];
    const chart = [record(0x0809, words(0x0600, 0x0020)), number(5, 5, 9), record(0x000a)];
    expect((await read(one(number(0, 0, 1), ...shape, ...chart, number(0, 1, 2)))).text).toBe('1\n2\n说明');
  });

  it('hidden sheets, rows and columns are read, with a note', async () => {
    const row = record(0x0208, Buffer.concat([words(0, 0, 1, 0, 0, 0), Buffer.from([0x20, 0, 0, 0])]));
    const columns = record(0x007d, words(1, 255, 0, 0, 1, 0));
    const manuscript = await read([
      { name: 'Sheet1', state: 1, records: [columns, row, number(0, 0, 1), number(0, 1, 2)] },
    ]);
    expect(manuscript.text).toBe('1\n2');
    expect(manuscript.notes.map((note) => note.message)).toEqual([
      '表格含隐藏的工作表1个、隐藏的行1行、隐藏的列1列，已一并读取',
    ]);
  });
});

describe('files that can not be read say why', () => {
  it('a whole file is found and read by its content', async () => {
    const bytes = xlsFile(SAMPLE);
    expect(await detectFormat(bytes)).toBe('xls');
    expect((await extract(bytes, 'xls')).text).toBe('惩戒措施\n序号\n名称\n1.0\n2.5');
  });

  it('a password, a protected package', async () => {
    expect(await codeOf(xlsFile(workbookStream(one(number(0, 0, 1)), [record(0x002f, words(1))])))).toBe(
      'encrypted',
    );
    const container = utils.cfb_new();
    utils.cfb_add(container, '/EncryptedPackage', Buffer.from('secret'));
    expect(await codeOf(new Uint8Array(write(container, { type: 'buffer' }) as Buffer))).toBe('encrypted');
  });

  it('Excel 95 and older', async () => {
    expect(await codeOf(xlsFile(workbookStream(one(), [], 0x0500)))).toBe('unsupported');
    expect(await codeOf(xlsFile(Buffer.alloc(10), 'Book'))).toBe('unsupported');
  });

  it('nothing in it, no workbook, no compound file', async () => {
    expect(await codeOf(xlsFile(workbookStream(one())))).toBe('no-text');
    expect(await codeOf(xlsFile(Buffer.alloc(10), 'Other'))).toBe('corrupt');
    expect(await codeOf(Buffer.from('<table>'))).toBe('corrupt');
  });

  it('a stream that ends early', async () => {
    for (let end = 0; end < SAMPLE.length; end += 1)
      expect(await codeOf(xlsFile(SAMPLE.subarray(0, end))), String(end)).toBe('corrupt');
  });

  it('a file that ends early', async () => {
    const bytes = xlsFile(Buffer.concat([SAMPLE, Buffer.alloc(20_000)]));
    for (const share of [0.1, 0.3, 0.5])
      expect(await codeOf(bytes.slice(0, bytes.length * share))).toBe('corrupt');
  });

  it('changed bytes end in text or in a reason', () =>
    fc.assert(
      fc.asyncProperty(
        fc.array(fc.tuple(fc.nat(SAMPLE.length - 1), fc.nat(255)), { minLength: 1, maxLength: 6 }),
        async (changes) => {
          const stream = Buffer.from(SAMPLE);
          for (const [at, byte] of changes) stream[at] = byte;
          await codeOf(xlsFile(stream));
        },
      ),
      { numRuns: 200, seed: 7 },
    ));
});
