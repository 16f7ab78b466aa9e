import type { Buffer } from 'node:buffer';
import { FileError } from '../../model/index.js';
import type { Extent } from './header.js';

/** A run of text that lies in one place of the file (MS-DOC 2.8.35). */
export interface Piece {
  /** In characters. */
  readonly start: number;
  readonly end: number;
  /** In bytes of the main stream. */
  readonly at: number;
  readonly bytesPerCharacter: 1 | 2;
  /** Properties of everything in the piece (of files saved by 快速保存). */
  readonly modifiers: Buffer | undefined;
}

/** Far more than any document; overlapping pieces could else blow a small file up without end. */
const MAX_CHARACTERS = 20_000_000;
const latin = new TextDecoder('windows-1252');

/** The whole text of a .doc, all stories one after the other, and where each character lies in the file. */
export class DocText {
  readonly text: string;
  readonly pieces: readonly Piece[];

  constructor(stream: Buffer, table: Buffer, extent: Extent) {
    this.pieces = readPieces(table, extent);
    const parts = this.pieces.map((piece) => {
      const end = piece.at + (piece.end - piece.start) * piece.bytesPerCharacter;
      if (end > stream.length) throw new FileError('corrupt', '正文不完整');
      const bytes = stream.subarray(piece.at, end);
      return piece.bytesPerCharacter === 1 ? latin.decode(bytes) : bytes.toString('utf16le');
    });
    this.text = parts.join('');
  }

  /** The piece that holds a character. */
  pieceAt(character: number): Piece {
    let low = 0;
    let high = this.pieces.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if (this.pieces[middle]!.start <= character) low = middle;
      else high = middle - 1;
    }
    const piece = this.pieces[low];
    if (!piece || character >= piece.end) throw new FileError('corrupt', '正文不完整');
    return piece;
  }
}

const readPieces = (table: Buffer, { at, length }: Extent): Piece[] => {
  const modifiers: Buffer[] = [];
  let position = at;
  const end = at + length;
  while (position < end && table[position] === 1) {
    const size = table.readUInt16LE(position + 1);
    modifiers.push(table.subarray(position + 3, position + 3 + size));
    position += 3 + size;
  }
  if (position >= end || table[position] !== 2) throw new FileError('corrupt', '缺少正文索引');
  const count = Math.floor((table.readUInt32LE(position + 1) - 4) / 12);
  const positions = position + 5;
  const descriptors = positions + (count + 1) * 4;
  const pieces: Piece[] = [];
  for (let index = 0; index < count; index += 1) {
    const start = table.readUInt32LE(positions + index * 4);
    const stop = table.readUInt32LE(positions + (index + 1) * 4);
    const previous = pieces.at(-1)?.end ?? 0;
    if (start !== previous || stop < start || stop > MAX_CHARACTERS)
      throw new FileError('corrupt', '正文索引不正确');
    const place = table.readUInt32LE(descriptors + index * 8 + 2);
    const compressed = (place & 0x40000000) !== 0;
    const modifier = table.readUInt16LE(descriptors + index * 8 + 6);
    pieces.push({
      start,
      end: stop,
      at: compressed ? (place & 0x3fffffff) >>> 1 : place & 0x3fffffff,
      bytesPerCharacter: compressed ? 1 : 2,
      modifiers: modifier & 1 ? modifiers[modifier >> 1] : undefined,
    });
  }
  return pieces;
};
