import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { deltasOf } from '../../../extractors/ofd/deltas.js';
import * as ofd from '../../../extractors/ofd/read-ofd.js';
import { FileError, type Manuscript } from '../../../model/index.js';
import { makeOfd, type OfdDocument, ofdBytes, ofdZip, packed, textXml } from '../../fixtures/ofd.js';
import { A4, type Mark } from '../../fixtures/pdf.js';
import { WITHOUT_OCR } from '../../reading.js';
import { expectSound } from '../word-laws.js';

const readOfd = (bytes: Uint8Array): Promise<Manuscript> => ofd.readOfd(bytes, WITHOUT_OCR);

const SCAN: Mark = { image: [0, 0, A4.width, A4.height] };
const one = (objects: string, more: Partial<OfdDocument> = {}): Promise<Uint8Array> =>
  ofdBytes({ pages: [{ objects }], ...more });
const read = async (bytes: Promise<Uint8Array>): Promise<Manuscript> => readOfd(await bytes);
const unit = (id: number, content: string): string =>
  `<ofd:CompositeGraphicUnits><ofd:CompositeGraphicUnit ID="${id}"><ofd:Content>${content}</ofd:Content></ofd:CompositeGraphicUnit></ofd:CompositeGraphicUnits>`;
const reference = (id: number): string => `<ofd:CompositeObject ResourceID="${id}" Boundary="0 0 9 9"/>`;
const glyphs = (from: number, count: number): string =>
  `<ofd:CGTransform CodePosition="0" CodeCount="${count}" GlyphCount="${count}"><ofd:Glyphs>${Array.from({ length: count }, (_, i) => from + i).join(' ')}</ofd:Glyphs></ofd:CGTransform>`;
/** A second page with text, beside one that is to be judged. */
const READ = { objects: textXml('第一条') };

const zipOf = (change: (zip: ReturnType<typeof ofdZip>) => unknown): Promise<Uint8Array> => {
  const zip = ofdZip([{ pages: [READ, READ] }]);
  change(zip);
  return packed(zip);
};

describe('files that can not be read say why', () => {
  it.each([
    ['nothing at all', async () => new Uint8Array(), 'corrupt', ''],
    ['no zip', async () => new TextEncoder().encode('<ofd:OFD/>'), 'corrupt', ''],
    ['a zip of something else', () => zipOf((zip) => zip.remove('OFD.xml')), 'corrupt', 'OFD.xml'],
    ['no document', () => zipOf((zip) => zip.remove('Doc_0/Document.xml')), 'corrupt', 'OFD 文档'],
    [
      'an entrance that ends in the middle',
      () => zipOf((zip) => zip.file('OFD.xml', '<ofd:OFD><ofd:DocBody>')),
      'corrupt',
      '',
    ],
    [
      'pages that are all damaged',
      () =>
        zipOf((zip) =>
          [0, 1].forEach((n) => {
            zip.file(`Doc_0/Pages/Page_${n}/Content.xml`, '<ofd:Page><a>');
          }),
        ),
      'corrupt',
      '共2页',
    ],
    ['no pages', () => ofdBytes({ pages: [] }), 'no-text', '共0页'],
    ['blank pages', () => makeOfd([[], []]), 'no-text', '共2页'],
    ['scans', () => makeOfd([[SCAN], [SCAN]]), 'needs-ocr', '共2页'],
    [
      'a scan with a stamp of the archive',
      () => makeOfd([[SCAN, { text: '- 1 -', x: 280, y: 800, size: 10 }]]),
      'needs-ocr',
      '共1页',
    ],
    [
      'letters drawn as outlines',
      () =>
        one(
          '<ofd:PathObject Boundary="20 20 5 5" Fill="true"><ofd:AbbreviatedData>M 0 0 B 1 1 2 2 3 3 C</ofd:AbbreviatedData></ofd:PathObject>'.repeat(
            60,
          ),
        ),
      'needs-ocr',
      '共1页',
    ],
    ['glyphs without codes', () => one(textXml('', { transform: glyphs(100, 40) })), 'needs-ocr', '无法辨认'],
    [
      'glyphs with one blank for all',
      () => one(textXml(' '.repeat(40), { transform: glyphs(100, 40) })),
      'needs-ocr',
      '无法辨认',
    ],
    [
      'glyphs with one mark for all',
      () => one(textXml('?'.repeat(40), { transform: glyphs(100, 40) })),
      'needs-ocr',
      '无法辨认',
    ],
    [
      'glyphs with private codes',
      () => one(textXml('\ue001\ue102\uf203'.repeat(20))),
      'needs-ocr',
      '无法辨认',
    ],
    [
      'an encrypted document',
      () => zipOf((zip) => zip.file('Encryptions.xml', '<Encryptions/>')),
      'encrypted',
      '',
    ],
    ['more pages than any regulation has', () => manyPages(10_000), 'too-large', '10000'],
    ['a page of too many characters', () => one(textXml('甲'.repeat(200_001))), 'too-large', '一页'],
    [
      'more documents than anybody keeps',
      () =>
        zipOf((zip) =>
          zip.file(
            'OFD.xml',
            `<OFD>${'<DocBody><DocRoot>Doc_0/Document.xml</DocRoot></DocBody>'.repeat(1_001)}</OFD>`,
          ),
        ),
      'too-large',
      '1001',
    ],
    ['elements in elements without end', () => one('<ofd:PageBlock>'.repeat(5_000)), 'corrupt', ''],
    [
      'a part that unpacks to more than any text',
      async () => claiming(97 * 1024 * 1024, await ofdBytes({ pages: [READ] })),
      'too-large',
      '',
    ],
    [
      'drawings that hold each other ten times',
      () =>
        one(reference(1).repeat(10), {
          resources: Array.from({ length: 11 }, (_, i) => unit(i + 1, reference(i + 2).repeat(10))).join(''),
        }),
      'too-large',
      '图元',
    ],
  ])(
    '%s',
    async (_name, make, code, detail) => {
      await expect(read(make())).rejects.toMatchObject({
        reason: { code, message: expect.stringContaining(detail) },
      });
    },
    30_000,
  );

  it('cut off at any place', async () => {
    const bytes = await one(textXml('第一条'));
    for (const share of [0.1, 0.5, 0.9, 0.99])
      await expect(readOfd(bytes.slice(0, Math.floor(bytes.length * share)))).rejects.toMatchObject({
        reason: { code: 'corrupt' },
      });
  });

  it('with any byte changed: read, or refused with a reason', async () => {
    const bytes = await ofdBytes({ pages: [READ, READ] });
    await fc.assert(
      fc.asyncProperty(fc.nat(bytes.length - 1), fc.integer({ min: 1, max: 255 }), async (at, change) => {
        const broken = bytes.slice();
        broken[at] = broken[at]! ^ change;
        try {
          expectSound(await readOfd(broken));
        } catch (error) {
          expect(error).toBeInstanceOf(FileError);
        }
      }),
      { numRuns: 80, seed: 7 },
    );
  });
});

