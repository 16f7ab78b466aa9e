import { FileError } from '../../../model/index.js';
import { combined, IDENTITY, numberIn } from '../geometry.js';
import type { Outline } from '../outlines.js';
import type { OfdPackage } from '../package.js';
import type { InPackage } from '../resources.js';
import type { Letter } from '../text-object.js';
import { type CharacterMap, characterMap } from './cmap.js';
import { type GlyphShapes, glyphShapes } from './glyf.js';
import { tablesOf } from './sfnt.js';

interface Font {
  readonly map: CharacterMap;
  readonly shapes: GlyphShapes | undefined;
}

/** The fonts in the file, opened when a page has characters whose codes say nothing. */
export class Fonts {
  readonly #file: OfdPackage;
  readonly #places: ReadonlyMap<string, InPackage>;
  readonly #open = new Map<string, Font | null>();

  constructor(file: OfdPackage, places: ReadonlyMap<string, InPackage>) {
    this.#file = file;
    this.#places = places;
  }

  /** Opens fonts by their resource; one that is not there or damaged says nothing. Throws FileError: too-large, encrypted. */
  async load(ids: Iterable<string>): Promise<void> {
    for (const id of ids) if (!this.#open.has(id)) this.#open.set(id, await this.#read(id));
  }

  async #read(id: string): Promise<Font | null> {
    const place = this.#places.get(id);
    if (!place) return null;
    try {
      const bytes = await this.#file.picture(place.file, place.folders);
      const tables = tablesOf(bytes ?? new Uint8Array());
      return tables.size > 0 ? { map: characterMap(tables.get('cmap')), shapes: glyphShapes(tables) } : null;
    } catch (error) {
      if (error instanceof FileError && error.reason.code === 'corrupt') return null;
      throw error;
    }
  }

  /** The one character that the font shows by a letter's glyph; undefined where it shows several by it, or none. */
  characterOf({ font, glyph }: Letter): string | undefined {
    const number = numberIn(glyph);
    return number === undefined ? undefined : this.#open.get(font)?.map.characterOf(number);
  }

  /** The shape of a letter at its place; undefined where the font has none for it. */
  shapeOf({ font, glyph, code, em }: Letter): Outline | undefined {
    const open = this.#open.get(font);
    const number = numberIn(glyph) ?? (code === '' ? undefined : open?.map.glyphOf(code));
    const data = number === undefined ? undefined : open?.shapes?.(number);
    if (data === undefined) return code !== '' && code.trim() === '' ? blank : undefined;
    const place = combined(em(), { ...IDENTITY, a: 0.001, d: 0.001 });
    return { data, place, fill: 'black', stroke: 'none', width: 0, rule: 'nonzero' };
  }
}

const blank: Outline = { data: '', place: IDENTITY, fill: 'none', stroke: 'none', width: 0, rule: 'nonzero' };
