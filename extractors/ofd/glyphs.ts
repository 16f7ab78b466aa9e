import { attribute, type Element, elementsOf, textOf } from '../package/element.js';
import { numberIn } from './geometry.js';

/** The glyphs that the codes of a text are shown by. */
export interface Glyphs {
  /** For each code, the number of its glyph in the font and its place in the row of glyphs. */
  readonly numbers: readonly (string | undefined)[];
  readonly places: readonly number[];
  readonly count: number;
  /** Glyphs that stand for no code at all. */
  readonly surplus: number;
}

/** How many codes there must be for each glyph of one-to-one transforms to have its own. */
export const codesWanted = (transforms: readonly Element[]): number =>
  transforms.reduce((most, transform) => {
    const { from, declared, glyphs } = partsOf(transform);
    return declared === glyphs.length ? Math.max(most, from + declared) : most;
  }, 0);

const partsOf = (transform: Element): { from: number; declared: number; glyphs: string[] } => {
  const list = elementsOf(transform).find((part) => part.name === 'Glyphs');
  return {
    from: Math.max(0, Math.trunc(numberIn(attribute(transform, 'CodePosition')) ?? 0)),
    declared: Math.max(1, Math.trunc(numberIn(attribute(transform, 'CodeCount')) ?? 1)),
    glyphs: (list ? textOf(list) : '').split(/\s+/).filter((number) => number !== ''),
  };
};

/** Codes to glyphs: one to one, but where CGTransform says otherwise (11.4). */
export const glyphsOf = (transforms: readonly Element[], codes: number): Glyphs => {
  const numbers: (string | undefined)[] = new Array(codes).fill(undefined);
  const widened = new Map<number, { codes: number; glyphs: number }>();
  let surplus = 0;
  for (const transform of transforms) {
    const { from, declared, glyphs } = partsOf(transform);
    const covered = Math.min(declared, Math.max(0, codes - from));
    if (covered === 0 || covered < declared) surplus += Math.max(0, glyphs.length - covered);
    if (covered === 0) continue;
    if (covered === glyphs.length)
      glyphs.forEach((glyph, index) => {
        numbers[from + index] = glyph;
      });
    else if (covered === declared) widened.set(from, { codes: covered, glyphs: glyphs.length });
  }
  const places: number[] = [];
  let next = 0;
  for (let code = 0; code < codes; ) {
    const group = widened.get(code) ?? { codes: 1, glyphs: 1 };
    for (let i = 0; i < group.codes && code < codes; i++, code++)
      places.push(next + Math.max(0, Math.min(i, group.glyphs - 1)));
    next += group.glyphs;
  }
  return { numbers, places, count: next, surplus };
};
