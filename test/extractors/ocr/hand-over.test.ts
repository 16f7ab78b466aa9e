import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { textOfPages } from '../../../extractors/layout/manuscript.js';
import { contentOf } from '../../../extractors/ocr/page-content.js';
import { readPdf } from '../../../extractors/pdf/read-pdf.js';
import type { Manuscript } from '../../../model/index.js';
import type { Mark } from '../../fixtures/pdf.js';
import { recognisedPage } from '../../fixtures/recognised.js';
import { pagesOfText, textToPdf } from '../../fixtures/text-to-pdf.js';
import { WITHOUT_OCR } from '../../reading.js';
import { expectSound } from '../word-laws.js';

const at = (text: string, x: number, y: number, size = 16): Mark => ({ text, x, y, size });
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
].join('\n');

type Read = Pick<Manuscript, 'text' | 'blocks' | 'recognised' | 'repairs'>;
const texts = ({ text, blocks }: Read): string[] =>
  blocks.map(({ span }) => text.slice(span.start, span.end));
const read = (pages: readonly (readonly Mark[])[], seed: number): Read =>
  textOfPages([pages.map((marks, index) => contentOf(recognisedPage(marks, { seed }), index + 1))]);

describe('recognised pages become text as pages with text do', () => {
  it.each([0, 1, 2, 3, 4, 5])('paragraphs, alignment and page furniture, noise %i', async (seed) => {
    const found = read(pagesOfText(NOTICE, { header: '清水市档案局公报' }), seed);
    const printed = await readPdf(await textToPdf(NOTICE, { header: '清水市档案局公报' }), WITHOUT_OCR);
    expect(texts(found)).toEqual(texts(printed));
    expect(found.blocks.map(({ align, page, kind }) => ({ align, page, kind }))).toEqual(
      printed.blocks.map(({ align, page, kind }) => ({ align, page, kind })),
    );
    // Within a point of the size that it is set in.
    for (const { fontSize } of found.blocks) expect(Math.abs(fontSize! - 16)).toBeLessThanOrEqual(1);
  });

  it.each([0, 6, 7, 8])('ruled tables cell by cell over a page break, noise %i', (seed) => {
    const rows = Array.from({ length: 60 }, (_, i) => `${i + 1}\t甲局办法第${i + 1}号\t保留`);
    const { blocks } = read(pagesOfText(['登记表', ...rows].join('\n')), seed);
    const cells = blocks.filter((block) => block.cell);
    expect(cells).toHaveLength(180);
    expect(cells.at(-1)!.cell).toMatchObject({ table: 0, row: 59, column: 2 });
  });

  it.each([0, 9, 10])('two columns one after the other, noise %i', (seed) => {
    const column = (name: string, x: number): Mark[] =>
      Array.from({ length: 12 }, (_, i) =>
        at(
          i === 11 ? `${name}边栏完。` : `${name}边栏内正文接上文${'甲乙丙丁戊己庚辛壬癸子'[i]}处未完`,
          x,
          160 + 20 * i,
        ),
      );
    const page = [at('清水市档案公报第一期', 200, 80, 20), ...column('左', 60), ...column('右', 320)];
    const [title, left, right, ...more] = texts(read([page], seed));
    expect(more).toEqual([]);
    expect(title).toBe('清水市档案公报第一期');
    expect(left).toMatch(/^左[^右]*完。$/);
    expect(right).toMatch(/^右[^左]*完。$/);
  });

  it('keeps a wide gap as a blank and closes the small ones of the noise', () => {
    const page = [at('第一条', 106, 100), at('为了规范档案管理，制定本办法。', 170, 100)];
    for (const seed of [0, 11, 12, 13])
      expect(texts(read([page], seed))).toEqual(['第一条 为了规范档案管理，制定本办法。']);
  });
});

