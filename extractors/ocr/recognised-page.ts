import type { Box } from '../../model/index.js';
import type { Rule } from '../layout/page.js';

/** A page as pixels. */
export interface Raster {
  readonly width: number;
  readonly height: number;
  /** RGB, three bytes a pixel, row by row from the top. */
  readonly data: Uint8Array;
  /** Pixels a point (1/72 inch): 200 dpi is 2.78. */
  readonly scale: number;
}

/** A character as recognised. Its box is in points on the upright page, origin top left. */
export interface RecognisedCharacter extends Box {
  readonly char: string;
  /** 0 … 1. */
  readonly confidence: number;
}

/** Characters of one line of print, left to right; a table's row has one such line for each cell. */
export interface RecognisedText {
  /** In points on the upright page. */
  readonly box: Box;
  readonly characters: readonly RecognisedCharacter[];
}

/** What was recognised on a page, after it was set upright. Lengths in points. */
export interface RecognisedPage {
  /** How far the page was turned clockwise to be upright. */
  readonly turned: 0 | 90 | 180 | 270;
  /** Degrees by which its lines then fell to the right, before it was levelled about its middle; absent for none. */
  readonly slant?: number;
  /** Of the upright page. */
  readonly width: number;
  readonly height: number;
  readonly texts: readonly RecognisedText[];
  /** Ruling lines of tables. */
  readonly rules: readonly Rule[];
}

/** Recognises the text of a page. Never throws for what the page shows; a blank page has no texts. */
export type Recogniser = (raster: Raster) => Promise<RecognisedPage>;
