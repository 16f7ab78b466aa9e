import { readable } from '../../layout/characters.js';

/** Glyph numbers by character, and the characters of glyphs that stand for one alone. */
export interface CharacterMap {
  readonly glyphOf: (char: string) => number | undefined;
  /** Undefined where the font does not say, or says several; never a character of a private area. */
  readonly characterOf: (glyph: number) => string | undefined;
}

/** More characters than Unicode has are an attack. */
const MAX_CHARACTERS = 200_000;

/** Reads a font's cmap table: its Unicode subtables of formats 4 and 12. Never throws; what is damaged is left out. */
export const characterMap = (table: DataView | undefined): CharacterMap => {
  const glyphs = new Map<number, number>();
  if (table) for (const offset of unicodeSubtables(table)) readSubtable(table, offset, glyphs);
  const characters = new Map<number, string | null>();
  for (const [code, glyph] of glyphs) {
    const char = readable(code);
    if (char === null || char.trim() === '') continue;
    // Radicals and their characters are one; any other second character makes the glyph say nothing.
    const known = characters.get(glyph);
    characters.set(glyph, known === undefined || known === char ? char : null);
  }
  return {
    glyphOf: (char) => glyphs.get(char.codePointAt(0)!),
    characterOf: (glyph) => characters.get(glyph) ?? undefined,
  };
};

const unicodeSubtables = (table: DataView): number[] => {
  if (table.byteLength < 4) return [];
  const found: number[] = [];
  const count = Math.min(table.getUint16(2), 20);
  for (let i = 0; i < count; i++) {
    const entry = 4 + 8 * i;
    if (entry + 8 > table.byteLength) break;
    const [platform, encoding] = [table.getUint16(entry), table.getUint16(entry + 2)];
    const unicode = platform === 0 || (platform === 3 && (encoding === 1 || encoding === 10));
    const offset = table.getUint32(entry + 4);
    if (unicode && offset + 16 <= table.byteLength) found.push(offset);
  }
  return found;
};

const readSubtable = (table: DataView, offset: number, glyphs: Map<number, number>): void => {
  const format = table.getUint16(offset);
  if (format === 4) readFormat4(table, offset, glyphs);
  if (format === 12) readFormat12(table, offset, glyphs);
};

/** Segments of 16-bit codes. */
const readFormat4 = (table: DataView, offset: number, glyphs: Map<number, number>): void => {
  const at = (position: number): number => (position + 2 <= table.byteLength ? table.getUint16(position) : 0);
  const doubled = at(offset + 6) & ~1;
  const [ends, starts] = [offset + 14, offset + 16 + doubled];
  const [deltas, ranges] = [starts + doubled, starts + 2 * doubled];
  for (let i = 0; i < doubled; i += 2) {
    const [start, end] = [at(starts + i), at(ends + i)];
    const range = at(ranges + i);
    for (let code = start; code <= end && code < 0xffff && glyphs.size < MAX_CHARACTERS; code++) {
      const raw = range === 0 ? code : at(ranges + i + range + 2 * (code - start));
      const glyph = range !== 0 && raw === 0 ? 0 : (raw + at(deltas + i)) & 0xffff;
      if (glyph !== 0) glyphs.set(code, glyph);
    }
  }
};

/** Groups of codes of any length. */
const readFormat12 = (table: DataView, offset: number, glyphs: Map<number, number>): void => {
  const groups = table.getUint32(offset + 12);
  for (let i = 0; i < groups; i++) {
    const group = offset + 16 + 12 * i;
    if (group + 12 > table.byteLength) return;
    const [start, end, first] = [
      table.getUint32(group),
      table.getUint32(group + 4),
      table.getUint32(group + 8),
    ];
    for (let code = start; code <= end && code <= 0x10ffff; code++) {
      if (glyphs.size >= MAX_CHARACTERS) return;
      glyphs.set(code, first + code - start);
    }
  }
};
