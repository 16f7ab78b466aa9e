import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import * as pdf from '../../extractors/pdf/read-pdf.js';
import { readTxt } from '../../extractors/txt.js';
import type { Manuscript } from '../../model/index.js';
import { A4, type Mark, makePdf } from '../fixtures/pdf.js';
import { textToPdf } from '../fixtures/text-to-pdf.js';
import { WITHOUT_OCR } from '../reading.js';
import { shared } from '../shared.js';

const readPdf = (bytes: Uint8Array): Promise<Manuscript> => pdf.readPdf(bytes, WITHOUT_OCR);

const texts = ({ text, blocks }: Manuscript): string[] =>
  blocks.map(({ span }) => text.slice(span.start, span.end));
const at = (text: string, x: number, y: number, size = 16): Mark => ({ text, x, y, size });
const SCAN: Mark = { image: [0, 0, A4.width, A4.height] };

/** A sentence of so many characters, the last one a full stop. */
const sentence = (characters: number): string =>
  `${'各单位应当认真做好档案管理工作'.repeat(20).slice(0, characters - 1)}。`;

const NOTICE = [
  '清水市档案局文件',
  '清档发〔2021〕3号',
  '清水市档案局关于加强档案查阅管理的通知',
  '各县、区档案局，市直各有关单位：',
  `为规范全市档案查阅工作，${sentence(150)}`,
  '一、总体要求',
  `（一）${sentence(53)}`,
  `（二）${sentence(200)}`,
  '二、工作安排',
  ...Array.from({ length: 12 }, (_, index) => `第${index + 1}项。${sentence(60 + 7 * index)}`),
  '附件：查阅登记表',
  '清水市档案局',
  '2021年3月1日',
];

