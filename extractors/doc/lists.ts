import type { Buffer } from 'node:buffer';
import { type List, type ListLevel, MAX_LEVEL_TEXT } from '../word/list-counter.js';
import { formatOfCode } from '../word/number-format-codes.js';
import type { Extent } from './header.js';

const LIST_SIZE = 28;
const LEVEL_SIZE = 28;
const OVERRIDE_SIZE = 16;
const LEVELS = 9;

interface Definition {
  readonly id: number;
  readonly simple: boolean;
  levels: ListLevel[];
}

/** The lists of a .doc by the number that paragraphs refer to them with, from 1. */
export const readLists = (table: Buffer, lists: Extent, overrides: Extent): ReadonlyMap<number, List> => {
  const found = new Map<number, List>();
  if (lists.length < 2 || overrides.length < 4) return found;
  const definitions = readDefinitions(table, lists);
  const count = table.readUInt32LE(overrides.at);
  const reader = new LevelReader(table, overrides.at + 4 + count * OVERRIDE_SIZE);
  for (let index = 0; index < count; index += 1) {
    const at = overrides.at + 4 + index * OVERRIDE_SIZE;
    const id = table.readInt32LE(at);
    const definition = definitions.get(id);
    const levels: (ListLevel | undefined)[] = [...(definition?.levels ?? [])];
    const startOverrides = new Map<number, number>();
    reader.skip(4);
    for (let left = table.readUInt8(at + 12); left > 0; left -= 1) {
      const { level, start, replacement } = reader.override();
      if (start !== undefined) startOverrides.set(level, start);
      if (replacement) levels[level] = replacement;
    }
    found.set(index + 1, { id: String(index + 1), counter: String(id), levels, startOverrides });
  }
  return found;
};

const readDefinitions = (table: Buffer, { at, length }: Extent): ReadonlyMap<number, Definition> => {
  const definitions: Definition[] = [];
  const count = table.readUInt16LE(at);
  for (let index = 0; index < count; index += 1) {
    const start = at + 2 + index * LIST_SIZE;
    definitions.push({
      id: table.readInt32LE(start),
      simple: (table.readUInt8(start + 26) & 1) === 1,
      levels: [],
    });
  }
  // The levels of all lists follow, outside the length that the header gives.
  const reader = new LevelReader(table, at + length);
  for (const definition of definitions) {
    definition.levels = Array.from({ length: definition.simple ? 1 : LEVELS }, () => reader.level());
  }
  return new Map(definitions.map((definition) => [definition.id, definition]));
};

/** Reads levels of varying length one after the other (LVL, MS-DOC 2.9.150; LFOLVL, 2.9.132). */
class LevelReader {
  readonly #table: Buffer;
  #at: number;

  constructor(table: Buffer, at: number) {
    this.#table = table;
    this.#at = at;
  }

  skip(bytes: number): void {
    this.#at += bytes;
  }

  level(): ListLevel {
    const at = this.#at;
    const table = this.#table;
    const format = formatOfCode(table.readUInt8(at + 4));
    const flags = table.readUInt8(at + 5);
    const textAt = at + LEVEL_SIZE + table.readUInt8(at + 24) + table.readUInt8(at + 25);
    const length = table.readUInt16LE(textAt);
    const shown = Math.min(length, MAX_LEVEL_TEXT);
    const text = table.toString('utf16le', textAt + 2, textAt + 2 + shown * 2);
    this.#at = textAt + 2 + length * 2;
    const follow = table.readUInt8(at + 15);
    return {
      start: table.readInt32LE(at),
      format,
      text: format === 'bullet' ? ['•'] : [...text].map((char) => levelOf(char) ?? char),
      follow: follow === 1 ? 'space' : follow === 2 ? 'nothing' : 'tab',
      ...(flags & 8 ? { restart: table.readUInt8(at + 26) } : {}),
      legal: (flags & 4) !== 0,
    };
  }

  override(): { level: number; start: number | undefined; replacement: ListLevel | undefined } {
    const start = this.#table.readInt32LE(this.#at);
    const flags = this.#table.readUInt32LE(this.#at + 4);
    this.#at += 8;
    return {
      level: flags & 0xf,
      start: flags & 0x10 ? start : undefined,
      replacement: flags & 0x20 ? this.level() : undefined,
    };
  }
}

/** In a level's text the characters 0 … 8 stand for the numbers of the levels. */
const levelOf = (char: string): number | undefined => {
  const code = char.charCodeAt(0);
  return code < LEVELS ? code : undefined;
};
