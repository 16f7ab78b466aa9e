import type { Tables } from './sfnt.js';

/** Shapes of a font's glyphs as data of an SVG path, in thousandths of an em, y downwards from the baseline. */
export type GlyphShapes = (glyph: number) => string | undefined;

/** A glyph made of glyphs made of glyphs: deeper ones are left out. */
const MAX_DEPTH = 5;
/** Points of one glyph, with those of its parts; beyond them it is no letter. */
const MAX_POINTS = 5_000;

interface FontPoint {
  readonly x: number;
  readonly y: number;
  readonly onCurve: boolean;
}
type Contour = FontPoint[];

/**
 * The TrueType outlines of a font (OpenType, "glyf"); undefined for a font without. A glyph that is damaged or not there
 * has no shape, a blank one an empty one.
 */
export const glyphShapes = (tables: Tables): GlyphShapes | undefined => {
  const [head, loca, glyf] = [tables.get('head'), tables.get('loca'), tables.get('glyf')];
  if (!head || !loca || !glyf || head.byteLength < 52) return undefined;
  const unit = head.getUint16(18) || 1000;
  const long = head.getInt16(50) !== 0;
  const reader = new GlyphReader(loca, glyf, long);
  return (glyph) => {
    const contours = reader.contours(glyph);
    return contours?.map((contour) => pathOf(contour, unit)).join('');
  };
};

class GlyphReader {
  readonly #loca: DataView;
  readonly #glyf: DataView;
  readonly #long: boolean;

  constructor(loca: DataView, glyf: DataView, long: boolean) {
    this.#loca = loca;
    this.#glyf = glyf;
    this.#long = long;
  }

  /** Undefined where the glyph is damaged or not there. */
  contours(glyph: number): Contour[] | undefined {
    try {
      return this.#read(glyph, 0, { points: MAX_POINTS });
    } catch (error) {
      // What reads beyond a table is damaged.
      if (error instanceof RangeError) return undefined;
      throw error;
    }
  }

  #read(glyph: number, depth: number, left: { points: number }): Contour[] {
    const [from, to] = this.#span(glyph);
    if (to <= from) return [];
    const view = new DataView(this.#glyf.buffer, this.#glyf.byteOffset + from, to - from);
    const count = view.getInt16(0);
    return count >= 0 ? simpleContours(view, count, left) : this.#composed(view, depth, left);
  }

  #span(glyph: number): [number, number] {
    const at = (index: number): number =>
      this.#long ? this.#loca.getUint32(4 * index) : 2 * this.#loca.getUint16(2 * index);
    const [from, to] = [at(glyph), at(glyph + 1)];
    if (to > this.#glyf.byteLength) throw new RangeError('glyph beyond its table');
    return [from, to];
  }

  /** Glyphs at places of their own, each turned and sized by a matrix. */
  #composed(view: DataView, depth: number, left: { points: number }): Contour[] {
    if (depth >= MAX_DEPTH) return [];
    const contours: Contour[] = [];
    let at = 10;
    for (let flags = MORE; flags & MORE; ) {
      flags = view.getUint16(at);
      const glyph = view.getUint16(at + 2);
      at += 4;
      const words = flags & WORDS;
      const [dx, dy] = words
        ? [view.getInt16(at), view.getInt16(at + 2)]
        : [view.getInt8(at), view.getInt8(at + 1)];
      at += words ? 4 : 2;
      const part = (index: number): number => view.getInt16(at + 2 * index) / 0x4000;
      let [a, b, c, d] = [1, 0, 0, 1];
      if (flags & SCALE) {
        a = d = part(0);
        at += 2;
      } else if (flags & TWO_SCALES) {
        [a, d] = [part(0), part(1)];
        at += 4;
      } else if (flags & MATRIX) {
        [a, b, c, d] = [part(0), part(1), part(2), part(3)];
        at += 8;
      }
      // Places given by matching points are left where they are.
      const [x, y] = flags & PLACED ? [dx, dy] : [0, 0];
      for (const contour of this.#read(glyph, depth + 1, left))
        contours.push(
          contour.map((point) => ({
            x: a * point.x + c * point.y + x,
            y: b * point.x + d * point.y + y,
            onCurve: point.onCurve,
          })),
        );
    }
    return contours;
  }
}

const WORDS = 0x0001;
const PLACED = 0x0002;
const SCALE = 0x0008;
const MORE = 0x0020;
const TWO_SCALES = 0x0040;
const MATRIX = 0x0080;

const ON_CURVE = 0x01;
const SHORT_X = 0x02;
const SHORT_Y = 0x04;
const REPEAT = 0x08;
const SAME_X = 0x10;
const SAME_Y = 0x20;

const simpleContours = (view: DataView, count: number, left: { points: number }): Contour[] => {
  const ends = Array.from({ length: count }, (_, i) => view.getUint16(10 + 2 * i));
  const total = (ends.at(-1) ?? -1) + 1;
  left.points -= total;
  if (left.points < 0) throw new RangeError('glyph of too many points');
  let at = 10 + 2 * count;
  at += 2 + view.getUint16(at);
  const flags: number[] = [];
  while (flags.length < total) {
    const flag = view.getUint8(at++);
    const times = flag & REPEAT ? view.getUint8(at++) : 0;
    for (let i = 0; i <= times && flags.length < total; i++) flags.push(flag);
  }
  const along = (short: number, same: number): number[] => {
    let value = 0;
    return flags.map((flag) => {
      if (flag & short) value += (flag & same ? 1 : -1) * view.getUint8(at++);
      else if (!(flag & same)) {
        value += view.getInt16(at);
        at += 2;
      }
      return value;
    });
  };
  const xs = along(SHORT_X, SAME_X);
  const ys = along(SHORT_Y, SAME_Y);
  let start = 0;
  return ends.map((end) => {
    const contour: Contour = [];
    for (let i = start; i <= end; i++)
      contour.push({ x: xs[i]!, y: ys[i]!, onCurve: (flags[i]! & ON_CURVE) !== 0 });
    start = end + 1;
    return contour;
  });
};

/** A contour of quadratic curves; between two points off the curve, their middle is on it. */
const pathOf = (contour: Contour, unit: number): string => {
  if (contour.length < 2) return '';
  const first = contour[0]!;
  const last = contour.at(-1)!;
  const start = first.onCurve ? first : last.onCurve ? last : middleOf(first, last);
  const show = ({ x, y }: FontPoint): string =>
    `${Math.round((1000 * x) / unit)} ${Math.round((-1000 * y) / unit)}`;
  let path = `M${show(start)}`;
  let control: FontPoint | undefined;
  for (const point of [...(first.onCurve ? contour.slice(1) : contour), { ...start, onCurve: true }]) {
    if (point.onCurve) path += control ? `Q${show(control)} ${show(point)}` : `L${show(point)}`;
    else if (control) path += `Q${show(control)} ${show(middleOf(control, point))}`;
    control = point.onCurve ? undefined : point;
  }
  return `${path}Z`;
};

const middleOf = (a: FontPoint, b: FontPoint): FontPoint => ({
  x: (a.x + b.x) / 2,
  y: (a.y + b.y) / 2,
  onCurve: true,
});
