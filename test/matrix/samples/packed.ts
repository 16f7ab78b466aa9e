import { Buffer } from 'node:buffer';
import { gzipSync } from 'node:zlib';
import { attached, type EmlPart, inBase64, makeEml, multipart } from '../../fixtures/eml.js';
import { makeMsg } from '../../fixtures/msg.js';
import { makeRar4 } from '../../fixtures/rar.js';
import { make7z } from '../../fixtures/seven-zip.js';
import { makeTar } from '../../fixtures/tar.js';
import { makeZip } from '../../fixtures/zip.js';
import { bytesOf, type FormatSamples, PLAIN, SEVERAL } from '../sample.js';
import { HTML } from './text.js';
import { DOCX } from './word.js';

/** Files to be packed, by their names. */
type Files = Readonly<Record<string, Uint8Array>>;

const text = (lines: readonly string[]): Uint8Array => Buffer.from(lines.join('\r\n'));
const NOTICE = text(SEVERAL.slice(0, 6));
const REGULATION = text(SEVERAL.slice(6));
const html = async (cell: 'table' | 'numbered' | 'several'): Promise<Uint8Array> =>
  (await bytesOf(HTML[cell]))!;

/** The row of an archive: one packed file each, or the notice and the document that it issues as two files. */
const archive = (
  extension: string,
  make: (files: Files) => Uint8Array | Promise<Uint8Array>,
  encrypted: FormatSamples['encrypted'],
  truncated: FormatSamples['truncated'],
): FormatSamples => ({
  name: extension,
  extension,
  plain: () => make({ '办法.txt': text(PLAIN) }),
  table: async () => make({ 'folder/表.html': await html('table') }),
  numbered: async () => make({ 'numbered.docx': (await bytesOf(DOCX.numbered))! }),
  several: () => make({ '1.txt': NOTICE, '2.txt': REGULATION }),
  empty: { make: () => make({}), refused: 'empty' },
  encrypted,
  truncated,
});

const entries = (files: Files) => Object.entries(files).map(([name, content]) => ({ name, content }));

export const ZIP: FormatSamples = archive(
  'zip',
  (files) => makeZip(entries(files)),
  { make: () => makeZip([{ name: '办法.txt', content: text(PLAIN), flags: 1 }]), refused: 'encrypted' },
  ['corrupt', 'whole', 'beginning'],
);

export const RAR: FormatSamples = archive(
  'rar',
  (files) => makeRar4(entries(files)),
  { make: () => makeRar4([], { isSealed: true }), refused: 'encrypted' },
  ['corrupt', 'whole', 'beginning', 'empty'],
);

const seven = (files: Files): Promise<Uint8Array> => make7z('a.7z', files);

export const SEVEN_ZIP: FormatSamples = {
  ...archive(
    '7z',
    // The program writes no archive without files: an empty one is its head alone.
    (files) => (Object.keys(files).length > 0 ? seven(files) : EMPTY_7Z),
    {
      make: () => make7z('a.7z', { 'a.txt': text(PLAIN) }, ['-psecret', '-mhe=on']),
      refused: 'encrypted',
    },
    ['corrupt'],
  ),
};
const EMPTY_7Z = Buffer.from('377abcaf271c00048d9bd50f0000000000000000000000000000000000000000', 'hex');

export const TAR_GZ: FormatSamples = archive(
  'tar.gz',
  (files) => gzipSync(makeTar([{ name: 'folder/', type: '5' }, ...entries(files)])),
  { none: 'neither tar nor gzip has encryption' },
  ['corrupt', 'whole', 'beginning'],
);

const FIELDS = ['From: a@qingshui.invalid', 'Message-ID: <1@qingshui.invalid>'];
const eml = (part: EmlPart): Uint8Array => makeEml(FIELDS, part);
const body = (content: string | Uint8Array, type = 'text/plain'): EmlPart =>
  inBase64([`Content-Type: ${type}; charset=utf-8`], content);

export const EML: FormatSamples = {
  name: 'eml',
  extension: 'eml',
  plain: () => eml(body(text(PLAIN))),
  table: async () => eml(body(await html('table'), 'text/html')),
  numbered: async () => eml(body(await html('numbered'), 'text/html')),
  numbers: ['1.', '2.'],
  several: () => eml(multipart('mixed', body(NOTICE), attached('filename="2.txt"', REGULATION))),
  empty: { make: () => eml(body(' ')), refused: 'no-text' },
  encrypted: {
    make: () =>
      eml(inBase64(['Content-Type: application/pkcs7-mime; smime-type=enveloped-data'], Buffer.alloc(99, 7))),
    refused: 'encrypted',
  },
  truncated: ['whole', 'beginning', 'no-text', 'corrupt'],
  head: 0.5,
};

export const MSG: FormatSamples = {
  name: 'msg',
  extension: 'msg',
  plain: () => makeMsg({ body: PLAIN.join('\r\n') }),
  table: async () => makeMsg({ html: await html('table') }),
  numbered: async () => makeMsg({ html: await html('numbered') }),
  numbers: ['1.', '2.'],
  several: () =>
    makeMsg({
      body: SEVERAL.slice(0, 6).join('\r\n'),
      attachments: [{ name: '2.txt', content: REGULATION }],
    }),
  empty: { make: () => makeMsg({}), refused: 'no-text' },
  encrypted: { none: 'Outlook saves an encrypted mail with its sealed content as an attachment' },
  truncated: ['corrupt', 'whole'],
};
