import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import { readBmp } from '../../../extractors/image/bmp.js';
import { readImage } from '../../../extractors/image/read-image.js';
import { pixelsAPoint } from '../../../extractors/image/resolution.js';
import { DEFAULT_READING, detectFormat } from '../../../extractors/index.js';
import type { RecognisedPage } from '../../../extractors/ocr/recognised-page.js';
import { A4, type Mark } from '../../fixtures/pdf.js';
import { bmp, picture, pixelsOf, tiffOf } from '../../fixtures/pictures.js';
import { fakeRecogniser, recognisedPage } from '../../fixtures/recognised.js';
import { WITHOUT_OCR } from '../../reading.js';

const at = (text: string, y: number): Mark => ({ text, x: 106, y, size: 16 });
const SEEN = recognisedPage([at('第一条 本规程自发布之日起施行。', 160)]);
const NOTHING: RecognisedPage = { turned: 0, ...A4, texts: [], rules: [] };
const unsigned = async (bytes: Promise<Buffer>): Promise<Uint8Array> => new Uint8Array(await bytes);

describe('readImage', () => {
  it.each([
    ['png', () => unsigned(picture().png().toBuffer())],
    ['png with transparency', () => unsigned(picture().ensureAlpha(0.5).png().toBuffer())],
    ['png of 16 bits', () => unsigned(picture().toColourspace('rgb16').png().toBuffer())],
    ['png with a palette', () => unsigned(picture().png({ palette: true }).toBuffer())],
    ['jpg', () => unsigned(picture().jpeg().toBuffer())],
    ['grey jpg', () => unsigned(picture().greyscale().jpeg().toBuffer())],
    ['CMYK jpg', () => unsigned(picture().toColourspace('cmyk').jpeg().toBuffer())],
    ['gif', () => unsigned(picture().gif().toBuffer())],
    ['webp', () => unsigned(picture().webp().toBuffer())],
    ['avif', () => unsigned(picture().avif({ effort: 0 }).toBuffer())],
    [
      'tif by fax (CCITT G4)',
      () =>
        unsigned(picture().toColourspace('b-w').tiff({ compression: 'ccittfax4', bitdepth: 1 }).toBuffer()),
    ],
    ['tif by LZW', () => unsigned(picture().tiff({ compression: 'lzw' }).toBuffer())],
    ['tif by JPEG', () => unsigned(picture().tiff({ compression: 'jpeg' }).toBuffer())],
    ['tif by deflate', () => unsigned(picture().tiff({ compression: 'deflate' }).toBuffer())],
    ['bilevel tif', () => unsigned(picture().tiff({ bitdepth: 1, compression: 'none' }).toBuffer())],
    ['CMYK tif', () => unsigned(picture().toColourspace('cmyk').tiff().toBuffer())],
    ['16-bit tif', () => unsigned(picture().toColourspace('grey16').tiff().toBuffer())],
    ['bmp', () => bmp(picture())],
    ['bilevel bmp', () => bmp(picture(), 1)],
    ['grey bmp', () => bmp(picture(), 8)],
    ['bmp of 32 bits from the top', () => bmp(picture(), 32, true)],
  ])('reads %s', async (_name, make) => {
    const bytes = await make();
    expect(await detectFormat(bytes)).toBe('image');
    const { recognise, rasters } = fakeRecogniser([SEEN]);
    const found = await readImage(bytes, DEFAULT_READING, recognise);
    expect(found).toMatchObject({ format: 'image', pages: 1, text: '第一条本规程自发布之日起施行。' });
    const [{ width, height, data }] = rasters as [(typeof rasters)[0]];
    expect([width, height]).toEqual([600, 850]);
    expect(data).toHaveLength(600 * 850 * 3);
    // Paper at the corner, ink in the middle of the first bar.
    expect([...data.slice(0, 3)].every((value) => value > 250)).toBe(true);
    const bar = 3 * (Math.round((850 * 1.15) / 14 + 2) * 600 + 300);
    expect([...data.slice(bar, bar + 3)].every((value) => value < 140)).toBe(true);
  });

  it('reads a tif page by page, at the resolution that it gives', async () => {
    const bytes = await tiffOf([picture(1654, 2339), picture(2339, 1654)]);
    const { recognise, rasters } = fakeRecogniser([SEEN, SEEN]);
    let progress = 0;
    const found = await readImage(bytes, { ...DEFAULT_READING, onProgress: () => progress++ }, recognise);
    expect(found.blocks.map(({ page }) => page)).toEqual([1, 2]);
    expect(progress).toBe(2);
    for (const { scale } of rasters) expect(scale).toBeCloseTo(200 / 72, 2);
    expect(rasters.map(({ width }) => width)).toEqual([1654, 2339]);
  });

  it('sets a photograph upright by its EXIF entry and makes it no larger than recognition needs', async () => {
    const bytes = await unsigned(picture(4000, 3000).withMetadata({ orientation: 6 }).jpeg().toBuffer());
    const { recognise, rasters } = fakeRecogniser([SEEN]);
    await readImage(bytes, DEFAULT_READING, recognise);
    const [{ width, height }] = rasters as [(typeof rasters)[0]];
    expect(width).toBeLessThan(height);
    expect(height).toBeCloseTo((842 * 200) / 72, -1);
  });

  it.each([
    ['a scanner’s density', 2480, 3508, 300, 300 / 72],
    ['no density: A4', 1240, 1754, undefined, 1754 / 842],
    ['72 of a camera: A4', 4000, 3000, 72, 4000 / 842],
    ['a density that makes a stamp of it', 600, 850, 1200, 850 / 842],
    ['a density that makes a wall of it', 9000, 9000, 100, 9000 / 842],
    ['a long screenshot: as wide as A4', 1080, 9000, undefined, 1080 / 595],
  ])('takes for pixels a point: %s', (_name, width, height, density, expected) => {
    expect(pixelsAPoint(width, height, density)).toBeCloseTo(expected, 5);
  });

  it.each([
    ['a photograph or a logo', () => unsigned(picture().png().toBuffer()), 'no-text', '没有识别出文字'],
    ['half a jpg', async () => (await unsigned(picture().jpeg().toBuffer())).slice(0, 3000), 'corrupt', ''],
    ['half a png', async () => (await unsigned(picture().png().toBuffer())).slice(0, 900), 'corrupt', ''],
    ['half a tif', async () => (await tiffOf([picture()])).slice(0, 100_000), 'corrupt', ''],
    ['half a bmp', async () => (await bmp(picture())).slice(0, 100_000), 'corrupt', ''],
    ['a compressed bmp', async () => patched(await bmp(picture(), 8), 30, 1), 'unsupported', 'BMP'],
    [
      'a bmp that claims to be huge',
      async () => patched(await bmp(picture()), 18, 2_000_000),
      'too-large',
      '2000000×850',
    ],
    ['HEIC', async () => brand('heic'), 'unsupported', 'HEIC'],
    ['an icon', async () => new Uint8Array([0, 0, 1, 0, 1, 0, 16, 16, 0, 0]), 'unsupported', 'ICO'],
    [
      'what is no picture at all',
      async () => new TextEncoder().encode('<svg xmlns="http://www.w3.org/2000/svg"/>'),
      'corrupt',
      '',
    ],
    ['a page of 30,000 × 30,000 pixels', () => claimedPng(30_000), 'too-large', '30000×30000像素'],
  ])('refuses %s', async (_name, make, code, detail) => {
    const { recognise } = fakeRecogniser([NOTHING]);
    await expect(readImage(await make(), DEFAULT_READING, recognise)).rejects.toMatchObject({
      reason: { code, message: expect.stringContaining(detail) },
    });
  });

  it('reads the whole pages of a tif that ends in the middle of one', async () => {
    const bytes = await tiffOf([picture(), picture()]);
    // The strip of the second page: its offset leads out of the file.
    const at = Buffer.from(bytes).lastIndexOf(Buffer.from([0x11, 0x01, 4, 0])) + 8;
    const { recognise } = fakeRecogniser([SEEN]);
    const found = await readImage(patched(bytes, at, 0x7fffffff), DEFAULT_READING, recognise);
    expect(found.blocks.map(({ page }) => page)).toEqual([1]);
    expect(found.notes.map(({ code }) => code)).toEqual(['pages-unreadable', 'ocr']);
  });

  it('refuses more pages than the limit, and any where recognition is not wanted', async () => {
    const bytes = await tiffOf([picture(), picture(), picture()]);
    const limits = { ...DEFAULT_READING.limits, pages: 2 };
    const { recognise } = fakeRecogniser([]);
    await expect(readImage(bytes, { ...DEFAULT_READING, limits }, recognise)).rejects.toMatchObject({
      reason: { code: 'too-large' },
    });
    await expect(readImage(bytes, WITHOUT_OCR, recognise)).rejects.toMatchObject({
      reason: { code: 'needs-ocr', message: expect.stringContaining('共3页') },
    });
  });
});

