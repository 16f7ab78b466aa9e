import { PDFDocument, PDFName } from 'pdf-lib';
import { describe, expect, it } from 'vitest';
import { DEFAULT_READING } from '../../../extractors/index.js';
import { readPdf } from '../../../extractors/pdf/read-pdf.js';
import type { Manuscript } from '../../../model/index.js';
import { A4, type Mark, makePdf } from '../../fixtures/pdf.js';
import { fakeRecogniser, recognisedPage } from '../../fixtures/recognised.js';
import { textToPdf } from '../../fixtures/text-to-pdf.js';
import { WITHOUT_OCR } from '../../reading.js';

const texts = ({ text, blocks }: Pick<Manuscript, 'text' | 'blocks'>): string[] =>
  blocks.map(({ span }) => text.slice(span.start, span.end));
const at = (text: string, x: number, y: number, size = 16): Mark => ({ text, x, y, size });
const SCAN: Mark = { image: [0, 0, A4.width, A4.height] };
const sentence = (characters: number): string =>
  `${'各单位应当认真做好档案管理工作'.repeat(20).slice(0, characters - 1)}。`;
const SEEN = recognisedPage([
  at('清水市档案查阅规程', 200, 100, 22),
  at('第一条 本规程自发布之日起施行。', 106, 160),
]);