describe('readPdf', () => {
  it('gives back the paragraphs of an official document over its page breaks, without page numbers', async () => {
    const manuscript = await readPdf(await textToPdf(NOTICE.join('\n'), { header: '清水市档案局公报' }));
    expect(texts(manuscript)).toEqual(NOTICE);
    expect(manuscript.pages).toBeGreaterThan(2);
    const [head, number, title, addressee] = manuscript.blocks;
    for (const block of [head, number, title]) expect(block).toMatchObject({ align: 'center', page: 1 });
    expect(addressee).not.toHaveProperty('align');
    expect(addressee!.fontSize).toBe(16);
    expect(manuscript.blocks.at(-1)).toMatchObject({ align: 'right', page: manuscript.pages });
  });

  it.each([
    ['bare digits', (page: number) => `${page}`],
    ['dashes', (page: number) => `-${page}-`],
    ['第几页', (page: number, pages: number) => `第 ${page} 页 共 ${pages} 页`],
    ['a slash', (page: number, pages: number) => `${page}/${pages}`],
  ])('removes page numbers with %s', async (_name, footer) => {
    expect(texts(await readPdf(await textToPdf(NOTICE.join('\n'), { footer })))).toEqual(NOTICE);
  });

  it('says where a paragraph stands', async () => {
    const { blocks } = await readPdf(await makePdf([[], [at('第一条 目的', 100, 300)]]));
    expect(blocks).toHaveLength(1);
    const { page, box, paragraph, span } = blocks[0]!;
    expect({ page, paragraph, span }).toEqual({ page: 2, paragraph: 1, span: { start: 0, end: 6 } });
    expect(box!.x).toBeCloseTo(100, 0);
    expect(box!.width).toBeCloseTo(88, 0);
    expect(box!.y).toBeGreaterThan(280);
    expect(box!.y).toBeLessThan(300);
  });

  it('keeps a numbered provision and a sentence at the edge of a page, even one that comes back', async () => {
    const page = [
      at('第三条 本办法由市档案局解释。', 74, 40),
      ...Array.from({ length: 10 }, (_, i) => at(`本页第${i}行正文。`, 106, 200 + 28 * i)),
    ];
    const found = texts(await readPdf(await makePdf([page, page, page])));
    expect(found.filter((text) => text.startsWith('第三条'))).toHaveLength(3);
  });

  it('does not take a number in the text for a page number', async () => {
    const lines = (value: string) => [
      at('应当归档的数量', 106, 200),
      at(value, 106, 400),
      at('件以上的，另行登记。', 106, 428),
    ];
    const found = texts(await readPdf(await makePdf([lines('1'), lines('2')])));
    expect(found).toEqual(expect.arrayContaining(['1', '2']));
  });

  it('reads two columns one after the other, with what spans both where it stands', async () => {
    const column = (name: string, x: number): Mark[] =>
      Array.from({ length: 12 }, (_, i) =>
        at(
          i === 11 ? `${name}边栏完。` : `${name}边栏内正文接上文${'甲乙丙丁戊己庚辛壬癸子'[i]}处未完`,
          x,
          160 + 20 * i,
        ),
      );
    const page = [at('清水市档案公报第一期', 200, 80, 20), ...column('左', 60), ...column('右', 320)];
    const [title, left, right, ...more] = texts(await readPdf(await makePdf([page])));
    expect(more).toEqual([]);
    expect(title).toBe('清水市档案公报第一期');
    expect(left).toMatch(/^左[^右]*完。$/);
    expect(right).toMatch(/^右[^左]*完。$/);
  });

  it('reads a ruled table cell by cell, merged cells and lines inside them', async () => {
    const lines: Mark[] = [
      ...[100, 130, 160, 220].map((y): Mark => ({ line: [80, y, 380, y] })),
      ...[80, 380].map((x): Mark => ({ line: [x, 100, x, 220] })),
      { line: [180, 130, 180, 220] },
    ];
    const page = [
      ...lines,
      at('失信约束措施登记', 180, 120, 12),
      at('单位', 90, 150, 12),
      at('处理意见', 190, 150, 12),
      at('甲局', 90, 190, 12),
      at('一、保留全部措施。', 190, 180, 12),
      at('二、修订第三条。', 190, 200, 12),
      at('表后的正文。', 106, 260),
    ];
    const { blocks, text } = await readPdf(await makePdf([page]));
    expect(
      blocks.map(({ cell, span }) => [
        text.slice(span.start, span.end),
        cell && [cell.row, cell.column, cell.columnSpan],
      ]),
    ).toEqual([
      ['失信约束措施登记', [0, 0, 2]],
      ['单位', [1, 0, 1]],
      ['处理意见', [1, 1, 1]],
      ['甲局', [2, 0, 1]],
      ['一、保留全部措施。\n二、修订第三条。', [2, 1, 1]],
      ['表后的正文。', undefined],
    ]);
  });

  it('goes on with a table over a page break', async () => {
    const rows = Array.from({ length: 60 }, (_, i) => `${i}\t甲局办法${i}\t保留`);
    const { blocks } = await readPdf(await textToPdf(rows.join('\n')));
    expect(new Set(blocks.map((block) => block.cell?.table))).toEqual(new Set([0]));
    expect(blocks.at(-1)!.cell).toMatchObject({ row: 59, column: 2 });
  });

  it.each([
    [
      'evenly spread characters of a title',
      [...'清水市人民政府'].map((c, i) => at(c, 100 + 26 * i, 100)),
      '清水市人民政府',
    ],
    ['a spread word alone in its line', [at('通', 200, 100), at('知', 260, 100)], '通知'],
    [
      'typed spaces that justify a line',
      [at('关 于 加 强 档 案 管 理 的 通 知', 100, 100)],
      '关于加强档案管理的通知',
    ],
    ['a space after an article number', [at('第一条 为了管理', 100, 100)], '第一条 为了管理'],
    ['a gap after an article number', [at('第一条', 100, 100), at('为了管理', 158, 100)], '第一条 为了管理'],
    ['words of Latin letters', [at('WTO accession 2021', 100, 100)], 'WTO accession 2021'],
    ['a date in Chinese text', [at('自2021年3月1日起施行。', 100, 100)], '自2021年3月1日起施行。'],
  ])('spacing: %s', async (_name, marks, expected) => {
    expect(texts(await readPdf(await makePdf([marks])))).toEqual([expected]);
  });

  it.each([
    ['a scan', () => makePdf([[SCAN], [SCAN]]), 'needs-ocr', '共2页'],
    ['a scan with page numbers', () => makePdf([[SCAN, at('- 1 -', 280, 800, 10)]]), 'needs-ocr', '共1页'],
    [
      'a text layer of private characters',
      () => textToPdf(sentence(60), { privateUse: true }),
      'needs-ocr',
      '无法辨认',
    ],
    ['blank pages', () => makePdf([[], []]), 'no-text', '共2页'],
    ['what is no PDF', async () => new TextEncoder().encode('<html></html>'), 'corrupt', ''],
    ['the first half of a PDF', async () => (await textToPdf(sentence(60))).slice(0, 300), 'corrupt', ''],
    ['nothing at all', async () => new Uint8Array(), 'corrupt', ''],
    ['a PDF with a password', async () => encrypted(await textToPdf(sentence(60))), 'encrypted', ''],
    [
      'more pages than any regulation has',
      async () => claiming(5_001, await makePdf([[]])),
      'too-large',
      '5001',
    ],
  ])('refuses %s with a reason', async (_name, make, code, detail) => {
    await expect(readPdf(await make())).rejects.toMatchObject({
      reason: { code, message: expect.stringContaining(detail) },
    });
  });

  it('reads the pages with text and names those that need OCR', async () => {
    const { notes, blocks, pages } = await readPdf(
      await makePdf([[at(sentence(25), 74, 100)], [SCAN], [SCAN], [at(sentence(26), 74, 100)], [SCAN]]),
    );
    expect(blocks.map((block) => block.page)).toEqual([1, 4]);
    expect(pages).toBe(5);
    expect(notes).toEqual([{ code: 'pages-need-ocr', message: expect.stringContaining('第2-3、5页') }]);
  });

  it('does not join a paragraph over pages that it could not read', async () => {
    const line = at('清水市档案局应当认真做好全市档案管理工作并定期向市政府报告', 74, 100);
    const found = await readPdf(await makePdf([[line], [SCAN], [line]]));
    expect(found.blocks).toHaveLength(2);
    expect((await readPdf(await makePdf([[line], [line]]))).blocks).toHaveLength(1);
  });

  it('gives title and dates of the document properties as metadata', async () => {
    const { metadata } = await readPdf(
      await textToPdf(sentence(30), {
        title: '档案查阅办法',
        author: '清水市档案局',
        created: '2020-05-06T00:00:00Z',
      }),
    );
    expect(metadata).toEqual(
      expect.arrayContaining([
        { name: 'Title', value: '档案查阅办法', from: 'properties' },
        { name: 'Author', value: '清水市档案局', from: 'properties' },
        { name: 'CreationDate', value: '2020-05-06', from: 'properties' },
      ]),
    );
  });

  it('reads the real notices from a PDF as it does from their text: tables cell by cell, sentences whole', async (context) => {
    const path = shared('seed/notices.txt');
    if (!path) return context.skip();
    const bytes = new Uint8Array(readFileSync(path));
    const [fromText, fromPdf] = [
      await readTxt(bytes),
      await readPdf(await textToPdf(new TextDecoder().decode(bytes))),
    ];
    const cells = ({ text, blocks }: Manuscript) =>
      blocks.flatMap(({ cell, span }) =>
        cell ? [`${cell.row}/${cell.column} ${text.slice(span.start, span.end).replace(/\s/gu, '')}`] : [],
      );
    expect(cells(fromPdf)).toEqual(cells(fromText));
    const tight = ({ text }: Manuscript): string => text.replace(/\s/gu, '');
    expect(tight(fromPdf)).toBe(tight(fromText));
    const long = texts(fromPdf).filter((text) => text.length > 28);
    const whole = new Set(texts(fromText).map((text) => text.replace(/\s/gu, '')));
    const kept = long.filter((text) => whole.has(text.replace(/\s/gu, '')));
    // The others are the sentences that the text itself has cut in two.
    expect(kept.length).toBeGreaterThan(0.75 * long.length);
  });

  it('reads a file again to the same result after others failed', async () => {
    const bytes = await textToPdf(NOTICE.join('\n'));
    const first = await readPdf(bytes);
    await expect(readPdf(bytes.slice(0, 500))).rejects.toThrow();
    expect(await readPdf(bytes)).toEqual(first);
  });
});

