import type { Letter } from './text-object.js';

/** One code for so many different glyphs of a font does not say what they are. */
const MANY_GLYPHS = 6;
/** Letters of these scripts have many forms each. */
const JOINING = /[\p{Script=Arabic}\p{Script=Mongolian}]/u;

/**
 * Finds the codes that stand for nothing. A producer that knows the shapes of a font but not its characters writes
 * glyph numbers and, as the standard wants some code, the same blank or mark for all of them.
 */
export class Placeholders {
  readonly #glyphs = new Map<string, Set<string>>();

  add({ font, code, glyph }: Letter): void {
    if (glyph === undefined || code === '' || JOINING.test(code)) return;
    const key = `${code}${font}`;
    const glyphs = this.#glyphs.get(key);
    if (glyphs) glyphs.add(glyph);
    else this.#glyphs.set(key, new Set([glyph]));
  }

  has({ font, code }: Letter): boolean {
    return (this.#glyphs.get(`${code}${font}`)?.size ?? 0) >= MANY_GLYPHS;
  }
}
