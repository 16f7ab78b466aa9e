import type { Buffer } from 'node:buffer';
import type { Block } from '../../model/index.js';
import type { RowLayout } from '../word/assemble.js';
import { eachModifier } from './properties.js';

/** How characters look and whether they are there at all. */
export interface CharacterLook {
  /** In half-points. */
  size: number;
  bold: boolean;
  hidden: boolean;
  /** Deleted, or inserted, with tracking on. */
  deleted: boolean;
  inserted: boolean;
  /** The character of a symbol font that stands for every character here. */
  symbol: number | undefined;
  style: number | undefined;
}

/** How a paragraph looks, and its part in a table. */
export interface ParagraphLook {
  align: Block['align'];
  /** Number of the list override, from 1; 0 none. */
  list: number;
  level: number;
  /** From 0; 9 is body text. */
  outline: number;
  inTable: boolean;
  /** Nesting of tables: 1 in a table, 2 in a table in its cell. */
  depth: number;
  rowEnd: boolean;
  innerCellEnd: boolean;
  innerRowEnd: boolean;
  row: RowLayout | undefined;
}

export const PLAIN_CHARACTER: Readonly<CharacterLook> = {
  size: 20,
  bold: false,
  hidden: false,
  deleted: false,
  inserted: false,
  symbol: undefined,
  style: undefined,
};

export const PLAIN_PARAGRAPH: Readonly<ParagraphLook> = {
  align: undefined,
  list: 0,
  level: 0,
  outline: 9,
  inTable: false,
  depth: 0,
  rowEnd: false,
  innerCellEnd: false,
  innerRowEnd: false,
  row: undefined,
};

/** 0 off, 1 on, 0x80 as in the style, 0x81 the opposite. */
const toggled = (operand: number, style: boolean): boolean =>
  operand === 0x80 ? style : operand === 0x81 ? !style : operand === 1;

/** Applies character modifiers (MS-DOC 2.6.1) to a look. */
export const applyCharacter = (look: CharacterLook, list: Buffer, style: Readonly<CharacterLook>): void =>
  eachModifier(list, (code, operand) => {
    const value = operand[0]!;
    if (code === 0x0800) look.deleted = toggled(value, false);
    else if (code === 0x0801) look.inserted = toggled(value, false);
    else if (code === 0x0835) look.bold = toggled(value, style.bold);
    else if (code === 0x083c) look.hidden = toggled(value, style.hidden);
    else if (code === 0x4a43) look.size = operand.readUInt16LE(0);
    else if (code === 0x4a30) look.style = operand.readUInt16LE(0);
    else if (code === 0x6a09) look.symbol = operand.readUInt16LE(2);
  });

const ALIGN: readonly Block['align'][] = ['left', 'center', 'right'];

/** Applies paragraph and table modifiers (MS-DOC 2.6.2, 2.6.3) to a look; `data` is the Data stream. */
export const applyParagraph = (look: ParagraphLook, list: Buffer, data: Buffer | undefined): void =>
  eachModifier(list, (code, operand) => {
    const value = operand[0]!;
    if (code === 0x2403 || code === 0x2461) look.align = ALIGN[value];
    else if (code === 0x260a) look.level = value;
    else if (code === 0x460b) look.list = operand.readUInt16LE(0);
    else if (code === 0x2640) look.outline = value;
    else if (code === 0x2416) look.inTable = value === 1;
    else if (code === 0x2417) look.rowEnd = value === 1;
    else if (code === 0x6649) look.depth = operand.readInt32LE(0);
    else if (code === 0x244b) look.innerCellEnd = value === 1;
    else if (code === 0x244c) look.innerRowEnd = value === 1;
    else if (code === 0xd608) look.row = readRow(operand);
    else if (code === 0xd62b && look.row) look.row = mergedVertically(look.row, operand);
    else if ((code === 0x6646 || code === 0x646b) && data) {
      const more = longList(data, operand.readUInt32LE(0));
      // A list in the Data stream may not point on to another one.
      if (more) applyParagraph(look, more, undefined);
    }
  });

/** A list of modifiers too long for its page, kept in the Data stream. */
const longList = (data: Buffer, at: number): Buffer | undefined =>
  at + 2 <= data.length ? data.subarray(at + 2, at + 2 + data.readUInt16LE(at)) : undefined;

const VERTICAL = ['none', 'continue', 'none', 'start'] as const;

/** TDefTableOperand (MS-DOC 2.9.321): edges, then 20 bytes a cell whose first two hold the merge flags. */
const readRow = (operand: Buffer): RowLayout | undefined => {
  const count = operand[2] ?? 0;
  const flagsAt = 3 + (count + 1) * 2;
  if (count === 0 || operand.length < flagsAt) return undefined;
  const flags = Array.from({ length: count }, (_, cell) => {
    const at = flagsAt + cell * 20;
    return at + 2 <= operand.length ? operand.readUInt16LE(at) : 0;
  });
  return {
    edges: Array.from({ length: count + 1 }, (_, edge) => operand.readInt16LE(3 + edge * 2)),
    vertical: flags.map((flag) => VERTICAL[(flag >> 5) & 3]!),
    horizontal: flags.map((flag) => (flag & 3) > 1),
  };
};

const mergedVertically = (row: RowLayout, operand: Buffer): RowLayout => {
  const cell = operand[1];
  const merge = VERTICAL[(operand[2] ?? 0) & 3]!;
  return { ...row, vertical: row.vertical.map((before, index) => (index === cell ? merge : before)) };
};
