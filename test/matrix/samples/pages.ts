import { Buffer } from 'node:buffer';
import { ofdBytes, ofdZip, packed } from '../../fixtures/ofd.js';
import { makePdf } from '../../fixtures/pdf.js';
import { pagesOfText, textToPdf } from '../../fixtures/text-to-pdf.js';
import { type FormatSamples, PLAIN, SEVERAL, TABLE } from '../sample.js';

const lines = (texts: readonly string[]): string => texts.join('\n');
const TABLE_LINES = lines(TABLE.map((cells) => cells.join('\t')));
const NO_NUMBERS = { none: 'numbers are drawn like all characters' };

/** Marks a PDF as encrypted with a password that nobody knows. */
export const lockedPdf = (bytes: Uint8Array): Uint8Array => {
  const key = 'ab'.repeat(32);
  const text = Buffer.from(bytes).toString('latin1');
  const security = `/Encrypt << /Filter /Standard /V 2 /R 3 /Length 128 /P -44 /O <${key}> /U <${key}> >> /ID [<${key}><${key}>]`;
  return Buffer.from(text.replace(/trailer\s*<</u, `trailer\n<< ${security}`), 'latin1');
};

export const PDF: FormatSamples = {
  name: 'pdf',
  extension: 'pdf',
  plain: () => textToPdf(lines(PLAIN)),
  table: () => textToPdf(TABLE_LINES),
  numbered: NO_NUMBERS,
  several: () => textToPdf(lines(SEVERAL)),
  empty: { make: () => makePdf([[]]), refused: 'no-text' },
  encrypted: { make: async () => lockedPdf(await textToPdf(lines(PLAIN))), refused: 'encrypted' },
  truncated: ['corrupt', 'no-text'],
};

const ofd = (text: string): Promise<Uint8Array> =>
  ofdBytes({ pages: pagesOfText(text).map((marks) => ({ marks })) });

export const OFD: FormatSamples = {
  name: 'ofd',
  extension: 'ofd',
  plain: () => ofd(lines(PLAIN)),
  table: () => ofd(TABLE_LINES),
  numbered: NO_NUMBERS,
  several: () => ofd(lines(SEVERAL)),
  empty: { make: () => ofdBytes({ pages: [{}] }), refused: 'no-text' },
  encrypted: {
    make: () => packed(ofdZip([{ pages: [{}] }]).file('Encryptions.xml', '<Encryptions/>')),
    refused: 'encrypted',
  },
  truncated: ['corrupt'],
};
