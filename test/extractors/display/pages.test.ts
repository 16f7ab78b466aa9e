import { degrees, PDFDocument, StandardFonts } from 'pdf-lib';
import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import { readImage } from '../../../extractors/image/read-image.js';
import { DEFAULT_READING, drawPage, hasPageImages } from '../../../extractors/index.js';
import { readOfd } from '../../../extractors/ofd/read-ofd.js';
import { readPdf } from '../../../extractors/pdf/read-pdf.js';
import { boxesOf, type Manuscript, turnOf } from '../../../model/index.js';
import { fontBytes } from '../../fixtures/font.js';
import { ofdZip, packed, textXml } from '../../fixtures/ofd.js';
import { A4, makePdf } from '../../fixtures/pdf.js';
import { tiffOf } from '../../fixtures/pictures.js';
import { fakeRecogniser, recognisedPage } from '../../fixtures/recognised.js';
import { beside, seen, wish } from './seen.js';

const reading = { ...DEFAULT_READING, ocr: false };
const placesOf = (manuscript: Manuscript, words: string) => {
  const start = manuscript.text.indexOf(words);
  expect(start).toBeGreaterThanOrEqual(0);
  return boxesOf(manuscript, { start, end: start + words.length });
};

/** Lines in a font of equal widths, twenty points apart; words parted by wide blanks. */
const courier = async (pages: readonly (readonly string[])[], turned = 0): Promise<Uint8Array> => {
  const pdf = await PDFDocument.create();
  const font = await pdf.embedFont(StandardFonts.CourierBold);
  for (const lines of pages) {
    const page = pdf.addPage([A4.width, A4.height]);
    page.setRotation(degrees(turned));
    lines.forEach((line, index) => {
      page.drawText(line, { font, size: 14, x: 70, y: 700 - 40 * index });
    });
  }
  return pdf.save();
};

const LINES = ['All MMMMMM are put on the list', 'and WWWWWW on none of them', 'until they are forgiven'];

