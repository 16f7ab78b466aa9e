import { readable } from '../layout/characters.js';
import { degrees, type Turned } from '../layout/turning.js';
import { attribute, type Element, elementsOf, textOf } from '../package/element.js';
import { deltasOf } from './deltas.js';
import { applied, combined, IDENTITY, type Matrix, numberIn } from './geometry.js';
import { codesWanted, type Glyphs, glyphsOf } from './glyphs.js';

/** A character of a text object, or a glyph that stands for none. */
export interface Letter {
  /** Null where the code can not be read. */
  readonly turned: Turned | null;
  readonly font: string;
  /** '' for a glyph without a code. */
  readonly code: string;
  /** Its number in the font where the file gives one. */
  readonly glyph: string | undefined;
  /** The same place with another character. */
  readonly as: (char: string) => Turned;
  /** From ems, y downwards from the origin on the baseline, to points on the page. */
  readonly em: () => Matrix;
}

/** What a text object shows. */
export interface ObjectText {
  readonly letters: readonly Letter[];
  /** Glyphs that are drawn and have no place in the text. */
  readonly damaged: number;
}

/** How much of the em stands above the baseline. */
const ASCENT = 0.88;

/**
 * The characters of a TextObject (GB/T 33190-2016, 11.2, 11.4). `place` leads from its own space to the page in
 * points. `most` bounds the characters.
 */
export const readTextObject = (object: Element, place: Matrix, bold: boolean, most: number): ObjectText => {
  const style = styleOf(object, place, bold);
  const letters: Letter[] = [];
  let damaged = 0;
  let transforms: Element[] = [];
  let start = { x: 0, y: 0 };
  for (const part of elementsOf(object)) {
    if (part.name === 'CGTransform') transforms.push(part);
    if (part.name !== 'TextCode') continue;
    // A coordinate that is not given is that of the text before.
    start = {
      x: numberIn(attribute(part, 'X')) ?? start.x,
      y: numberIn(attribute(part, 'Y')) ?? start.y,
    };
    const room = Math.max(0, most - letters.length);
    const codes = [...withoutBreaks(textOf(part))].slice(0, room);
    // Glyphs that are to have a code each, and have none.
    const wanted = Math.min(room, codesWanted(transforms));
    while (codes.length < wanted) codes.push('');
    const glyphs = glyphsOf(transforms, codes.length);
    damaged += glyphs.surplus;
    write(codes, glyphs, part, start, style, letters);
    transforms = [];
  }
  return { letters, damaged: damaged + glyphsOf(transforms, 0).surplus };
};

/** Line breaks and indents that came in when the XML was set for reading: they stand for a space, or for nothing. */
const withoutBreaks = (text: string): string => {
  const lines = text.split(/[\r\n]+/);
  if (lines.length === 1) return text;
  const last = lines.length - 1;
  return lines
    .map((line, index) => (index === 0 ? line.trimEnd() : index === last ? line.trimStart() : line.trim()))
    .filter((line) => line !== '')
    .join(' ');
};

interface Style {
  readonly font: string;
  /** In the object's own unit. */
  readonly size: number;
  readonly stretch: number;
  readonly reading: number;
  readonly turn: number;
  readonly place: Matrix;
  readonly bold: boolean;
}

const styleOf = (object: Element, place: Matrix, bold: boolean): Style => ({
  font: attribute(object, 'Font') ?? '',
  size: Math.abs(numberIn(attribute(object, 'Size')) ?? 0),
  stretch: Math.abs(numberIn(attribute(object, 'HScale')) ?? 1) || 1,
  reading: quarter(attribute(object, 'ReadDirection')),
  turn: quarter(attribute(object, 'CharDirection')),
  place,
  bold: bold || (numberIn(attribute(object, 'Weight')) ?? 0) >= 600,
});

const quarter = (text: string | undefined): number => {
  const value = numberIn(text) ?? 0;
  return [90, 180, 270].includes(value) ? value : 0;
};

/** Adds the characters of one TextCode. */
const write = (
  codes: readonly string[],
  glyphs: Glyphs,
  code: Element,
  start: { readonly x: number; readonly y: number },
  style: Style,
  letters: Letter[],
): void => {
  const points = pointsOf(codes, glyphs, code, start, style);
  codes.forEach((char, index) => {
    const shown = char === '' ? null : readable(char.codePointAt(0)!);
    // Line breaks and other controls are no characters that anything is drawn for.
    if (shown === null && char !== '' && char < ' ') return;
    const point = points[index]!;
    const next = points[index + 1];
    const apart = next && Math.abs(next.y - point.y) < 0.3 * style.size ? next.x - point.x : undefined;
    const as = (other: string): Turned => letterAt(other, point, widthOf(other, apart, style), style);
    letters.push({
      turned: shown === null ? null : as(shown),
      font: style.font,
      code: char,
      glyph: glyphs.numbers[index],
      as,
      em: () => emAt(point, style),
    });
  });
};

