import { Buffer } from 'node:buffer';
import { parse, utils, write } from 'cfb';
import { docBytes, modifier } from '../../extractors/doc/build-doc.js';
import { docxBytes, item, level, list, paragraph } from '../../extractors/docx/build-docx.js';
import { type FormatSamples, NUMBERED, PLAIN, SEVERAL, TABLE } from '../sample.js';

/** An Office Open XML file behind a password: the package inside a compound file. */
export const encryptedPackage = (): Uint8Array => {
  const container = utils.cfb_new();
  utils.cfb_add(container, '/EncryptionInfo', Buffer.alloc(1248, 4));
  utils.cfb_add(container, '/EncryptedPackage', Buffer.alloc(8192, 0x5a));
  return new Uint8Array(write(container, { type: 'buffer' }) as Buffer);
};

const docxTable = `<w:tbl>${TABLE.map((cells) => `<w:tr>${cells.map((cell) => `<w:tc>${paragraph(cell)}</w:tc>`).join('')}</w:tr>`).join('')}</w:tbl>`;

export const DOCX: FormatSamples = {
  name: 'docx',
  extension: 'docx',
  plain: () => docxBytes({ body: PLAIN.map((text) => paragraph(text)).join('') }),
  table: () => docxBytes({ body: docxTable }),
  numbered: () =>
    docxBytes({
      body: NUMBERED.map((text) => item(text, 1)).join(''),
      numbering: list(0, level(0, 'chineseCounting', '第%1条', '<w:suff w:val="nothing"/>'), { 1: '' }),
    }),
  several: () => docxBytes({ body: SEVERAL.map((text) => paragraph(text)).join('') }),
  empty: { make: () => docxBytes({ body: '<w:p/>' }), refused: 'no-text' },
  encrypted: { make: encryptedPackage, refused: 'encrypted' },
  truncated: ['corrupt'],
};

const plainDoc = (texts: readonly string[], flags = 0): Uint8Array =>
  docBytes({ body: texts.map((text) => ({ runs: [[text]] })), flags });

const IN_TABLE = modifier(0x2416, 1);
const ROW_END = modifier(0x2417, 1);
const rowEnd = (count: number): number[] => {
  const edges = Array.from({ length: count + 1 }, (_, index) => index * 2000).flatMap((edge) => [
    edge & 0xff,
    edge >> 8,
  ]);
  const operand = [count, ...edges, ...new Array<number>(count * 20).fill(0)];
  const size = operand.length + 1;
  return [...IN_TABLE, ...ROW_END, ...modifier(0xd608, size & 0xff, size >> 8, ...operand)];
};

const docTable = (): Uint8Array =>
  docBytes({
    body: TABLE.flatMap((cells) => [
      ...cells.map((text) => ({ runs: [[text]] as const, mark: '\x07' as const, properties: IN_TABLE })),
      { runs: [], mark: '\x07' as const, properties: rowEnd(cells.length) },
    ]),
  });

const docNumbered = (): Uint8Array =>
  docBytes({
    body: NUMBERED.map((text) => ({ runs: [[text]], properties: modifier(0x460b, 1, 0) })),
    levels: [{ format: 37, text: '第\0条' }],
  });

export const DOC: FormatSamples = {
  name: 'doc',
  extension: 'doc',
  plain: () => plainDoc(PLAIN),
  table: docTable,
  numbered: docNumbered,
  several: () => plainDoc(SEVERAL),
  empty: { make: () => plainDoc(['']), refused: 'no-text' },
  encrypted: { make: () => plainDoc(PLAIN, 0x0100), refused: 'encrypted' },
  truncated: ['corrupt', 'whole'],
};

/** A .wps of Kingsoft Writer: the streams of Word beside its own. */
const kingsoft = (bytes: Uint8Array): Uint8Array => {
  const container = parse(Buffer.from(bytes), { type: 'buffer' });
  utils.cfb_add(container, '/WpsCustomData', Buffer.from('0Table'));
  return new Uint8Array(write(container, { type: 'buffer' }) as Buffer);
};

export const WPS: FormatSamples = {
  name: 'wps',
  extension: 'wps',
  plain: () => kingsoft(plainDoc(PLAIN)),
  table: () => kingsoft(docTable()),
  numbered: () => kingsoft(docNumbered()),
  several: () => kingsoft(plainDoc(SEVERAL)),
  empty: { make: () => kingsoft(plainDoc([''])), refused: 'no-text' },
  encrypted: { make: () => kingsoft(plainDoc(PLAIN, 0x0100)), refused: 'encrypted' },
  truncated: ['corrupt', 'whole'],
};