describe('readPdf with recognition', () => {
  it('recognises a scan page by page and calls for time after each', async () => {
    const { recognise, rasters } = fakeRecogniser([SEEN, SEEN]);
    let progress = 0;
    const options = { ...DEFAULT_READING, onProgress: () => progress++ };
    const found = await readPdf(await makePdf([[SCAN], [SCAN]]), options, recognise);
    expect(texts(found)).toEqual([
      '清水市档案查阅规程',
      '第一条本规程自发布之日起施行。',
      '清水市档案查阅规程',
      '第一条本规程自发布之日起施行。',
    ]);
    expect(found.blocks.map(({ page }) => page)).toEqual([1, 1, 2, 2]);
    expect(found.recognised!.map(({ page }) => page)).toEqual([1, 1, 2, 2]);
    expect(found.notes.map(({ code }) => code)).toEqual(['ocr']);
    expect([rasters.length, progress]).toEqual([2, 2]);
  });

  it('recognises only the pages that need it', async () => {
    const garbled = await PDFDocument.load(await textToPdf(sentence(60), { privateUse: true }));
    const mixed = await PDFDocument.load(await makePdf([[at(sentence(25), 74, 100)], [SCAN]]));
    const [page] = await mixed.copyPages(garbled, [0]);
    mixed.addPage(page);
    const { recognise, rasters } = fakeRecogniser([
      recognisedPage([at('二、第二页是扫描的。', 74, 100)]),
      recognisedPage([at('三、第三页的文字层没有用。', 74, 100)]),
    ]);
    const found = await readPdf(await mixed.save(), DEFAULT_READING, recognise);
    expect(texts(found)).toEqual([sentence(25), '二、第二页是扫描的。', '三、第三页的文字层没有用。']);
    expect(found.recognised!.map(({ page: number }) => number)).toEqual([2, 3]);
    expect(rasters).toHaveLength(2);
  });

  it('reads the picture on a page with text, and nothing twice', async () => {
    const text = at(sentence(25), 74, 100);
    const bytes = await makePdf([[text, { image: [74, 300, 450, 300] }]]);
    const { recognise } = fakeRecogniser([
      recognisedPage([text, at('图中的一行字。', 100, 400), at('图外的一行字。', 100, 700)]),
    ]);
    const found = await readPdf(bytes, DEFAULT_READING, recognise);
    expect(texts(found)).toEqual([sentence(25), '图中的一行字。']);
    expect(found.recognised!.map(({ span }) => found.text.slice(span.start, span.end))).toEqual([
      '图中的一行字。',
    ]);
    // A seal or a letterhead is not looked at.
    const small = await makePdf([[text, { image: [400, 600, 120, 120] }]]);
    expect((await readPdf(small, DEFAULT_READING, fakeRecogniser([]).recognise)).notes).toEqual([]);
  });

  it('believes a fair reading that another program has put under a scan, and says so', async () => {
    const lines = Array.from({ length: 6 }, (_, i) => at(`${i + 10}${sentence(24)}`, 74, 200 + 28 * i));
    const bytes = await makePdf([[SCAN, ...lines]], { invisible: true });
    const { notes, text } = await readPdf(bytes, DEFAULT_READING, fakeRecogniser([]).recognise);
    expect(text).toContain('档案管理');
    expect(notes.map(({ code }) => code)).toEqual(['ocr-layer']);
  });

  it('does not look for text in a background', async () => {
    const lines = Array.from({ length: 22 }, (_, i) => at(`${i + 10}${sentence(27)}`, 74, 105 + 28 * i));
    const { notes } = await readPdf(
      await makePdf([[SCAN, ...lines]]),
      DEFAULT_READING,
      fakeRecogniser([]).recognise,
    );
    expect(notes).toEqual([]);
  });

  it('does not unpack a picture of 30,000 × 30,000 pixels', async () => {
    const bytes = Buffer.from(await makePdf([[SCAN]])).toString('latin1');
    const claimed = bytes.replace('/Width 1', '/Width 30000').replace('/Height 1', '/Height 30000');
    await expect(
      readPdf(new Uint8Array(Buffer.from(claimed, 'latin1')), DEFAULT_READING, fakeRecogniser([]).recognise),
    ).rejects.toMatchObject({ reason: { code: 'needs-ocr' } });
  });

  it('says which pages show something and hold no text; a blank sheet among scans is no loss', async () => {
    const nothing = { turned: 0, ...A4, texts: [], rules: [] } as const;
    const photograph: Mark = { image: [100, 100, 400, 600] };
    const { recognise } = fakeRecogniser([SEEN, nothing]);
    const { notes } = await readPdf(await makePdf([[SCAN], [photograph]]), DEFAULT_READING, recognise);
    // The fixture's picture is one grey pixel: paper, not ink.
    expect(notes.map(({ code }) => code)).toEqual(['ocr']);
    await expect(
      readPdf(await makePdf([[SCAN]]), DEFAULT_READING, fakeRecogniser([nothing]).recognise),
    ).rejects.toMatchObject({ reason: { code: 'no-text' } });
  });

  it('leaves pages unread and names them where recognition is not wanted', async () => {
    const bytes = await makePdf([[at(sentence(25), 74, 100)], [SCAN]]);
    const { notes } = await readPdf(bytes, WITHOUT_OCR, fakeRecogniser([]).recognise);
    expect(notes.map(({ code }) => code)).toEqual(['pages-need-ocr']);
  });

  it('keeps the rules that the file draws under characters that mean nothing', async () => {
    const rules: Mark[] = [
      ...[100, 130, 160].map((y): Mark => ({ line: [80, y, 380, y] })),
      ...[80, 180, 380].map((x): Mark => ({ line: [x, 100, x, 160] })),
    ];
    const cells = [
      at('单位名称', 85, 120, 12),
      at('处理意见以及有关情况', 190, 120, 12),
      at('甲局档案室', 85, 150, 12),
      at('保留全部措施不作修改', 190, 150, 12),
    ];
    const { recognise } = fakeRecogniser([recognisedPage(cells)]);
    const bytes = await makePdf([[...rules, ...cells]], { privateUse: true });
    const { blocks } = await readPdf(bytes, DEFAULT_READING, recognise);
    expect(blocks.map(({ cell }) => [cell?.row, cell?.column])).toEqual([
      [0, 0],
      [0, 1],
      [1, 0],
      [1, 1],
    ]);
  });

  it.each([
    ['A4 at 200 dpi', A4, 1654 * 2339],
    ['a page as long as a street, smaller', { width: 14_400, height: 14_400 }, 16_000_000],
    ['a strip', { width: 10, height: 14_000 }, 1_100_000],
  ])('draws %s', async (_name, size, most) => {
    const { recognise, rasters } = fakeRecogniser([recognisedPage([at('一行字', 1, 20)], { seed: 0, size })]);
    const bytes = await makePdf([[{ image: [0, 0, size.width, size.height] }]], { size });
    await readPdf(bytes, DEFAULT_READING, recognise);
    const [{ width, height, data, scale }] = rasters as [(typeof rasters)[0]];
    expect(data).toHaveLength(width * height * 3);
    expect(width * height).toBeLessThanOrEqual(1.01 * most);
    expect(width / scale).toBeCloseTo(size.width, -1);
  });

  it('never draws more pixels than the limit', async () => {
    const { recognise, rasters } = fakeRecogniser([SEEN]);
    const limits = { ...DEFAULT_READING.limits, pixels: 10_000 };
    await readPdf(await makePdf([[SCAN]]), { ...DEFAULT_READING, limits }, recognise);
    expect(rasters[0]!.width * rasters[0]!.height).toBeLessThanOrEqual(10_000);
  });

  it('refuses more pages than the limit before it reads any', async () => {
    const limits = { ...DEFAULT_READING.limits, pages: 2 };
    await expect(
      readPdf(await makePdf([[], [], []]), { ...DEFAULT_READING, limits }, fakeRecogniser([]).recognise),
    ).rejects.toMatchObject({
      reason: { code: 'too-large', message: expect.stringContaining('共3页，上限2页') },
    });
  });

  it('passes on what goes wrong in the recogniser as it is', async () => {
    const broken = async () => Promise.reject(new Error('the model is not there'));
    await expect(readPdf(await makePdf([[SCAN]]), DEFAULT_READING, broken)).rejects.toThrow('the model');
    // The engine for PDF is as good as before.
    expect(
      (await readPdf(await makePdf([[SCAN]]), DEFAULT_READING, fakeRecogniser([SEEN]).recognise)).pages,
    ).toBe(1);
  });
});