describe('readBmp', () => {
  it.each([1, 8, 24, 32] as const)('gives the pixels that were written, %i bits', async (depth) => {
    for (const topDown of [false, true]) {
      // Black and white only, which each depth can show, and an odd width.
      const image = sharp(await picture(37, 41).greyscale().threshold(128).png().toBuffer());
      const { data } = await pixelsOf(image);
      expect(Buffer.from(readBmp(await bmp(image, depth, topDown), 10_000).data)).toEqual(data);
    }
  });
});

const patched = (bytes: Uint8Array, at: number, value: number): Uint8Array => {
  new DataView(bytes.buffer).setUint32(at, value, true);
  return bytes;
};

const brand = (name: string): Uint8Array =>
  new Uint8Array(
    Buffer.concat([
      Buffer.from([0, 0, 0, 24]),
      Buffer.from(`ftyp${name}\0\0\0\0mif1${name}`, 'latin1'),
      Buffer.alloc(64),
    ]),
  );

/** A small PNG whose head claims so many pixels along each side. */
const claimedPng = async (side: number): Promise<Uint8Array> => {
  const { crc32 } = await import('node:zlib');
  const bytes = await picture(10, 10).png().toBuffer();
  bytes.writeUInt32BE(side, 16);
  bytes.writeUInt32BE(side, 20);
  bytes.writeUInt32BE(crc32(bytes.subarray(12, 29)), 29);
  return new Uint8Array(bytes);
};