describe('boxes of words lie on their ink', () => {
  it('in a PDF', async () => {
    const bytes = await courier([['first page'], LINES]);
    const manuscript = await readPdf(bytes, reading);
    const page = await seen(await drawPage(bytes, 'pdf', wish({ page: 2 })));
    for (const word of ['MMMMMM', 'WWWWWW', 'list', 'forgiven']) {
      const [place, ...more] = placesOf(manuscript, word);
      expect(more).toEqual([]);
      expect(place!.page).toBe(2);
      expect(page.ink(place!.box), word).toBeGreaterThan(0.12);
      for (const strip of beside(place!.box, 5)) expect(page.ink(strip), word).toBeLessThan(0.02);
    }
  });

  it.each([90, 180, 270])(
    'in a PDF whose text is turned by %s degrees, on the upright page',
    async (turned) => {
      const bytes = await courier([LINES], turned);
      const manuscript = await readPdf(bytes, reading);
      const turn = turnOf(manuscript, 1);
      expect(turn.quarter).toBe((360 - turned) % 360);
      const image = await drawPage(bytes, 'pdf', wish({ turn }));
      expect(image.size).toEqual(A4);
      const page = await seen(image);
      const [place] = placesOf(manuscript, 'MMMMMM');
      expect(page.ink(place!.box)).toBeGreaterThan(0.12);
      for (const strip of beside(place!.box, 5)) expect(page.ink(strip)).toBeLessThan(0.02);
    },
  );

  it('in an OFD whose font is in the file, which also shows in its colour', async () => {
    const text = '失信 名单 公示';
    const zip = ofdZip([
      {
        pages: [
          {
            objects: textXml(text, {
              boundary: '20 60 150 10',
              transform: '<ofd:FillColor Value="255 0 0"/>',
              deltas: 'g 7 5',
            }),
          },
        ],
      },
    ]);
    zip.file(
      'Doc_0/PublicRes.xml',
      '<ofd:Res BaseLoc="Res"><ofd:Fonts><ofd:Font ID="3" FontName="某体"><ofd:FontFile>f.ttf</ofd:FontFile></ofd:Font></ofd:Fonts></ofd:Res>',
    );
    const shown = [...new Set(text.replaceAll(' ', ''))];
    zip.file(
      'Doc_0/Res/f.ttf',
      fontBytes({ map: shown.map((char, index) => [char, index + 1]), glyphs: shown.length + 1 }),
    );
    const bytes = await packed(zip);
    const manuscript = await readOfd(bytes, reading);
    const image = await drawPage(bytes, 'ofd', wish());
    expect(image.words).toEqual([]);
    const page = await seen(image);
    const [place] = placesOf(manuscript, '名单');
    expect(page.colour(place!.box)[0]).toBeGreaterThan(200);
    expect(page.ink(place!.box)).toBeGreaterThan(0.7);
    // The letters of this font reach above the line.
    const [left, right, , below] = beside(place!.box, 5);
    for (const strip of [left!, right!, below!]) expect(page.ink(strip)).toBeLessThan(0.05);
  });

  it.each([
    [0, 0],
    [90, 0],
    [180, 0],
    [270, 0],
    [0, 2.5],
    [90, -3],
  ] as const)(
    'on a scan that was turned by %s degrees and levelled by %s to be read',
    async (quarter, slant) => {
      // What recognition sees once the page is upright: bars for words.
      const bars = [200, 300, 600].map((y) => ({ x: 150, y, width: 240, height: 16 }));
      const svg = bars.map(
        ({ x, y, width, height }) => `<rect x="${x}" y="${y}" width="${width}" height="${height}"/>`,
      );
      const upright = sharp(
        Buffer.from(
          `<svg xmlns="http://www.w3.org/2000/svg" width="${2 * A4.width}" height="${2 * A4.height}" viewBox="0 0 ${A4.width} ${A4.height}"><rect width="100%" height="100%" fill="white"/><g transform="rotate(${slant} ${A4.width / 2} ${A4.height / 2})">${svg.join('')}</g></svg>`,
        ),
      );
      const flat = await upright.removeAlpha().png().toBuffer();
      const bytes = new Uint8Array(
        await sharp(flat)
          .rotate((360 - quarter) % 360)
          .withMetadata({ density: 144 })
          .png()
          .toBuffer(),
      );
      const words = ['失信名单管理办法试行公布', '信用信息归集共享公开查询', '行政处罚决定公示期限届满'];
      const found = recognisedPage(
        bars.map(({ x, y }, index) => ({ text: words[index]!, x, y: y + 14, size: 20 })),
      );
      const { recognise } = fakeRecogniser([{ ...found, turned: quarter, slant }]);
      const manuscript = await readImage(bytes, DEFAULT_READING, recognise);
      const turn = turnOf(manuscript, 1);
      expect(turn).toEqual({ quarter, slant });
      const image = await drawPage(bytes, 'image', wish({ turn }));
      expect(image.size.width).toBeCloseTo(A4.width, 0);
      const page = await seen(image);
      for (const bar of bars) {
        expect(page.ink(bar)).toBeGreaterThan(0.95);
        for (const strip of beside(bar, 8).map((each) => shrunk(each, 2))) expect(page.ink(strip)).toBe(0);
      }
      const [place] = placesOf(manuscript, words[1]!);
      expect(page.ink(place!.box)).toBeGreaterThan(0.5);
    },
  );
});

const shrunk = (
  { x, y, width, height }: { x: number; y: number; width: number; height: number },
  by: number,
) => ({
  x: x + by,
  y: y + by,
  width: width - 2 * by,
  height: height - 2 * by,
});

describe('words whose font is not in the file', () => {
  it('are given with their places, and what the engine draws by itself is not', async () => {
    const bytes = await makePdf([[{ text: '列入黑名单', x: 100, y: 300, size: 16 }]]);
    const { words } = await drawPage(bytes, 'pdf', wish());
    expect(words).toEqual([{ text: '列入黑名单', box: expect.anything(), size: 16 }]);
    expect(words[0]!.box.x).toBeCloseTo(100, 0);
    expect(words[0]!.box.y).toBeGreaterThan(280);
    expect((await drawPage(await courier([LINES]), 'pdf', wish())).words).toEqual([]);
  });

  it('are not those that a scanner has put under its picture to be found', async () => {
    const bytes = await makePdf([[{ text: '列入黑名单', x: 100, y: 300, size: 16 }]], { invisible: true });
    expect((await drawPage(bytes, 'pdf', wish())).words).toEqual([]);
  });

  it('stand apart where a gap may be the rule between two cells', async () => {
    const bytes = await packed(
      ofdZip([
        {
          pages: [
            {
              marks: [
                { text: '单位名称', x: 100, y: 300, size: 12 },
                { text: '处理结果', x: 154, y: 300, size: 12 },
              ],
            },
          ],
        },
      ]),
    );
    const { words } = await drawPage(bytes, 'ofd', wish());
    expect(words.map(({ text }) => text)).toEqual(['单位名称', '处理结果']);
  });
});