/** Where the origin of each character stands, in the object's own space. */
const pointsOf = (
  codes: readonly string[],
  glyphs: Glyphs,
  code: Element,
  start: { readonly x: number; readonly y: number },
  style: Style,
): { x: number; y: number }[] => {
  // Distances stand between glyphs; some producers count characters.
  const steps = Math.max(codes.length, glyphs.count) - 1;
  const dx = deltasOf(attribute(code, 'DeltaX'), steps);
  const dy = deltasOf(attribute(code, 'DeltaY'), steps);
  const byGlyph =
    glyphs.count !== codes.length && Math.max(dx?.given ?? 0, dy?.given ?? 0) !== codes.length - 1;
  const row = [{ ...start }];
  const [along, down] = STEPS[style.reading]!;
  for (let i = 0; i < steps; i++) {
    const last = row.at(-1)!;
    const natural = dx || dy ? 0 : naturalWidth(codes[i] ?? '', style);
    row.push({
      x: last.x + (dx?.at(i) ?? natural * along),
      y: last.y + (dy?.at(i) ?? natural * down),
    });
  }
  return codes.map((_, index) => row[byGlyph ? glyphs.places[index]! : index] ?? row.at(-1)!);
};

/** Which way text runs by its ReadDirection. */
const STEPS: Readonly<Record<number, readonly [along: number, down: number]>> = {
  0: [1, 0],
  90: [0, 1],
  180: [-1, 0],
  270: [0, -1],
};

const WIDE = /[^ -\u02ff\u0370-\u052f\u2010-\u2013\u2018-\u201f\uff61-\uff9f]/u;
const NARROW = /[ iIjlt.,:;'!|()[\]]/u;
const BROAD = /[mwMW@%]/u;

/** The width of a character in most fonts; the file says it only in its fonts, which are not read. */
const naturalWidth = (char: string, { size, stretch }: Style): number =>
  size * stretch * (WIDE.test(char) ? 1 : NARROW.test(char) ? 0.33 : BROAD.test(char) ? 0.8 : 0.52);

/** A character takes the room up to the next one, where that is no more than a character may take. */
const widthOf = (char: string, apart: number | undefined, style: Style): number => {
  const natural = naturalWidth(char, style);
  const most = WIDE.test(char) ? natural : style.size * style.stretch;
  return apart !== undefined && apart > 0.3 * natural && apart < most ? apart : natural;
};

const emAt = (
  point: { readonly x: number; readonly y: number },
  { size, stretch, turn, place }: Style,
): Matrix => {
  const [cos, sin] = turning(turn);
  const turned = { ...IDENTITY, a: cos, b: sin, c: -sin, d: cos, e: point.x, f: point.y };
  return combined(place, combined(turned, { ...IDENTITY, a: size * stretch, d: size }));
};

/** Cosine and sine of a quarter turn. */
const turning = (degrees: number): [cos: number, sin: number] => [
  Math.round(Math.cos((degrees * Math.PI) / 180)),
  Math.round(Math.sin((degrees * Math.PI) / 180)),
];

const letterAt = (
  char: string,
  point: { readonly x: number; readonly y: number },
  width: number,
  { size, turn, place, bold }: Style,
): Turned => {
  const [cos, sin] = turning(turn);
  const corner = (x: number, y: number) =>
    applied(place, point.x + x * cos - y * sin, point.y + x * sin + y * cos);
  const [top, bottom] = [-ASCENT * size, (1 - ASCENT) * size];
  const corners = [corner(0, top), corner(width, top), corner(width, bottom), corner(0, bottom)];
  const left = Math.min(...corners.map(({ x }) => x));
  const upper = Math.min(...corners.map(({ y }) => y));
  const [first, along] = [corner(0, 0), corner(1, 0)];
  return {
    char,
    x: left,
    y: upper,
    width: Math.max(...corners.map(({ x }) => x)) - left,
    height: Math.max(...corners.map(({ y }) => y)) - upper,
    baseline: first.y,
    size: size * Math.hypot(place.c, place.d),
    bold,
    angle: degrees(Math.atan2(first.y - along.y, along.x - first.x)),
  };
};
