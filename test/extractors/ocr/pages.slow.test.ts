import { readdirSync, readFileSync } from 'node:fs';
import {
  PDFDocument,
  popGraphicsState,
  pushGraphicsState,
  setTextRenderingMode,
  TextRenderingMode,
} from 'pdf-lib';
import sharp, { type Sharp } from 'sharp';
import { beforeAll, describe, expect, it } from 'vitest';
import { DEFAULT_READING, detectFormat, extract } from '../../../extractors/index.js';
import type { Manuscript } from '../../../model/index.js';
import { makeOfd } from '../../fixtures/ofd.js';
import { bmp, tiffOf } from '../../fixtures/pictures.js';
import { textToPdf } from '../../fixtures/text-to-pdf.js';
import { renderPage } from './render.js';

const FOLDER = new URL('../../../corpus/examples/', import.meta.url);
const NAME = readdirSync(FOLDER).find((name) => name.startsWith('15 '))!;
const SCAN = new Uint8Array(readFileSync(new URL(NAME, FOLDER)));
/** What the scan was made from; its marks of layout left out. */
const LINES = readFileSync(new URL('../../../scripts/examples/15.txt', import.meta.url), 'utf8')
  .split('---\n')[1]!
  .trim()
  .split('\n')
  .map((line) => line.replace(/^[=#>] /, '').replace(/\s/gu, ''));

const read = async (bytes: Uint8Array): Promise<Manuscript> =>
  extract(bytes, await detectFormat(bytes), DEFAULT_READING);
const paragraphs = ({ text, blocks }: Manuscript): string[] =>
  blocks.map(({ span }) => text.slice(span.start, span.end).replace(/\s/gu, ''));

describe('the example scan, read by the engine in the package', () => {
  let page: Sharp;
  beforeAll(async () => {
    const { data, width, height } = await renderPage(SCAN, 200 / 72);
    page = sharp(Buffer.from(data), { raw: { width, height, channels: 3 } });
  });

  it('gives the text that it was made from, with places and confidence', async () => {
    const found = await read(SCAN);
    expect(paragraphs(found)).toEqual(LINES);
    expect(found.notes.map(({ code }) => code)).toEqual(['ocr']);
    expect(found.recognised!.length).toBeGreaterThanOrEqual(LINES.length);
    for (const { page: number, box, confidence } of found.recognised!) {
      expect(number).toBe(1);
      expect(box.x + box.width).toBeLessThan(600);
      expect(confidence).toBeGreaterThan(0.8);
    }
  });

  it('gives the same text twice', async () => {
    expect(await read(SCAN)).toEqual(await read(SCAN));
  });

  it.each([
    ['png', async () => page.clone().withMetadata({ density: 200 }).png().toBuffer()],
    ['jpg', async () => page.clone().jpeg({ quality: 80 }).toBuffer()],
    ['gif', async () => page.clone().gif().toBuffer()],
    ['webp', async () => page.clone().webp({ quality: 80 }).toBuffer()],
    [
      'fax (tif, CCITT G4)',
      async () =>
        page
          .clone()
          // Thin strokes are pale between pixels; a fax machine keeps them.
          .threshold(190)
          .toColourspace('b-w')
          .tiff({ compression: 'ccittfax4', bitdepth: 1, xres: 7.87, yres: 7.87 })
          .toBuffer(),
    ],
    ['bmp', async () => bmp(page.clone())],
    [
      'a photograph that lies on its side',
      async () => page.clone().rotate(90).jpeg({ quality: 85 }).toBuffer(),
    ],
  ])('is read from %s', async (_name, make) => {
    const bytes = new Uint8Array(await make());
    const found = await read(bytes);
    expect(found.format).toBe('image');
    expect(paragraphs(found)).toEqual(LINES);
  });

  it('is read from a tif of several pages, page by page', async () => {
    const found = await read(await tiffOf([page.clone(), page.clone()]));
    expect(found.pages).toBe(2);
    expect(paragraphs(found)).toEqual([...LINES, ...LINES]);
    expect(found.blocks.map((block) => block.page)).toEqual([...LINES.map(() => 1), ...LINES.map(() => 2)]);
  });

  it('is read beside a page with text, also where another program has put a worthless reading under it', async () => {
    const text = [
      '清水市信访工作条例',
      `第一条为了规范信访工作，${'保护信访人的合法权益，'.repeat(6)}制定本条例。`,
    ];
    const mixed = await PDFDocument.load(await textToPdf(text.join('\n'), { footer: () => '' }));
    const scan = await PDFDocument.load(SCAN);
    mixed.addPage((await mixed.copyPages(scan, [0]))[0]!);
    const hidden = mixed.addPage((await mixed.copyPages(scan, [0]))[0]!);
    hidden.pushOperators(pushGraphicsState(), setTextRenderingMode(TextRenderingMode.Invisible));
    hidden.drawText('ZR AE&RAV #H %TJ "7E BRR FHA|] 1E AABBCC KKK\n'.repeat(6), { x: 50, y: 600, size: 12 });
    hidden.pushOperators(popGraphicsState());
    const found = await read(await mixed.save());
    expect(paragraphs(found)).toEqual([...text, ...LINES, ...LINES]);
    expect(new Set(found.recognised!.map((line) => line.page))).toEqual(new Set([2, 3]));
    expect(found.notes.map(({ code }) => code)).toEqual(['ocr']);
  });

  it('is read from an OFD', async () => {
    const zip = await import('jszip').then(({ default: JSZip }) => JSZip);
    const ofd = await zip.loadAsync(await makeOfd([[{ image: [0, 0, 595, 842] }]]));
    const resources = await ofd.file('Doc_0/PublicRes.xml')!.async('string');
    ofd.file(
      'Doc_0/PublicRes.xml',
      resources.replace(
        '</ofd:Res>',
        '<ofd:MultiMedias><ofd:MultiMedia ID="5" Type="Image"><ofd:MediaFile>p.jpg</ofd:MediaFile></ofd:MultiMedia></ofd:MultiMedias></ofd:Res>',
      ),
    );
    ofd.file('Doc_0/Res/p.jpg', await page.clone().jpeg({ quality: 85 }).toBuffer());
    const found = await read(await ofd.generateAsync({ type: 'uint8array' }));
    expect(found.format).toBe('ofd');
    expect(paragraphs(found)).toEqual(LINES);
  });

  it('a picture without text is refused as such', async () => {
    const logo = await sharp({ create: { width: 300, height: 300, channels: 3, background: '#205080' } })
      .png()
      .toBuffer();
    await expect(read(new Uint8Array(logo))).rejects.toMatchObject({ reason: { code: 'no-text' } });
  });
});