describe('the size of a page image', () => {
  it('is the width that is asked for, in proportion, with the size in points', async () => {
    const image = await drawPage(await courier([LINES]), 'pdf', wish({ width: 595 }));
    expect(image).toMatchObject({ type: 'image/webp', width: 595, height: 842, size: A4 });
    expect((await sharp(image.bytes).metadata()).format).toBe('webp');
  });

  it('is smaller where a page is so long that it would have too many pixels', async () => {
    const long = await makePdf([[]], { size: { width: 100, height: 10_000 } });
    const { width, height } = await drawPage(long, 'pdf', wish({ width: 2000 }));
    expect(width).toBeLessThan(200);
    expect(width * height).toBeLessThanOrEqual(16_000_000);
  });

  it('is that of each page of a TIFF', async () => {
    const page = (width: number) =>
      sharp({ create: { width, height: 800, channels: 3, background: '#ffffff' } });
    const bytes = await tiffOf([page(600), page(400)], 100);
    const image = await drawPage(bytes, 'image', wish({ page: 2, width: 300 }));
    expect(image).toMatchObject({ width: 300, height: 600 });
    expect(image.size).toEqual({ width: 288, height: 576 });
  });
});

describe('a page that can not be shown has a reason', () => {
  it.each([
    ['a page that is not there', 2, 'corrupt', '没有第2页'],
    ['page 0', 0, 'corrupt', '没有第0页'],
  ] as const)('%s', async (_, page, code, message) => {
    await expect(drawPage(await courier([LINES]), 'pdf', wish({ page }))).rejects.toMatchObject({
      reason: { code, message: expect.stringContaining(message) },
    });
  });

  it('more pages than a file may have', async () => {
    await expect(drawPage(await courier([LINES, LINES]), 'pdf', wish({ pages: 1 }))).rejects.toMatchObject({
      reason: { code: 'too-large' },
    });
  });

  it('a picture of too many pixels, by itself, in a PDF and in an OFD', async () => {
    const png = await sharp({ create: { width: 400, height: 300, channels: 3, background: '#ffffff' } })
      .png()
      .toBuffer();
    const pdf = await PDFDocument.create();
    pdf.addPage().drawImage(await pdf.embedPng(png), { x: 0, y: 0, width: 100, height: 75 });
    const zip = ofdZip([
      {
        pages: [{ marks: [{ image: [0, 0, 100, 75] }] }],
        resources:
          '<ofd:MultiMedias><ofd:MultiMedia ID="5" Type="Image"><ofd:MediaFile>p.png</ofd:MediaFile></ofd:MultiMedia></ofd:MultiMedias>',
      },
    ]);
    zip.file('Doc_0/Res/p.png', png);
    for (const [format, bytes] of [
      ['image', new Uint8Array(png)],
      ['pdf', await pdf.save()],
      ['ofd', await packed(zip)],
    ] as const) {
      await expect(drawPage(bytes, format, wish({ pixels: 400 * 300 - 1 })), format).rejects.toMatchObject({
        reason: { code: 'too-large' },
      });
      expect((await drawPage(bytes, format, wish({ pixels: 400 * 300 }))).width).toBeGreaterThan(0);
    }
  });

  it('a picture that is cut off', async () => {
    const whole = await sharp({
      create: {
        width: 800,
        height: 800,
        channels: 3,
        noise: { type: 'gaussian', mean: 128, sigma: 30 },
        background: '#fff',
      },
    })
      .png()
      .toBuffer();
    await expect(drawPage(whole.subarray(0, whole.length / 2), 'image', wish())).rejects.toMatchObject({
      reason: { code: 'corrupt' },
    });
  });

  it('a page of an OFD whose content is missing; the others are shown', async () => {
    const mark = { text: '列入黑名单', x: 100, y: 300, size: 16 };
    const zip = ofdZip([{ pages: [{ marks: [mark] }, { marks: [mark] }] }]);
    zip.remove('Doc_0/Pages/Page_0/Content.xml');
    const bytes = await packed(zip);
    await expect(drawPage(bytes, 'ofd', wish())).rejects.toMatchObject({ reason: { code: 'corrupt' } });
    expect((await drawPage(bytes, 'ofd', wish({ page: 2 }))).words).toHaveLength(1);
  });

  it('a format without pages', async () => {
    expect(hasPageImages('docx')).toBe(false);
    expect(hasPageImages('ofd')).toBe(true);
    await expect(drawPage(new Uint8Array(10), 'docx', wish())).rejects.toMatchObject({
      reason: { code: 'unsupported' },
    });
  });
});