/** A PDF whose page tree claims so many pages. */
const claiming = (count: number, bytes: Uint8Array): Uint8Array =>
  new Uint8Array(
    Buffer.from(Buffer.from(bytes).toString('latin1').replace('/Count 1', `/Count ${count}`), 'latin1'),
  );

/** Marks a PDF as encrypted with a password that nobody knows: PDFium asks for it before it looks at any page. */
const encrypted = (bytes: Uint8Array): Uint8Array => {
  const text = Buffer.from(bytes).toString('latin1');
  const key = 'ab'.repeat(32);
  const security = `/Encrypt << /Filter /Standard /V 2 /R 3 /Length 128 /P -44 /O <${key}> /U <${key}> >> /ID [<${key}><${key}>]`;
  // Offsets before the trailer stay what they are.
  return new Uint8Array(
    Buffer.from(
      text.replace(/trailer\s*<</, (found) => `${found} ${security}`),
      'latin1',
    ),
  );
};

describe('the lines of a PDF', () => {
  it('are found in the text, each at its place, over page breaks and in tables', async () => {
    const text = [...NOTICE, '名称\t处理\n甲公司\t列入名单', '第二条 附则'].join('\n');
    const { text: read, lines = [] } = await readPdf(await textToPdf(text));
    // All of the text is in them, in order.
    const joined = lines.map(({ span }) => read.slice(span.start, span.end)).join('');
    expect(joined.replace(/\s/gu, '')).toBe(read.replace(/\s/gu, ''));
    const line = lines.find(({ span }) => read.slice(span.start, span.end).startsWith('清水市档案局关于'))!;
    expect(line.page).toBe(1);
    expect(line.box.y).toBeGreaterThan(105 + 28 * 2);
    expect(line.box.y + line.box.height).toBeLessThan(105 + 28 * 3 + 10);
  });

  it.each([0, 270])(
    'do not lie over each other where a font claims the space of two: turned by %i',
    async (turn) => {
      const { PDFDocument, degrees } = await import('pdf-lib');
      const plain = Buffer.from(await textToPdf(NOTICE.join('\n'))).toString('latin1');
      const tall = plain.replace('/Ascent 880', '/Ascent 999').replace('/Descent -120', '/Descent -999');
      expect(tall).not.toBe(plain);
      const pdf = await PDFDocument.load(Buffer.from(tall, 'latin1'));
      pdf.getPage(0).setRotation(degrees(turn));
      const { lines = [], text } = await readPdf(await pdf.save());
      expect(text).toBe((await readPdf(Buffer.from(plain, 'latin1'))).text);
      expect(lines.length).toBeGreaterThan(3);
      for (const [index, { box, page }] of lines.entries()) {
        const next = lines[index + 1];
        if (next?.page === page) expect(box.y + box.height).toBeLessThan(next.box.y);
        expect(box.height).toBeGreaterThan(16);
      }
    },
  );

  it('are those of the upright page where text runs upwards', async () => {
    const { PDFDocument, degrees } = await import('pdf-lib');
    const pdf = await PDFDocument.load(await textToPdf(NOTICE.join('\n')));
    pdf.getPage(0).setRotation(degrees(270));
    const { turns, lines } = await readPdf(await pdf.save());
    expect(turns).toEqual([{ page: 1, quarter: 90, slant: 0 }]);
    const [first] = (await readPdf(await textToPdf(NOTICE.join('\n')))).lines!;
    expect(lines![0]!.box.x).toBeCloseTo(first!.box.x, 0);
    expect(lines![0]!.box.y).toBeCloseTo(first!.box.y, 0);
  });
});
