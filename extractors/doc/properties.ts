import { Buffer } from 'node:buffer';
import type { Extent } from './header.js';

/** Calls back for each property modifier of a list (a Prl, MS-DOC 2.2.5); stops at damage. */
export const eachModifier = (list: Buffer, visit: (code: number, operand: Buffer) => void): void => {
  let at = 0;
  while (at + 2 < list.length) {
    const code = list.readUInt16LE(at);
    const start = at + 2;
    const size = operandSize(list, code, start);
    if (start + size > list.length) return;
    visit(code, list.subarray(start, start + size));
    at = start + size;
  }
};

const FIXED_SIZES: readonly (number | undefined)[] = [1, 1, 2, 4, 2, 2, undefined, 3];
const TABLE_DEFINITION = 0xd608;
const CHANGED_TABS = 0xc615;

const operandSize = (list: Buffer, code: number, at: number): number => {
  const fixed = FIXED_SIZES[code >> 13];
  if (fixed !== undefined) return fixed;
  if (code === TABLE_DEFINITION) return at + 2 > list.length ? list.length : list.readUInt16LE(at) + 1;
  const first = list[at] ?? 0;
  if (code !== CHANGED_TABS || first !== 255) return 1 + first;
  // Tabs deleted (4 bytes each) and added (3 bytes each), each with a count before.
  const deleted = list[at + 1] ?? 0;
  const added = list[at + 2 + deleted * 4] ?? 0;
  return 3 + deleted * 4 + added * 3;
};

/** A stretch of the main stream, in bytes, and the properties of the text that lies there. */
export interface PropertyRun {
  readonly start: number;
  readonly end: number;
  readonly properties: Buffer;
}

const PAGE = 512;
const NOTHING = Buffer.alloc(0);

/** The runs of equal character or paragraph properties, by their place in the main stream (MS-DOC 2.8.5, 2.8.6). */
export class PropertyRuns {
  readonly #runs: PropertyRun[] = [];

  constructor(stream: Buffer, table: Buffer, { at, length }: Extent, kind: 'character' | 'paragraph') {
    const pages = Math.floor((length - 4) / 8);
    for (let index = 0; index < pages; index += 1) {
      const number = table.readUInt32LE(at + (pages + 1 + index) * 4) & 0x3fffff;
      this.#readPage(stream.subarray(number * PAGE, (number + 1) * PAGE), kind);
    }
    this.#runs.sort((a, b) => a.start - b.start);
  }

  #readPage(page: Buffer, kind: 'character' | 'paragraph'): void {
    const count = page.readUInt8(PAGE - 1);
    const entries = (count + 1) * 4;
    for (let index = 0; index < count; index += 1) {
      const start = page.readUInt32LE(index * 4);
      const end = page.readUInt32LE((index + 1) * 4);
      const offset = page.readUInt8(entries + index * (kind === 'paragraph' ? 13 : 1)) * 2;
      this.#runs.push({ start, end, properties: offset === 0 ? NOTHING : propertiesAt(page, offset, kind) });
    }
  }

  /** The run that holds a byte of the main stream; one without properties that reaches to the next where none does. */
  at(byte: number): PropertyRun {
    let low = 0;
    let high = this.#runs.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (this.#runs[middle]!.start <= byte) low = middle + 1;
      else high = middle;
    }
    const run = this.#runs[low - 1];
    if (run && byte < run.end) return run;
    const next = this.#runs[low]?.start ?? Number.MAX_SAFE_INTEGER;
    return { start: byte, end: next, properties: NOTHING };
  }
}

/** Paragraph properties begin with the number of the style, two bytes. */
const propertiesAt = (page: Buffer, offset: number, kind: 'character' | 'paragraph'): Buffer => {
  const size = page.readUInt8(offset);
  if (kind === 'character') return page.subarray(offset + 1, offset + 1 + size);
  return size === 0
    ? page.subarray(offset + 2, offset + 2 + page.readUInt8(offset + 1) * 2)
    : page.subarray(offset + 1, offset + size * 2);
};
