import type { Buffer } from 'node:buffer';
import { FileError } from '../../model/index.js';

/** Where a structure lies in the table stream, in bytes. */
export interface Extent {
  readonly at: number;
  readonly length: number;
}

/** Structures by their number in FibRgFcLcb97 (MS-DOC 2.5.6). */
const STRUCTURES = {
  styles: 1,
  footnoteReferences: 2,
  footnotes: 3,
  characterRuns: 12,
  paragraphRuns: 13,
  pieces: 33,
  shapes: 40,
  endnoteReferences: 46,
  endnotes: 47,
  textBoxes: 56,
  lists: 73,
  listOverrides: 74,
} as const;

/** The parts of the text, one after the other, by their lengths in characters (MS-DOC 2.5.4). */
export interface StoryLengths {
  readonly body: number;
  readonly footnotes: number;
  readonly headers: number;
  readonly comments: number;
  readonly endnotes: number;
  readonly textBoxes: number;
}

/** What the file's head says (the FIB, MS-DOC 2.5). */
export interface Header {
  readonly tableStream: '0Table' | '1Table';
  readonly stories: StoryLengths;
  readonly extents: Readonly<Record<keyof typeof STRUCTURES, Extent>>;
}

const WORD_97 = 0xa5ec;
/** wIdent of Word 2.0, 6.0 and 95, whose text is in a code page and laid out otherwise. */
const OLDER = new Set([0xa5db, 0xa5dc]);
const EXTENTS_AT = 0x9a;

/** Reads the head. Throws FileError: encrypted, unsupported (before Word 97), corrupt. */
export const readHeader = (stream: Buffer): Header => {
  const magic = stream.readUInt16LE(0);
  if (OLDER.has(magic)) throw new FileError('unsupported', 'Word 95 及更早版本的 doc');
  if (magic !== WORD_97) throw new FileError('corrupt', 'Word 文件头不正确');
  const flags = stream.readUInt16LE(0x0a);
  if (flags & 0x0100) throw new FileError('encrypted');
  if (stream.readUInt16LE(2) < 0xc1) throw new FileError('unsupported', 'Word 95 及更早版本的 doc');
  const extents = Object.fromEntries(
    Object.entries(STRUCTURES).map(([name, index]) => {
      const at = EXTENTS_AT + index * 8;
      return [name, { at: stream.readUInt32LE(at), length: stream.readUInt32LE(at + 4) }];
    }),
  ) as Record<keyof typeof STRUCTURES, Extent>;
  return {
    tableStream: flags & 0x0200 ? '1Table' : '0Table',
    stories: {
      body: stream.readUInt32LE(0x4c),
      footnotes: stream.readUInt32LE(0x50),
      headers: stream.readUInt32LE(0x54),
      comments: stream.readUInt32LE(0x5c),
      endnotes: stream.readUInt32LE(0x60),
      textBoxes: stream.readUInt32LE(0x64),
    },
    extents,
  };
};

/** A list of character positions, the last one the end of the list, with what belongs to each (a PLC). */
export const readPositions = (table: Buffer, { at, length }: Extent, size: number): number[] => {
  if (length < 4) return [];
  const count = Math.floor((length - 4) / (4 + size));
  return Array.from({ length: count + 1 }, (_, index) => table.readUInt32LE(at + index * 4));
};
