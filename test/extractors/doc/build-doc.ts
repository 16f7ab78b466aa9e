import { Buffer } from 'node:buffer';
import { utils, write } from 'cfb';
import { readDoc } from '../../../extractors/doc/read-doc.js';
import type { Manuscript } from '../../../model/index.js';

/** A property modifier: its number and the bytes of its operand. */
export const modifier = (code: number, ...operand: number[]): number[] => [
  code & 0xff,
  code >> 8,
  ...operand,
];

/** A stretch of text with character properties. */
export type Run = readonly [text: string, properties?: readonly number[]];

/** A paragraph: its runs, its properties, and the mark that ends it ('\r', or '\x07' for a cell or row). */
export interface DocParagraph {
  readonly runs: readonly Run[];
  readonly properties?: readonly number[];
  readonly mark?: '\r' | '\x07';
  readonly markProperties?: readonly number[];
}

/** A level of the test document's one list; '\0' … '\x08' in the text stand for the levels' numbers. */
export interface DocLevel {
  readonly format: number;
  readonly text: string;
  readonly start?: number;
}

/** What a test document consists of. Text boxes hang on the character 8 of the body, notes on character 2. */
export interface DocParts {
  readonly body: readonly DocParagraph[];
  readonly footnotes?: readonly (readonly DocParagraph[])[];
  readonly boxes?: readonly (readonly DocParagraph[])[];
  readonly levels?: readonly DocLevel[];
  /** Start values of further list overrides, from number 2 on. */
  readonly restarts?: readonly number[];
  readonly flags?: number;
  readonly magic?: number;
}

const TEXT_AT = 0x600;
const PAGE = 512;

const u16 = (...values: number[]): Buffer => {
  const bytes = Buffer.alloc(values.length * 2);
  values.forEach((value, index) => {
    bytes.writeUInt16LE(value & 0xffff, index * 2);
  });
  return bytes;
};
const u32 = (...values: number[]): Buffer => {
  const bytes = Buffer.alloc(values.length * 4);
  values.forEach((value, index) => {
    bytes.writeUInt32LE(value >>> 0, index * 4);
  });
  return bytes;
};

const textOf = ({ runs, mark = '\r' }: DocParagraph): string => runs.map(([text]) => text).join('') + mark;
const lengthOf = (paragraphs: readonly DocParagraph[]): number => paragraphs.map(textOf).join('').length;

interface Entry {
  readonly length: number;
  readonly properties: readonly number[];
}

/** A formatted disk page: the places of all runs, then their properties from the page's end upwards. */
const page = (entries: readonly Entry[], kind: 'character' | 'paragraph'): Buffer => {
  const bytes = Buffer.alloc(PAGE);
  const size = kind === 'paragraph' ? 13 : 1;
  let place = TEXT_AT;
  let bottom = PAGE - 2;
  bytes[PAGE - 1] = entries.length;
  bytes.writeUInt32LE(place, 0);
  entries.forEach(({ length, properties }, index) => {
    place += length * 2;
    bytes.writeUInt32LE(place, (index + 1) * 4);
    // A paragraph's list begins with the number of its style: 0.
    const list = kind === 'paragraph' ? [0, 0, ...properties] : properties;
    const padded = list.length % 2 === 0 ? list : [...list, 0];
    const record = kind === 'paragraph' ? [0, padded.length / 2, ...padded] : [list.length, ...list];
    bottom -= record.length + (record.length % 2);
    bytes.set(record, bottom);
    bytes[(entries.length + 1) * 4 + index * size] = bottom / 2;
  });
  return bytes;
};

const levelBytes = ({ format, text, start = 1 }: DocLevel): Buffer => {
  const head = Buffer.alloc(28);
  head.writeInt32LE(start, 0);
  head[4] = format;
  return Buffer.concat([head, u16(text.length), Buffer.from(text, 'utf16le')]);
};

const listBytes = (levels: readonly DocLevel[], restarts: readonly number[]) => {
  const definition = Buffer.alloc(28);
  definition.writeInt32LE(77, 0);
  const nine = Array.from({ length: 9 }, (_, index) => levels[index] ?? { format: 255, text: '' });
  const overrides = [0, ...restarts].map((_, index) => {
    const override = Buffer.alloc(16);
    override.writeInt32LE(77, 0);
    override[12] = index === 0 ? 0 : 1;
    return override;
  });
  const details = [u32(0xffffffff), ...restarts.map((start) => u32(0xffffffff, start, 0x10))];
  return {
    lists: Buffer.concat([u16(1), definition]),
    levels: Buffer.concat(nine.map(levelBytes)),
    overrides: Buffer.concat([u32(overrides.length), ...overrides, ...details]),
  };
};

