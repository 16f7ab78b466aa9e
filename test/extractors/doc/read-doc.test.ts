import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { readDoc } from '../../../extractors/doc/read-doc.js';
import { FileError, type Manuscript, type ReasonCode } from '../../../model/index.js';
import { shared } from '../../shared.js';
import { expectSound } from '../word-laws.js';
import { type DocParagraph, docBytes, modifier, type Run, read } from './build-doc.js';

const texts = ({ text, blocks }: Manuscript) => blocks.map(({ span }) => text.slice(span.start, span.end));
const plain = (...runs: (Run | string)[]): DocParagraph => ({
  runs: runs.map((part) => (typeof part === 'string' ? [part] : part)),
});

const DELETED = modifier(0x0800, 1);
const HIDDEN = modifier(0x083c, 1);

describe('text of a .doc', () => {
  const rows: readonly (readonly [
    why: string,
    body: readonly DocParagraph[],
    expected: readonly string[],
  ])[] = [
    ['empty paragraphs give no block', [plain('　　甲'), plain(''), plain('乙')], ['甲', '乙']],
    ['a line break starts a new block, a page break too', [plain('甲\x0b乙\x0c丙')], ['甲', '乙', '丙']],
    ['optional hyphens go, fixed ones stay, tabs are blanks', [plain('信\x1f用\x1e甲\t乙')], ['信用-甲 乙']],
    [
      'the instruction of a field goes, its result stays',
      [plain('见\x13 REF a \x14第三条\x15。')],
      ['见第三条。'],
    ],
    ['a field without result leaves nothing', [plain('甲\x13 XE "a" \x15乙')], ['甲乙']],
    ['a field that never ends hides nothing', [plain('甲\x13乙')], ['甲乙']],
    ['deleted text goes', [plain('甲', ['乙', DELETED], '丙')], ['甲丙']],
    ['wide letter spacing is not deletion', [plain('甲', ['乙', modifier(0x8840, 41, 0)])], ['甲乙']],
    [
      'a deleted paragraph mark joins two paragraphs',
      [{ ...plain('甲'), markProperties: DELETED }, plain('乙')],
      ['甲乙'],
    ],
    ['symbols read as the sign they show', [plain(['(', modifier(0x6a09, 0, 0, 0xfe, 0xf0)], '是')], ['☑是']],
  ];
  for (const [why, body, expected] of rows) {
    it(why, async () => {
      const manuscript = await read({ body });
      expect(texts(manuscript)).toEqual(expected);
      expectSound(manuscript);
    });
  }

  it('notes say that changes were tracked and that text is hidden', async () => {
    const { text, notes } = await read({ body: [plain('甲', ['乙', DELETED], ['丙', HIDDEN])] });
    expect(text).toBe('甲');
    expect(notes.map((note) => note.code)).toEqual(['tracked-changes', 'hidden-text']);
  });

  it('looks come with it: alignment, outline level, size, weight', async () => {
    const properties = [...modifier(0x2403, 1), ...modifier(0x2640, 0)];
    const look = [...modifier(0x4a43, 44, 0), ...modifier(0x0835, 1)];
    const { blocks } = await read({ body: [{ runs: [['题', look]], properties }, plain('文')] });
    expect(blocks[0]).toMatchObject({ align: 'center', headingLevel: 1, fontSize: 22, bold: true });
    expect(blocks[1]).toMatchObject({ fontSize: 10 });
    expect(blocks[1]).not.toHaveProperty('headingLevel');
  });

  it('footnotes stand after the body with their mark', async () => {
    const manuscript = await read({
      body: [plain('甲'), plain('乙\x02丙\x02')],
      footnotes: [[plain('\x02 先')], [plain('\x02 后')]],
    });
    expect(texts(manuscript)).toEqual(['甲', '乙丙', '[脚注1] 先', '[脚注2] 后']);
    expect(manuscript.blocks.slice(2).map(({ kind, paragraph }) => [kind, paragraph])).toEqual([
      ['footnote', 2],
      ['footnote', 2],
    ]);
  });

  it('text boxes stand at their anchor, before a paragraph that begins with it', async () => {
    const manuscript = await read({
      body: [plain('\x08题'), plain('文\x08')],
      boxes: [[plain('红头')], [plain('框')]],
    });
    expect(texts(manuscript)).toEqual(['红头', '题', '文', '框']);
    expect(manuscript.blocks.map((block) => block.kind)).toEqual([
      'textbox',
      'paragraph',
      'paragraph',
      'textbox',
    ]);
  });
});

