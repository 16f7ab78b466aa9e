import { Buffer } from 'node:buffer';
import { readFileSync } from 'node:fs';
import { PDFDocument } from 'pdf-lib';
import sharp from 'sharp';
import type { Builder, FormatSamples } from '../sample.js';
import { lockedPdf } from './pages.js';

/** The scanned one of the examples, and some of what its pages say. */
const SCAN = 'corpus/examples/15 清水市信访事项办理规程（扫描件）.pdf';
const SAYS = ['清水市信访事项办理规程', '第一条', '第二条'];

/** The picture of the scan's first page, as it lies in the PDF. */
const firstPage = (): Uint8Array => {
  const pdf = readFileSync(SCAN);
  const start = pdf.indexOf(Buffer.from([0xff, 0xd8, 0xff]));
  // A copy: pdf-lib reads the buffer behind a part of it from its beginning.
  return new Uint8Array(pdf.subarray(start, pdf.indexOf('endstream', start)));
};

const blank = sharp({ create: { width: 600, height: 800, channels: 3, background: '#ffffff' } });

const DRAWN = {
  table: { none: 'tables of pixels are held by the tests of recognition' },
  numbered: { none: 'numbers are drawn like all characters' },
  several: { none: 'documents are told apart by their text, whatever it was read from' },
} as const;

const picture = (extension: string, plain: Builder, empty: Builder): FormatSamples => ({
  name: extension,
  extension,
  plain,
  says: SAYS,
  ...DRAWN,
  empty: { make: empty, refused: 'no-text' },
  encrypted: { none: 'pictures have no encryption' },
  truncated: ['corrupt'],
});

export const PNG = picture(
  'png',
  () => sharp(firstPage()).png().toBuffer(),
  () => blank.clone().png().toBuffer(),
);

export const JPG = picture(
  'jpg',
  () => firstPage(),
  () => blank.clone().jpeg().toBuffer(),
);

export const TIF: FormatSamples = {
  ...picture(
    'tif',
    () => sharp(firstPage()).tiff({ compression: 'lzw' }).toBuffer(),
    () => blank.clone().tiff().toBuffer(),
  ),
  // What says that it is a picture may stand at its end.
  truncated: ['corrupt', 'unsupported'],
};

const scanOf = async (image: Uint8Array): Promise<Uint8Array> => {
  const pdf = await PDFDocument.create({ updateMetadata: false });
  pdf.addPage([595, 842]).drawImage(await pdf.embedJpg(image), { x: 0, y: 0, width: 595, height: 842 });
  return pdf.save({ useObjectStreams: false });
};

export const PDF_SCAN: FormatSamples = {
  ...picture(
    'pdf',
    () => scanOf(firstPage()),
    async () => scanOf(new Uint8Array(await blank.clone().jpeg().toBuffer())),
  ),
  name: 'pdf-scan',
  encrypted: { make: async () => lockedPdf(await scanOf(firstPage())), refused: 'encrypted' },
  truncated: ['corrupt', 'no-text'],
};