/** Builds a small binary .doc. */
export const docBytes = (parts: DocParts): Uint8Array => {
  const { body, footnotes = [], boxes = [], levels, restarts = [] } = parts;
  const notes = footnotes.flat();
  const framed = boxes.flat();
  const all = [...body, ...notes, ...framed];
  const text = all.map(textOf).join('');
  const stream = Buffer.alloc(Math.ceil((TEXT_AT + text.length * 2) / PAGE) * PAGE + 2 * PAGE);
  stream.write(text, TEXT_AT, 'utf16le');
  const runs = all.flatMap(({ runs: own, mark = '\r', markProperties = [] }) => [
    ...own.map(([content, properties = []]) => ({ length: content.length, properties })),
    { length: mark.length, properties: markProperties },
  ]);
  const paragraphs = all.map((paragraph) => ({
    length: textOf(paragraph).length,
    properties: paragraph.properties ?? [],
  }));
  const firstPage = stream.length / PAGE - 2;
  page(
    runs.filter(({ length }) => length > 0),
    'character',
  ).copy(stream, firstPage * PAGE);
  page(paragraphs, 'paragraph').copy(stream, (firstPage + 1) * PAGE);

  const table: Buffer[] = [];
  let at = 0;
  const add = (index: number, bytes: Buffer, after: Buffer = Buffer.alloc(0)) => {
    stream.writeUInt32LE(at, 0x9a + index * 8);
    stream.writeUInt32LE(bytes.length, 0x9a + index * 8 + 4);
    table.push(bytes, after);
    at += bytes.length + after.length;
  };
  const end = TEXT_AT + text.length * 2;
  add(12, u32(TEXT_AT, end, firstPage));
  add(13, u32(TEXT_AT, end, firstPage + 1));
  add(33, Buffer.concat([Buffer.from([2]), u32(16, 0, text.length), u16(0), u32(TEXT_AT), u16(0)]));
  const positions = (char: string) =>
    [...body.map(textOf).join('')].flatMap((candidate, index) => (candidate === char ? [index] : []));
  const bounds = (stories: readonly (readonly DocParagraph[])[]) => [
    0,
    ...stories.map((_, index) => lengthOf(stories.slice(0, index + 1).flat())),
  ];
  if (footnotes.length > 0) {
    add(2, Buffer.concat([u32(...positions('\x02'), text.length), u16(...footnotes.map(() => 1))]));
    add(3, u32(...bounds(footnotes), lengthOf(notes) + 1));
  }
  if (boxes.length > 0) {
    const anchors = positions('\x08');
    const shape = (index: number, size: number, offset: number) => {
      const bytes = Buffer.alloc(size);
      bytes.writeInt32LE(1000 + index, offset);
      return bytes;
    };
    add(40, Buffer.concat([u32(...anchors, text.length), ...anchors.map((_, index) => shape(index, 26, 0))]));
    const ends = bounds(boxes);
    add(56, Buffer.concat([u32(...ends, ends.at(-1)! + 1), ...ends.map((_, index) => shape(index, 22, 14))]));
  }
  if (levels) {
    const { lists, levels: details, overrides } = listBytes(levels, restarts);
    add(73, lists, details);
    add(74, overrides);
  }
  stream.writeUInt16LE(parts.magic ?? 0xa5ec, 0);
  stream.writeUInt16LE(0xc1, 2);
  stream.writeUInt16LE(0x0200 | (parts.flags ?? 0), 0x0a);
  [lengthOf(body), lengthOf(notes), 0, 0, 0, 0, lengthOf(framed)].forEach((length, index) => {
    stream.writeUInt32LE(length, 0x4c + index * 4);
  });
  const container = utils.cfb_new();
  utils.cfb_add(container, '/WordDocument', stream);
  utils.cfb_add(container, '/1Table', Buffer.concat(table));
  return new Uint8Array(write(container, { type: 'buffer' }));
};

/** Builds and reads. */
export const read = (parts: DocParts): Promise<Manuscript> => readDoc(docBytes(parts));