describe('recognised lines', () => {
  const found = (confidence: (char: string, index: number) => number, marks: readonly Mark[]): Read =>
    textOfPages([[contentOf(recognisedPage(marks, { seed: 1, confidence }), 1)]]);

  it('lead from the text to page, place and confidence, and name the doubtful characters', () => {
    const { text, recognised } = found(
      (char) => (char === '档' ? 0.4 : 0.96),
      [at('清水市档案局', 106, 100), at('档案管理办法（试行稿）已经通过。', 106, 160)],
    );
    expect(recognised!.map(({ span }) => text.slice(span.start, span.end))).toEqual([
      '清水市档案局',
      '档案管理办法（试行稿）已经通过。',
    ]);
    const [first] = recognised!;
    expect(first!.doubtful.map(({ start, end }) => text.slice(start, end))).toEqual(['档']);
    expect(first!.confidence).toBeCloseTo((5 * 0.96 + 0.4) / 6);
    expect(first).toMatchObject({ page: 1 });
    expect(Math.abs(first!.box.x - 106)).toBeLessThan(4);
    expect(first!.box.y).toBeGreaterThan(80);
    expect(first!.box.y + first!.box.height).toBeLessThan(106);
  });

  it('hold just the characters that were recognised, whatever they are joined to', () => {
    const line = fc
      .array(fc.constantFrom(...'甲乙丙第条一二，。（）：AbW-12 '), { minLength: 6, maxLength: 24 })
      .map((chars) => chars.join(''))
      .filter((text) => /[甲乙丙]{2}/.test(text));
    fc.assert(
      fc.property(fc.array(line, { minLength: 1, maxLength: 12 }), fc.nat(1000), (lines, seed) => {
        const marks = lines.map((text, index) => at(text, 74 + (index % 3) * 16, 120 + 28 * index));
        const page = contentOf(recognisedPage(marks, { seed }), 1);
        const manuscript = textOfPages([[page]]);
        expectSound({ format: 'pdf', metadata: [], ...manuscript });
        const { text, recognised = [], repairs = [] } = manuscript;
        expect(repairs).toEqual([]);
        const seen = recognised
          .map(({ span }) => text.slice(span.start, span.end).replace(/\s/gu, ''))
          .join('');
        const given = page.glyphs.map((glyph) => glyph.char).join('');
        // A hyphen at the end of a line may be taken out when a Latin word goes on.
        expect(seen.replaceAll('-', '')).toBe(given.replaceAll('-', ''));
        let end = 0;
        for (const { span, doubtful, confidence } of recognised) {
          expect(span.start).toBeGreaterThanOrEqual(end);
          expect(span.end).toBeGreaterThan(span.start);
          expect(confidence).toBeGreaterThan(0);
          for (const each of doubtful) expect(each.start >= span.start && each.end <= span.end).toBe(true);
          end = span.end;
        }
      }),
      { numRuns: 60, seed: 5 },
    );
  });

  it('are counted in a note, and a page that can hardly be read sends a person to it', () => {
    const page = (confidence: number, number: number) =>
      contentOf(
        recognisedPage([at(sentence(24), 74, 100)], { seed: number, confidence: () => confidence }),
        number,
      );
    const notes = (...pages: ReturnType<typeof page>[]) => textOfPages([pages]).notes;
    expect(notes(page(0.99, 1), page(0.98, 2))).toEqual([
      { code: 'ocr', message: '第1-2页有文字由图像识别（OCR）得来，请对照原件核对' },
    ]);
    expect(notes(page(0.99, 1), page(0.7, 2)).map(({ code, message }) => [code, message])).toEqual([
      ['ocr', expect.stringContaining('其中24字存疑')],
      ['ocr-poor', expect.stringMatching(/^第2页/)],
    ]);
  });

  it('leave out what no reader can read, and say that the page was not read in full', () => {
    const page = contentOf(
      recognisedPage([at('全市档案工作会议', 74, 100), at('ccccecc', 74, 300)], {
        seed: 1,
        confidence: (char) => (/[a-z]/.test(char) ? 0.3 : 0.99),
      }),
      1,
    );
    const { text, notes } = textOfPages([[page]]);
    expect(text).toBe('全市档案工作会议');
    expect(notes.map(({ code }) => code)).toEqual(['ocr', 'ocr-poor']);
  });
});
