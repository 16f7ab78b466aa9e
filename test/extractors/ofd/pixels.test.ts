import sharp, { type Sharp } from 'sharp';
import { describe, expect, it } from 'vitest';
import { DEFAULT_READING } from '../../../extractors/index.js';
import type { Raster } from '../../../extractors/ocr/recognised-page.js';
import { readOfd } from '../../../extractors/ofd/read-ofd.js';
import type { Manuscript } from '../../../model/index.js';
import { ofdZip, packed, textXml } from '../../fixtures/ofd.js';
import { A4, type Mark } from '../../fixtures/pdf.js';
import { bmp } from '../../fixtures/pictures.js';
import { fakeRecogniser, recognisedPage } from '../../fixtures/recognised.js';
import { WITHOUT_OCR } from '../../reading.js';

const texts = ({ text, blocks }: Manuscript): string[] =>
  blocks.map(({ span }) => text.slice(span.start, span.end));
const at = (text: string, x: number, y: number): Mark => ({ text, x, y, size: 16 });
const SEEN = recognisedPage([at('第一条 本规程自发布之日起施行。', 106, 160)]);
/** More than a page number. */
const TEXT = '为了规范全市粮食储备管理，根据有关规定，制定本办法。';
/** Left half red, right half blue, so that turning shows. */
const halves = (): Sharp =>
  sharp({ create: { width: 200, height: 100, channels: 3, background: '#0000ff' } }).composite([
    { input: { create: { width: 100, height: 100, channels: 3, background: '#ff0000' } }, left: 0, top: 0 },
  ]);
const png = async (): Promise<Uint8Array> => halves().png().toBuffer();
const media = (file: string, format = ''): string =>
  `<ofd:MultiMedias><ofd:MultiMedia ID="5" Type="Image" Format="${format}"><ofd:MediaFile>${file}</ofd:MediaFile></ofd:MultiMedia></ofd:MultiMedias>`;
/** A picture in millimetres on A4, 210 × 297. */
const image = (boundary: string, matrix = ''): string =>
  `<ofd:ImageObject ID="21" Boundary="${boundary}" ResourceID="5" ${matrix && `CTM="${matrix}"`}/>`;
const FULL = image('0 0 210 297', '210 0 0 297 0 0');