describe('pages of an OFD', () => {
  const square = (at: string, colour: string, more = ''): string =>
    `<ofd:PathObject ID="20" Boundary="${at} 40 40" Stroke="false" Fill="true" ${more}><ofd:FillColor Value="${colour}"/><ofd:AbbreviatedData>M 0 0 L 40 0 L 40 40 L 0 40 C</ofd:AbbreviatedData></ofd:PathObject>`;
  const MM = 72 / 25.4;
  const place = (x: number, y: number) => ({ x: x * MM, y: y * MM, width: 10 * MM, height: 10 * MM });
  const picture = () =>
    sharp({ create: { width: 20, height: 20, channels: 3, background: '#0000ff' } })
      .png()
      .toBuffer();
  const resources =
    '<ofd:MultiMedias><ofd:MultiMedia ID="5" Type="Image"><ofd:MediaFile>p.png</ofd:MediaFile></ofd:MultiMedia></ofd:MultiMedias><ofd:DrawParams><ofd:DrawParam ID="8"><ofd:FillColor Value="0 255 0"/></ofd:DrawParam><ofd:DrawParam ID="9" Relative="8" LineWidth="2"/></ofd:DrawParams>';

  it('are painted in the order of their objects, pictures and shapes alike', async () => {
    const image = '<ofd:ImageObject ID="21" Boundary="20 20 40 40" ResourceID="5"/>';
    const zip = ofdZip([
      {
        pages: [{ objects: `${square('10 10', '255 0 0')}${image}${square('50 50', '255 255 255')}` }],
        resources,
      },
    ]);
    zip.file('Doc_0/Res/p.png', await picture());
    const page = await seen(await drawPage(await packed(zip), 'ofd', wish()));
    const isNear = (of: readonly number[], to: readonly number[]) =>
      of.every((value, index) => Math.abs(value - to[index]!) < 30);
    expect(isNear(page.colour(place(10, 10)), [255, 0, 0])).toBe(true);
    expect(isNear(page.colour(place(30, 30)), [0, 0, 255])).toBe(true);
    expect(isNear(page.colour(place(51, 51)), [255, 255, 255])).toBe(true);
  });

  it('take colours from shared parameters, and paleness from Alpha', async () => {
    const shared = square('10 10', '', 'DrawParam="9"').replace('<ofd:FillColor Value=""/>', '');
    const pale = square('100 10', '0 0 0', 'Alpha="51"');
    const bytes = await packed(ofdZip([{ pages: [{ objects: shared + pale }], resources }]));
    const page = await seen(await drawPage(bytes, 'ofd', wish()));
    const [red, green] = page.colour(place(20, 20));
    expect(green - red).toBeGreaterThan(200);
    const [value] = page.colour(place(110, 20));
    expect(value).toBeGreaterThan(190);
    expect(value).toBeLessThan(220);
  });

  it('are shown without a picture that is damaged', async () => {
    const damaged = (await picture()).subarray(0, -30);
    const image = '<ofd:ImageObject ID="21" Boundary="20 20 40 40" ResourceID="5"/>';
    const zip = ofdZip([{ pages: [{ objects: `${image}${square('100 100', '0 0 0')}` }], resources }]);
    zip.file('Doc_0/Res/p.png', damaged);
    const page = await seen(await drawPage(await packed(zip), 'ofd', wish()));
    expect(page.ink(place(110, 110))).toBe(1);
    expect(page.ink(place(30, 30))).toBe(0);
  });

  it('of several documents in one file are counted through', async () => {
    const bytes = await packed(
      ofdZip([{ pages: [{}, {}] }, { pages: [{ marks: [{ text: '附件', x: 100, y: 100, size: 16 }] }] }]),
    );
    expect((await drawPage(bytes, 'ofd', wish({ page: 2 }))).words).toEqual([]);
    expect((await drawPage(bytes, 'ofd', wish({ page: 3 }))).words[0]!.text).toBe('附件');
  });
});