describe('hostile and damaged files are read as far as they go', () => {
  it('a page that is damaged or missing is named', async () => {
    const damaged = await read(
      zipOf((zip) => zip.file('Doc_0/Pages/Page_1/Content.xml', '<ofd:Page><ofd:Content>')),
    );
    expect(damaged.text).toBe('第一条');
    expect(damaged.notes).toEqual([{ code: 'pages-unreadable', message: expect.stringContaining('第2页') }]);
    expect((await read(zipOf((zip) => zip.remove('Doc_0/Pages/Page_1/Content.xml')))).notes).toEqual(
      damaged.notes,
    );
  });

  it('a document that is missing beside a whole one is named', async () => {
    const zip = ofdZip([{ pages: [READ] }, { pages: [READ] }]);
    zip.remove('Doc_1/Document.xml');
    const { text, notes } = await readOfd(await packed(zip));
    expect(text).toBe('第一条');
    expect(notes.map((note) => note.code)).toEqual(['documents-unreadable']);
  });

  it.each([
    [
      'a drawing',
      (zip: ReturnType<typeof ofdZip>) =>
        zip.file(
          'Doc_0/Pages/Page_0/Content.xml',
          `<Page><Content><Layer>${textXml('第一条')}${reference(77)}</Layer></Content></Page>`,
        ),
    ],
    [
      'a template',
      (zip: ReturnType<typeof ofdZip>) =>
        zip.file(
          'Doc_0/Pages/Page_0/Content.xml',
          `<Page><Template TemplateID="77"/><Content><Layer>${textXml('第一条')}</Layer></Content></Page>`,
        ),
    ],
  ])('%s that is missing makes its page doubtful', async (_name, change) => {
    const { notes } = await read(zipOf(change));
    expect(notes).toEqual([{ code: 'parts-missing', message: expect.stringContaining('第1页') }]);
  });

  it('a few characters without codes are counted with their page', async () => {
    const { text, notes } = await read(one(textXml('第一条\ue001\ue002目的')));
    expect(text.replace(/\s/gu, '')).toBe('第一条目的');
    expect(notes).toEqual([{ code: 'characters-unreadable', message: expect.stringMatching(/第1页有2个/) }]);
  });

  it('a drawing that holds itself is drawn once', async () => {
    const resources = unit(1, textXml('甲') + reference(1) + reference(2)) + unit(2, reference(1));
    expect(
      (await read(one(textXml('第一条', { boundary: '20 100 50 10' }) + reference(1), { resources }))).text,
    ).toBe('甲\n第一条');
  });

  it('a template that names itself as its template is drawn once', async () => {
    const zip = ofdZip([{ templates: [[]], pages: [{ template: 1, objects: textXml('第一条') }] }]);
    zip.file(
      'Doc_0/Tpls/Tpl_0/Content.xml',
      `<Page><Template TemplateID="901"/><Content><Layer>${textXml('样表', { boundary: '20 5 50 10' })}</Layer></Content></Page>`,
    );
    expect((await readOfd(await packed(zip))).text).toBe('样表\n第一条');
  });

  it('distances repeated a billion times are made as far as there are characters', async () => {
    expect((await read(one(textXml('第一条', { deltas: 'g 1000000000 5' })))).text).toBe('第一条');
    const deltas = deltasOf('1 g 1e9 2', 4)!;
    expect([0, 1, 2, 3, 4, 5].map((index) => deltas.at(index))).toEqual([1, 2, 2, 2, 2, 2]);
    expect(deltas.given).toBe(4);
    expect(deltasOf('g', 3)!.given).toBe(0);
    expect(deltasOf('g -5 2 7', 3)!.given).toBe(1);
  });

  it('entities of the file’s own are not expanded', async () => {
    const levels = Array.from({ length: 9 }, (_, i) => `<!ENTITY e${i + 1} "${`&e${i};`.repeat(10)}">`).join(
      '',
    );
    const zip = ofdZip([{ pages: [READ] }]);
    zip.file(
      'Doc_0/Pages/Page_0/Content.xml',
      `<!DOCTYPE p [<!ENTITY e0 "炸"><!ENTITY f SYSTEM "file:///etc/passwd">${levels}]><Page><Content><Layer><TextObject Boundary="20 20 90 9" Size="5"><TextCode X="0" Y="5">甲&e9;&f;</TextCode></TextObject></Layer></Content></Page>`,
    );
    expect((await readOfd(await packed(zip))).text).toBe('甲&e9;&f;');
  });

  it('names that lead out of the archive are names like others', async () => {
    const zip = ofdZip([{ pages: [READ] }]);
    zip.file('../../etc/passwd', 'root', { createFolders: false });
    zip.file(
      'OFD.xml',
      '<OFD><DocBody><DocRoot>../../../Doc_0/Document.xml</DocRoot><Signatures>../../etc/passwd</Signatures></DocBody></OFD>',
    );
    const { text, notes } = await readOfd(await packed(zip));
    expect([text, notes]).toEqual(['第一条', []]);
  });

  it.each([
    [
      'a page of a million kilometres',
      '<Area><PhysicalBox>0 0 1e15 1e15</PhysicalBox></Area>',
      textXml('第一条'),
    ],
    ['a page without an area', '<Area><PhysicalBox>0 0 -1 nan</PhysicalBox></Area>', textXml('第一条')],
    ['text far outside', '', textXml('第一条', { boundary: '-999999 999999 1 1' })],
    ['a size of nothing', '', textXml('第一条', { size: '0', deltas: '0 0' })],
    ['a matrix of nothing', '', textXml('第一条', { attributes: 'CTM="0 0 0 0 0 0"' })],
    ['a matrix of words', '', textXml('第一条', { attributes: 'CTM="a b c d e f"' })],
  ])('%s', async (_name, area, objects) => {
    const found = await read(
      zipOf((zip) =>
        zip.file(
          'Doc_0/Pages/Page_0/Content.xml',
          `<Page>${area}<Content><Layer>${objects}</Layer></Content></Page>`,
        ),
      ),
    );
    expectSound(found);
    expect(found.text).toContain('第一条');
    for (const { box } of found.blocks)
      for (const value of Object.values(box!)) expect(Number.isFinite(value)).toBe(true);
  });
});

/** One small page that is listed many times. */
const manyPages = (count: number): Promise<Uint8Array> =>
  zipOf((zip) =>
    zip.file(
      'Doc_0/Document.xml',
      `<Document><Pages>${'<Page ID="1" BaseLoc="Pages/Page_0/Content.xml"/>'.repeat(count)}</Pages></Document>`,
    ),
  );

/** Compression method of zip entries. */
const DEFLATED = 8;

/** The same zip, whose directory says of each packed entry that it unpacks to so many bytes. */
const claiming = (size: number, bytes: Uint8Array): Uint8Array => {
  const buffer = Buffer.from(bytes);
  for (let at = buffer.indexOf('PK\u0001\u0002'); at >= 0; at = buffer.indexOf('PK\u0001\u0002', at + 4))
    if (buffer.readUInt16LE(at + 10) === DEFLATED) buffer.writeUInt32LE(size, at + 24);
  return new Uint8Array(buffer);
};