const build = (
  objects: string,
  { file = 'Res/p.png', bytes, format = '' }: { file?: string; bytes?: Uint8Array; format?: string } = {},
): Promise<Uint8Array> => {
  const zip = ofdZip([{ pages: [{ objects }], resources: media(file.replace(/^.*\//, ''), format) }]);
  if (bytes) zip.file(`Doc_0/${file}`, bytes);
  return packed(zip);
};

/** The raster that the recogniser was given for a page. */
const drawn = async (bytes: Uint8Array): Promise<Raster> => {
  const { recognise, rasters } = fakeRecogniser([SEEN]);
  await readOfd(bytes, DEFAULT_READING, recognise);
  expect(rasters).toHaveLength(1);
  return rasters[0]!;
};

/** The colour at a place given in shares of width and height: w, r, b or k. */
const colourAt = ({ width, height, data }: Raster, x: number, y: number): string => {
  const from = 3 * (Math.round(y * (height - 1)) * width + Math.round(x * (width - 1)));
  const [red, green, blue] = [data[from]!, data[from + 1]!, data[from + 2]!];
  if (red > 200 && green > 200) return 'w';
  if (red > 128) return 'r';
  return blue > 128 ? 'b' : 'k';
};

describe('pages of OFD that are pictures', () => {
  it('are recognised, with page, confidence and note', async () => {
    const { recognise } = fakeRecogniser([SEEN]);
    const found = await readOfd(await build(FULL, { bytes: await png() }), DEFAULT_READING, recognise);
    expect(texts(found)).toEqual(['第一条本规程自发布之日起施行。']);
    expect(found.recognised).toMatchObject([{ page: 1, confidence: expect.closeTo(0.99, 5) }]);
    expect(found.notes.map(({ code }) => code)).toEqual(['ocr']);
  });

  it.each([
    ['the whole page', FULL, 'rb', 'rb'],
    ['without a matrix it fills its boundary', image('0 0 210 297'), 'rb', 'rb'],
    ['upside down', image('0 0 210 297', '-210 0 0 -297 210 297'), 'br', 'br'],
    ['mirrored', image('0 0 210 297', '-210 0 0 297 210 0'), 'br', 'br'],
    ['a quarter turned', image('0 0 210 297', '0 297 -210 0 210 0'), 'rr', 'bb'],
    ['three quarters turned', image('0 0 210 297', '0 -297 210 0 0 297'), 'bb', 'rr'],
    ['the upper half', image('0 0 210 148.5', '210 0 0 148.5 0 0'), 'rb', 'ww'],
    ['half outside', image('-105 0 210 297', '210 0 0 297 0 0'), 'bw', 'bw'],
  ])('drawn at their place: %s', async (_name, objects, upper, lower) => {
    const raster = await drawn(await build(objects, { bytes: await png() }));
    const row = (y: number) => colourAt(raster, 0.25, y) + colourAt(raster, 0.75, y);
    expect([row(0.25), row(0.75)]).toEqual([upper, lower]);
    expect(raster.width / raster.scale).toBeCloseTo(A4.width, -1);
  });

  it.each([
    ['jpg', 'Res/p.jpg', async () => halves().jpeg().toBuffer()],
    ['tif', 'Res/p.tif', async () => halves().tiff().toBuffer()],
    ['bmp', 'Res/p.bmp', async () => bmp(sharp(await png()))],
    ['beside the folder that the resources name', 'p.png', png],
  ])('drawn from %s', async (_name, file, make) => {
    const raster = await drawn(await build(FULL, { file, bytes: await make() }));
    expect(colourAt(raster, 0.25, 0.5) + colourAt(raster, 0.75, 0.5)).toBe('rb');
  });

  it('letters drawn as outlines are drawn with their colours', async () => {
    const shape = (x: number, colour: string) =>
      `<ofd:PathObject Boundary="${x} 0 10 10" Stroke="false" Fill="true"><ofd:FillColor Value="${colour}"/><ofd:AbbreviatedData>M 0 0 L 10 0 L 10 10 B 8 10 2 10 0 10 C</ofd:AbbreviatedData></ofd:PathObject>`;
    const raster = await drawn(await build(shape(0, '255 0 0') + shape(100, '0 0 0').repeat(60)));
    expect(colourAt(raster, 0.02, 0.015)).toBe('r');
    expect(colourAt(raster, 0.5, 0.015)).toBe('k');
    expect(colourAt(raster, 0.5, 0.5)).toBe('w');
  });

  it('beside text: what stands in the picture is added, and shapes are not drawn', async () => {
    const text = textXml(TEXT, { boundary: '20 60 150 10' });
    const frame =
      '<ofd:PathObject Boundary="0 0 210 297" Stroke="false" Fill="true"><ofd:AbbreviatedData>M 0 0 L 210 0 L 210 297 L 0 297 C</ofd:AbbreviatedData></ofd:PathObject>';
    const bytes = await build(text + frame + image('20 100 170 150', '170 0 0 150 0 0'), {
      bytes: await png(),
    });
    const { recognise, rasters } = fakeRecogniser([
      recognisedPage([at('图中的说明文字。', 100, 400), at('图外的花纹。', 100, 800)]),
    ]);
    const found = await readOfd(bytes, DEFAULT_READING, recognise);
    expect(texts(found)).toEqual([TEXT, '图中的说明文字。']);
    expect(colourAt(rasters[0]!, 0.5, 0.05)).toBe('w');
    expect(found.notes.map(({ code }) => code)).toEqual(['ocr']);
  });

  it.each([
    ['missing', {}, '缺失'],
    ['in JBIG2', { file: 'Res/p.jb2', bytes: new Uint8Array(40) }, 'JBIG2'],
    ['in JBIG2 by its format', { bytes: new Uint8Array(40), format: 'GBIG2' }, 'JBIG2'],
    ['damaged', { bytes: new Uint8Array(40) }, '损坏'],
  ])('say why a picture beside text was not read: %s', async (_name, part, why) => {
    const bytes = await build(textXml(TEXT, { boundary: '20 60 150 10' }) + FULL, part);
    const { notes } = await readOfd(bytes, DEFAULT_READING, fakeRecogniser([]).recognise);
    expect(notes.find(({ code }) => code === 'pictures-unreadable')?.message).toContain(why);
    // A page that is nothing but such a picture stays unread.
    await expect(
      readOfd(await build(FULL, part), DEFAULT_READING, fakeRecogniser([]).recognise),
    ).rejects.toMatchObject({ reason: { code: 'needs-ocr' } });
  });

  it('are refused where their pictures unpack to more than the limits', async () => {
    const limits = { ...DEFAULT_READING.limits, pixels: 1_000 };
    const bytes = await build(FULL, { bytes: await png() });
    await expect(
      readOfd(bytes, { ...DEFAULT_READING, limits }, fakeRecogniser([]).recognise),
    ).rejects.toMatchObject({ reason: { code: 'too-large' } });
    const little = { ...DEFAULT_READING.limits, unpackedBytes: 100 };
    await expect(
      readOfd(bytes, { ...DEFAULT_READING, limits: little }, fakeRecogniser([]).recognise),
    ).rejects.toMatchObject({ reason: { code: 'too-large' } });
  });

  it('draw in bounds whatever matrix and page they have', async () => {
    for (const matrix of ['1e6 0 0 1e6 0 0', '0 0 0 0 0 0', '1 1e6 1e6 1 -1e6 5', 'a b c d e f']) {
      const { recognise, rasters } = fakeRecogniser([SEEN]);
      await readOfd(
        await build(image('0 0 210 297', matrix), { bytes: await png() }),
        DEFAULT_READING,
        recognise,
      );
      expect(rasters[0]!.width * rasters[0]!.height).toBeLessThan(17_000_000);
    }
  });

  it('say what is there where nothing can be read', async () => {
    const box =
      '<ofd:PathObject Boundary="70 5 70 30"><ofd:AbbreviatedData>M 0 0 L 70 0 L 70 30 C</ofd:AbbreviatedData></ofd:PathObject>';
    const zip = ofdZip([
      { pages: [{ objects: box }, { objects: box }], body: '<ofd:Signatures>Doc_0/S.xml</ofd:Signatures>' },
    ]);
    zip.file('Doc_0/S.xml', '<Signatures><Signature ID="1"/></Signatures>');
    await expect(
      readOfd(await packed(zip), DEFAULT_READING, fakeRecogniser([]).recognise),
    ).rejects.toMatchObject({
      reason: { code: 'no-text', message: expect.stringContaining('共2页，只有图形或图片，另有电子签章1个') },
    });
  });

  it('stay unread where recognition is not wanted', async () => {
    const bytes = await build(textXml(TEXT, { boundary: '20 60 150 10' }) + FULL, { bytes: await png() });
    const { notes } = await readOfd(bytes, WITHOUT_OCR, fakeRecogniser([]).recognise);
    expect(notes.map(({ code }) => code)).toEqual(['pictures']);
  });
});