describe('hostile PDFs with pictures are read or refused', () => {
  it.each([
    [
      'pages that are each other’s parents',
      (text: string) => text.replace('/Kids [', '/Kids [1 0 R 2 0 R 3 0 R '),
    ],
    [
      'a page tree that is its own child',
      (text: string) => text.replace(/\/Kids \[ ?\d+ 0 R/, '/Kids [2 0 R 1 0 R'),
    ],
    ['the second half missing', (text: string) => text.slice(0, text.length / 2)],
    ['the last tenth missing', (text: string) => text.slice(0, 0.9 * text.length)],
    ['the first tenth missing', (text: string) => `%PDF-1.7\n${text.slice(0.1 * text.length)}`],
    ['the cross-reference table wrong', (text: string) => text.replace(/startxref\n\d+/, 'startxref\n17')],
  ])('%s', async (_name, change) => {
    const bytes = await makePdf([[SCAN], [at(sentence(25), 74, 100)]]);
    const broken = new Uint8Array(Buffer.from(change(Buffer.from(bytes).toString('latin1')), 'latin1'));
    const { recognise } = fakeRecogniser(new Array(10).fill(SEEN));
    const outcome = await readPdf(broken, DEFAULT_READING, recognise).then(
      ({ text }) => text,
      (error) => error.reason.code,
    );
    expect(outcome).toMatch(/corrupt|no-text|档案/);
  });

  it('form objects that hold themselves', async () => {
    const pdf = await PDFDocument.load(await makePdf([[SCAN]]));
    const { context } = pdf;
    const own = context.nextRef();
    const stream = context.stream('q /Self Do Q', {
      Type: 'XObject',
      Subtype: 'Form',
      BBox: [0, 0, 500, 700],
      Resources: { XObject: { Self: own } },
    });
    context.assign(own, stream);
    const page = pdf.getPage(0);
    page.node.newXObject('Self', own);
    page.node.addContentStream(context.register(context.stream('q /Self Do Q')));
    expect(page.node.Resources()?.get(PDFName.of('XObject'))).toBeDefined();
    const found = await readPdf(await pdf.save(), DEFAULT_READING, fakeRecogniser([SEEN]).recognise);
    expect(texts(found)).toContain('清水市档案查阅规程');
  });
});
