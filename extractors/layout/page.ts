import type { Box, PageTurn } from '../../model/index.js';

/** Points from the top left corner of the page as displayed. */
export interface Point {
  readonly x: number;
  readonly y: number;
}

/** A point of the page's own space to one of the page as displayed. */
export type Transform = (x: number, y: number) => Point;

/** One character on a page. Points, origin top left of the page as displayed. */
export interface Glyph extends Box {
  readonly char: string;
  readonly baseline: number;
  /** Font size in points as displayed. */
  readonly size: number;
  readonly bold: boolean;
  /** Of a character that was recognised from pixels: how sure it is, 0 … 1. */
  readonly confidence?: number;
}

/** A picture on a page: the part of its box that lies on the page, in points. */
export interface Picture extends Box {
  /** Pixels of the picture in a point of the page; 0 where it is not known. */
  readonly resolution: number;
  /** Of the whole picture, width times height; 0 where it is not known. */
  readonly pixels: number;
}

/** A thin horizontal or vertical stroke, as tables are ruled with. */
export interface Rule {
  readonly direction: 'horizontal' | 'vertical';
  /** y of a horizontal, x of a vertical rule. */
  readonly at: number;
  readonly from: number;
  readonly to: number;
}

/** What stands on one page, before it is put in order. */
export interface PageContent {
  /** From 1. */
  readonly number: number;
  readonly width: number;
  readonly height: number;
  readonly glyphs: readonly Glyph[];
  /** Text set at another angle than the page's: watermarks, notes in a margin. One entry a run. */
  readonly asides: readonly string[];
  readonly rules: readonly Rule[];
  /** Characters without a meaning: unmapped, private use. They are not among the glyphs when nothing can be shown for them. */
  readonly damaged: number;
  /** Share of the page covered by images and drawings that stand on it as one, 0 … 1. */
  readonly imageShare: number;
  readonly pictures: readonly Picture[];
  /** How many of the glyphs are not shown: the text that a scanner's program has put under its picture. */
  readonly invisible: number;
  /** Objects of any kind; 0 is a blank page. */
  readonly objects: number;
  /** True where the page, or the pictures on it, were recognised from pixels: nothing on it is left to be read. */
  readonly recognised?: boolean;
  /** How the page as displayed was set upright; absent where it stood upright. */
  readonly turn?: Omit<PageTurn, 'page'>;
}

/** A line of text: glyphs side by side. */
export interface Line extends Box {
  readonly page: number;
  readonly text: string;
  readonly baseline: number;
  readonly size: number;
  readonly bold: boolean;
  /** The stretches of the line that wide gaps set apart, left to right; one for running text. */
  readonly segments: readonly Segment[];
  /** The characters of the text, blanks left out, where some of them were recognised from pixels. */
  readonly glyphs?: readonly Glyph[];
}

/** Part of a line between two wide gaps. */
export interface Segment extends Box {
  readonly text: string;
}

export const rightOf = (box: Box): number => box.x + box.width;
export const bottomOf = (box: Box): number => box.y + box.height;

/** The smallest box around all of them; at least one is needed. */
export const boxAround = (boxes: readonly Box[]): Box => {
  let [x, y, right, bottom] = [Infinity, Infinity, -Infinity, -Infinity];
  // Hostile pages have more boxes than a call takes arguments.
  for (const box of boxes) {
    x = Math.min(x, box.x);
    y = Math.min(y, box.y);
    right = Math.max(right, rightOf(box));
    bottom = Math.max(bottom, bottomOf(box));
  }
  return { x, y, width: right - x, height: bottom - y };
};

/** The value that most weight falls on, values rounded to `step`; 0 for nothing. Ties go to the smaller value. */
export const mode = (values: readonly { value: number; weight: number }[], step: number): number => {
  const weights = new Map<number, number>();
  for (const { value, weight } of values) {
    const rounded = Math.round(value / step) * step;
    weights.set(rounded, (weights.get(rounded) ?? 0) + weight);
  }
  let best = 0;
  let most = 0;
  for (const [value, weight] of [...weights].sort((a, b) => a[0] - b[0])) {
    if (weight <= most) continue;
    best = value;
    most = weight;
  }
  return best;
};