describe('automatic numbering of a .doc', () => {
  const numbered = (text: string, list: number, level = 0): DocParagraph => ({
    runs: [[text]],
    properties: [...modifier(0x260a, level), ...modifier(0x460b, list & 0xff, list >> 8)],
  });
  const levels = [
    { format: 39, text: '第\0条' },
    { format: 37, text: '（\x01）' },
  ];

  it('is written out and marked, level by level', async () => {
    const body = [
      numbered('甲', 1),
      numbered('乙', 1, 1),
      numbered('丙', 1, 1),
      numbered('丁', 1),
      numbered('戊', 1, 1),
    ];
    const manuscript = await read({ body, levels });
    expect(texts(manuscript)).toEqual(['第一条 甲', '（一）乙', '（二）丙', '第二条 丁', '（一）戊']);
    expect(manuscript.blocks.map(({ numbering }) => numbering && numbering.end - numbering.start)).toEqual([
      3, 3, 3, 3, 3,
    ]);
  });

  it('restarts where an override says so, and goes on where the list is the same', async () => {
    const body = [numbered('甲', 1), numbered('乙', 2), numbered('丙', 2), numbered('丁', 1)];
    expect(texts(await read({ body, levels, restarts: [12] }))).toEqual([
      '第一条 甲',
      '第十二条 乙',
      '第十三条 丙',
      '第十四条 丁',
    ]);
  });

  it('is absent for list number 0 and for one that does not exist', async () => {
    expect(
      texts(await read({ body: [numbered('甲', 0), numbered('乙', 9), numbered('丙', 0xf801)], levels })),
    ).toEqual(['甲', '乙', '丙']);
  });
});

describe('tables of a .doc', () => {
  const inTable = modifier(0x2416, 1);
  const cell = (text: string): DocParagraph => ({ runs: [[text]], properties: inTable, mark: '\x07' });
  const edges = (...values: number[]) => values.flatMap((value) => [value & 0xff, value >> 8]);
  /** The mark that ends a row, with the edges of its cells and their merge flags. */
  const rowEnd = (places: readonly number[], flags: readonly number[]): DocParagraph => {
    const cells = flags.flatMap((flag) => [flag, 0, ...new Array<number>(18).fill(0)]);
    const size = 2 + places.length * 2 + cells.length;
    const definition = modifier(0xd608, size & 0xff, size >> 8, flags.length, ...edges(...places), ...cells);
    return { runs: [], mark: '\x07', properties: [...inTable, ...modifier(0x2417, 1), ...definition] };
  };
  const START = 0x60;
  const CONTINUE = 0x20;

  it('have cells with places and spans, lines drawn twice taken as one', async () => {
    const manuscript = await read({
      body: [
        ...[cell('序号'), cell('事项'), rowEnd([0, 1000, 3000], [START, 0])],
        ...[cell(''), cell('名单'), cell('惩戒'), rowEnd([0, 1010, 2000, 3005], [CONTINUE, 0, 0])],
        plain('文'),
      ],
    });
    expect(manuscript.blocks.map(({ cell: place }) => place)).toEqual([
      { table: 0, row: 0, column: 0, rowSpan: 2, columnSpan: 1 },
      { table: 0, row: 0, column: 1, rowSpan: 1, columnSpan: 2 },
      { table: 0, row: 1, column: 1, rowSpan: 1, columnSpan: 1 },
      { table: 0, row: 1, column: 2, rowSpan: 1, columnSpan: 1 },
      undefined,
    ]);
    expect(texts(manuscript)).toEqual(['序号', '事项', '名单', '惩戒', '文']);
  });

  it('keep a cell of several paragraphs together', async () => {
    const first: DocParagraph = { runs: [['甲']], properties: inTable };
    const body = [first, cell('乙'), cell('丙'), rowEnd([0, 1000, 2000], [0, 0]), plain('文')];
    expect(texts(await read({ body }))).toEqual(['甲\n乙', '丙', '文']);
  });
});

describe('a .doc that can not be read says why', () => {
  const codeOf = async (bytes: Uint8Array): Promise<ReasonCode | 'read'> => {
    try {
      await readDoc(bytes);
      return 'read';
    } catch (error) {
      if (error instanceof FileError) return error.reason.code;
      throw error;
    }
  };

  it('no compound file, or nothing', async () => {
    expect(await codeOf(new TextEncoder().encode('第一条'))).toBe('corrupt');
    expect(await codeOf(new Uint8Array())).toBe('corrupt');
  });
  it('encrypted', async () => {
    expect(await codeOf(docBytes({ body: [plain('甲')], flags: 0x0100 }))).toBe('encrypted');
  });
  it('written by Word 95', async () => {
    expect(await codeOf(docBytes({ body: [plain('甲')], magic: 0xa5dc }))).toBe('unsupported');
  });
  it('only a picture, or nothing to read', async () => {
    expect(await codeOf(docBytes({ body: [plain('\x01')] }))).toBe('needs-ocr');
    expect(await codeOf(docBytes({ body: [plain('')] }))).toBe('no-text');
  });
  it('a text shorter than the head says', async () => {
    const bytes = Buffer.from(docBytes({ body: [plain('甲'.repeat(100))] }));
    const head = bytes.indexOf(Buffer.from([0xec, 0xa5]));
    bytes.writeUInt32LE(100_000, head + 0x4c);
    expect(await codeOf(bytes)).toBe('corrupt');
  });

  const folder = shared('files/folder/各省市规范性文件审查规定/各省会城市法律规定');
  it.skipIf(!folder)('a real file reads, and is damaged when cut', async () => {
    const bytes = readFileSync(`${folder}/石家庄市行政规范性文件管理规定.doc`);
    const manuscript = await readDoc(bytes);
    expectSound(manuscript);
    expect(manuscript.text).toContain('石家庄市行政规范性文件管理规定');
    for (const share of [0.1, 0.3, 0.5, 0.7]) {
      expect(await codeOf(bytes.subarray(0, Math.floor(bytes.length * share)))).toBe('corrupt');
    }
  });
});
