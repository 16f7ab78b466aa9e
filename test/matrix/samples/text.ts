import { Buffer } from 'node:buffer';
import { gbkBytes } from '../../fixtures/gbk.js';
import { type MhtPart, mht, quotedPrintable } from '../../fixtures/mht.js';
import { hex, paragraph, row, rtf } from '../../fixtures/rtf.js';
import { type FormatSamples, NUMBERED, PLAIN, SEVERAL, TABLE } from '../sample.js';

const lines = (texts: readonly string[]): string => texts.join('\r\n');

export const TXT: FormatSamples = {
  name: 'txt',
  extension: 'txt',
  plain: () => gbkBytes(lines(PLAIN)),
  table: () => Buffer.from(lines(TABLE.map((cells) => cells.join('\t')))),
  numbered: { none: 'plain text has no automatic numbers' },
  several: () => Buffer.from(lines(SEVERAL)),
  empty: { make: () => Buffer.from(' \r\n\u3000\r\n'), refused: 'no-text' },
  encrypted: { none: 'plain text has no encryption' },
  truncated: ['beginning'],
};

export const MD: FormatSamples = {
  name: 'md',
  extension: 'md',
  plain: () => Buffer.from(PLAIN.join('\n\n')),
  table: { none: 'bars are characters: rows are read as lines of text' },
  numbered: { none: 'numbers are typed, 1. as well' },
  several: () => Buffer.from(SEVERAL.join('\n\n')),
  empty: { make: () => Buffer.from('\n\n'), refused: 'no-text' },
  encrypted: { none: 'plain text has no encryption' },
  truncated: ['beginning'],
};

const paragraphs = (texts: readonly string[]): string => texts.map((text) => `<p>${text}</p>`).join('\n');
const tableHtml = `<table>${TABLE.map((cells) => `<tr>${cells.map((cell) => `<td>${cell}</td>`).join('')}</tr>`).join('\n')}</table>`;
const listHtml = `<ol>${NUMBERED.map((text) => `<li>${text}</li>`).join('')}</ol>`;
const page = (body: string): string =>
  `<!DOCTYPE html><html><head><meta charset="utf-8"><title>信用</title></head><body>${body}</body></html>`;

export const HTML: FormatSamples = {
  name: 'html',
  extension: 'html',
  plain: () => Buffer.from(page(paragraphs(PLAIN))),
  table: () => Buffer.from(page(tableHtml)),
  numbered: () => Buffer.from(page(listHtml)),
  numbers: ['1.', '2.'],
  several: () => Buffer.from(page(paragraphs(SEVERAL))),
  empty: { make: () => Buffer.from(page('<p> </p>')), refused: 'no-text' },
  encrypted: { none: 'web pages have no encryption' },
  truncated: ['beginning', 'whole', 'no-text'],
};

const saved = (body: string): Uint8Array => {
  const part: MhtPart = {
    fields: ['Content-Type: text/html; charset="utf-8"', 'Content-Transfer-Encoding: quoted-printable'],
    body: quotedPrintable(Buffer.from(page(body))),
  };
  return mht([part]);
};

export const MHT: FormatSamples = {
  name: 'mht',
  extension: 'mht',
  plain: () => saved(paragraphs(PLAIN)),
  table: () => saved(tableHtml),
  numbered: () => saved(listHtml),
  numbers: ['1.', '2.'],
  several: () => saved(paragraphs(SEVERAL)),
  empty: { make: () => saved('<p> </p>'), refused: 'no-text' },
  encrypted: { none: 'saved web pages have no encryption' },
  truncated: ['beginning', 'whole', 'no-text', 'corrupt'],
};

const LIST =
  "{\\*\\listtable{\\list\\listtemplateid1{\\listlevel\\levelnfc37\\leveljc0\\levelfollow2\\levelstartat1{\\leveltext\\'03\\u31532?\\'00\\u26465?;}{\\levelnumbers\\'02;}}\\listid1}}{\\*\\listoverridetable{\\listoverride\\listid1\\listoverridecount0\\ls1}}";

export const RTF: FormatSamples = {
  name: 'rtf',
  extension: 'rtf',
  plain: () => rtf(PLAIN.map((text) => paragraph(text)).join('')),
  table: () => rtf(TABLE.map((cells) => row(cells)).join('')),
  numbered: () =>
    rtf(NUMBERED.map((text) => `\\pard\\plain\\f1\\ls1\\ilvl0 ${hex(text)}\\par\n`).join(''), LIST),
  several: () => rtf(SEVERAL.map((text) => paragraph(text)).join('')),
  empty: { make: () => rtf('\\pard\\par'), refused: 'no-text' },
  encrypted: { none: 'RTF has no encryption' },
  truncated: ['corrupt'],
};
