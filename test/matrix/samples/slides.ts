import { Buffer } from 'node:buffer';
import { utils, write } from 'cfb';
import { ENCRYPTED_ENTRY, odtBytes } from '../../fixtures/odt.js';
import { frame, line, numbered, pptxBytes, shape, table } from '../../fixtures/pptx.js';
import { type FormatSamples, NUMBERED, PLAIN, SEVERAL, TABLE } from '../sample.js';
import { encryptedPackage } from './word.js';

const slide = (shapes: string): Promise<Uint8Array> => pptxBytes({ slides: [{ shapes }] });
const lines = (texts: readonly string[]): string => shape(texts.map((text) => line(text)).join(''));

export const PPTX: FormatSamples = {
  name: 'pptx',
  extension: 'pptx',
  plain: () => slide(lines(PLAIN)),
  table: () => slide(frame(table(TABLE))),
  numbered: () => slide(shape(NUMBERED.map((text) => numbered(text, 'arabicPeriod')).join(''))),
  numbers: ['1.', '2.'],
  several: () => slide(lines(SEVERAL)),
  empty: { make: () => slide(''), refused: 'no-text' },
  encrypted: { make: encryptedPackage, refused: 'encrypted' },
  truncated: ['corrupt'],
};

/** A binary presentation, of which only the head is looked at. */
const ppt = (token: number): Uint8Array => {
  const user = Buffer.alloc(64);
  user.writeUInt32LE(token, 12);
  const container = utils.cfb_new();
  utils.cfb_add(container, '/Current User', user);
  utils.cfb_add(container, '/PowerPoint Document', Buffer.alloc(4096, 1));
  return new Uint8Array(write(container, { type: 'buffer' }) as Buffer);
};
const withoutOffice = { make: () => ppt(0xe391c05f), refused: 'needs-tool' } as const;

export const PPT: FormatSamples = {
  name: 'ppt',
  extension: 'ppt',
  plain: withoutOffice,
  table: withoutOffice,
  numbered: withoutOffice,
  several: withoutOffice,
  empty: withoutOffice,
  encrypted: { make: () => ppt(0xf3d1c4df), refused: 'encrypted' },
  truncated: ['corrupt', 'needs-tool'],
};

const p = (text: string): string => `<text:p>${text}</text:p>`;
const odtTable = `<table:table>${TABLE.map((cells) => `<table:table-row>${cells.map((cell) => `<table:table-cell>${p(cell)}</table:table-cell>`).join('')}</table:table-row>`).join('')}</table:table>`;
const odtList = `<text:list text:style-name="L">${NUMBERED.map((text) => `<text:list-item>${p(text)}</text:list-item>`).join('')}</text:list>`;
const LIST_STYLE =
  '<text:list-style style:name="L"><text:list-level-style-number text:level="1" style:num-format="一, 二, 三, ..." style:num-prefix="第" style:num-suffix="条"/></text:list-style>';

export const ODT: FormatSamples = {
  name: 'odt',
  extension: 'odt',
  plain: () => odtBytes({ body: PLAIN.map(p).join('') }),
  table: () => odtBytes({ body: odtTable }),
  numbered: () => odtBytes({ body: odtList, automatic: LIST_STYLE }),
  several: () => odtBytes({ body: SEVERAL.map(p).join('') }),
  empty: { make: () => odtBytes({ body: '<text:p/>' }), refused: 'no-text' },
  encrypted: {
    make: () => odtBytes({ body: p('甲'), manifest: ENCRYPTED_ENTRY }),
    refused: 'encrypted',
  },
  truncated: ['corrupt'],
};
