import { type Box, FileError } from '../../model/index.js';
import { MAX_CHARACTERS, MAX_PAGE_CHARACTERS } from '../layout/manuscript.js';
import type { PageContent, Picture, Rule } from '../layout/page.js';
import { setUpright, type Turned } from '../layout/turning.js';
import { attribute, type Element, elementsOf, textOf } from '../package/element.js';
import type { Drawing, PlacedImage } from './drawing.js';
import type { Fonts } from './fonts/fonts.js';
import { applied, boxIn, combined, IDENTITY, type Matrix, placeOf } from './geometry.js';
import { type Outline, outlineOf } from './outlines.js';
import { type Paint, paintOf } from './paint.js';
import { rulesOf } from './path-object.js';
import { Placeholders } from './placeholders.js';
import type { Resources } from './resources.js';
import { type Letter, readTextObject } from './text-object.js';

/** Objects of a whole file, each as often as it is drawn: a few drawings that hold each other are many. */
const MAX_OBJECTS = 1_000_000;
/** Drawings in drawings in drawings: deeper ones are not followed. */
const MAX_NESTING = 12;
/** Strokes of a page beyond these are a drawing. */
const MAX_RULES = 20_000;
/** Pictures and shapes of a page that are kept to be drawn. */
const MAX_DRAWN = 50_000;

/** What a page shows, in the order in which it is painted. */
export type Painted =
  | { readonly kind: 'image'; readonly image: PlacedImage }
  | { readonly kind: 'shape'; readonly outline: Outline }
  | { readonly kind: 'text'; readonly letters: readonly Letter[]; readonly paint: Paint };

/** What a file may still hold; shared by all its pages. */
export class Budget {
  #objects = MAX_OBJECTS;
  #characters = MAX_CHARACTERS;

  object(): void {
    if (--this.#objects < 0) throw new FileError('too-large', `图元超过${MAX_OBJECTS}个`);
  }

  characters(count: number): void {
    this.#characters -= count;
    if (this.#characters < 0) throw new FileError('too-large', `超过${MAX_CHARACTERS}字`);
  }
}

/** Gathers what the objects of one page show. */
export class PageReader {
  readonly #resources: Resources;
  readonly #budget: Budget;
  readonly #size: { readonly width: number; readonly height: number };
  readonly #letters: Letter[] = [];
  readonly #rules: Rule[] = [];
  readonly #images: PlacedImage[] = [];
  readonly #pictures: Picture[] = [];
  readonly #outlines: Outline[] = [];
  readonly #painted: Painted[] = [];
  readonly #dropped = new Set<Turned>();
  readonly #active = new Set<string>();
  #damaged = 0;
  #objects = 0;
  #hidden = 0;
  #lost = 0;
  /** The DrawParam of the layer that is being read. */
  #layerParam: string | undefined;

  /** The page's size in points. */
  constructor(
    size: { readonly width: number; readonly height: number },
    resources: Resources,
    budget: Budget,
  ) {
    this.#size = size;
    this.#resources = resources;
    this.#budget = budget;
  }

  /** Characters of invisible text objects, which are left out. */
  get hidden(): number {
    return this.#hidden;
  }

  /** References to drawings that are not there. */
  get lost(): number {
    return this.#lost;
  }

  /** Reads all objects inside an element; `matrix` leads to points on the page. Returns the characters it found. */
  read(parent: Element, matrix: Matrix): readonly Turned[] {
    const first = this.#letters.length;
    this.#readAll(parent, matrix);
    return this.#letters.slice(first).flatMap(({ turned }) => turned ?? []);
  }

  /** What of the page is pixels or shapes. */
  get drawing(): Drawing {
    return { images: this.#images, outlines: this.#outlines };
  }

  /** All that the page shows, text included. */
  get painted(): readonly Painted[] {
    return this.#painted;
  }

  /** Takes characters away again. */
  drop(glyphs: ReadonlySet<Turned>): void {
    for (const glyph of glyphs) this.#dropped.add(glyph);
  }

  /** The fonts of a page with characters that can not be read by their codes; none for other pages. */
  fontsInDoubt(): ReadonlySet<string> {
    const isCode = this.#codes();
    return new Set(this.#letters.every(isCode) ? [] : this.#letters.map(({ font }) => font));
  }

  /** All that was read, upright; what has no code that can be read, by the fonts where they say what it is. */
  build(number: number, fonts: Fonts): { content: PageContent; fromFonts: number } {
    const isCode = this.#codes();
    const glyphs: Turned[] = [];
    let [fromFonts, damaged] = [0, this.#damaged];
    for (const letter of this.#letters) {
      const char = isCode(letter) ? undefined : fonts.characterOf(letter);
      const turned = char === undefined ? letter.turned : letter.as(char);
      if (char !== undefined) fromFonts++;
      if (!turned || (char === undefined && !isCode(letter))) damaged++;
      else if (!this.#dropped.has(turned)) glyphs.push(turned);
    }
    const area = this.#size.width * this.#size.height;
    const covered = this.#pictures.reduce((sum, box) => sum + box.width * box.height, 0);
    const content = setUpright(glyphs, {
      number,
      ...this.#size,
      rules: this.#rules,
      damaged,
      imageShare: area > 0 ? Math.min(1, covered / area) : 0,
      pictures: this.#pictures,
      invisible: 0,
      objects: this.#objects,
    });
    return { content, fromFonts };
  }

  /** The shapes of all characters of the page; null where one of them has none in its font. */
  letterShapes(fonts: Fonts): Outline[] | null {
    const shapes = this.#letters.map((letter) => fonts.shapeOf(letter));
    return shapes.every((shape) => shape !== undefined) ? shapes : null;
  }

  /** Tells the letters whose codes say what they are. */
  #codes(): (letter: Letter) => boolean {
    const placeholders = new Placeholders();
    for (const letter of this.#letters) placeholders.add(letter);
    return (letter) => letter.turned !== null && !placeholders.has(letter);
  }

  #readAll(parent: Element, matrix: Matrix): void {
    for (const object of elementsOf(parent)) this.#readObject(object, matrix);
  }

  #readObject(object: Element, matrix: Matrix): void {
    this.#budget.object();
    if (attribute(object, 'Visible') === 'false') {
      this.#hidden += charactersIn(object);
      return;
    }
    switch (object.name) {
      case 'TextObject':
        this.#readText(object, placeOf(object, matrix));
        return;
      case 'PathObject':
        this.#objects++;
        this.#readPath(object, placeOf(object, matrix));
        return;
      case 'ImageObject':
        this.#objects++;
        this.#readImage(object, matrix);
        return;
      case 'CompositeObject':
        this.#readUnit(attribute(object, 'ResourceID') ?? '', placeOf(object, matrix));
        return;
      case 'Layer':
        this.#layerParam = attribute(object, 'DrawParam');
        this.#readAll(object, matrix);
        this.#layerParam = undefined;
        return;
      case 'PageBlock':
      case 'Content':
        this.#readAll(object, matrix);
    }
  }

  #readText(object: Element, place: Matrix): void {
    this.#objects++;
    const bold = this.#resources.boldFonts.has(attribute(object, 'Font') ?? '');
    const { letters, damaged } = readTextObject(object, place, bold, MAX_PAGE_CHARACTERS + 1);
    this.#budget.characters(letters.length);
    if (this.#letters.length + letters.length > MAX_PAGE_CHARACTERS)
      throw new FileError('too-large', `一页超过${MAX_PAGE_CHARACTERS}字`);
    for (const letter of letters) this.#letters.push(letter);
    this.#damaged += damaged;
    const paint = this.#paintOf(object);
    // Text that is only outlined is filled all the same: its print is what a reader looks for.
    this.#painted.push({ kind: 'text', letters, paint });
  }

  /** A drawing that holds itself is drawn once. */
  #readUnit(id: string, place: Matrix): void {
    const unit = this.#resources.units.get(id);
    if (!unit) {
      this.#lost++;
      return;
    }
    if (this.#active.has(id) || this.#active.size >= MAX_NESTING) return;
    this.#active.add(id);
    this.#readAll(unit, place);
    this.#active.delete(id);
  }

  #readPath(object: Element, place: Matrix): void {
    if (this.#rules.length < MAX_RULES) this.#rules.push(...rulesOf(object, place));
    const outline =
      this.#outlines.length < MAX_DRAWN ? outlineOf(object, place, this.#paintOf(object)) : undefined;
    if (!outline) return;
    this.#outlines.push(outline);
    this.#painted.push({ kind: 'shape', outline });
  }

  #paintOf(object: Element): Paint {
    return paintOf(object, this.#resources.drawParams, this.#layerParam);
  }

  #readImage(object: Element, matrix: Matrix): void {
    const boundary = boxIn(attribute(object, 'Boundary'));
    const picture = boundary && this.#onPage(boundary, matrix);
    if (!picture || this.#images.length >= MAX_DRAWN) return;
    this.#pictures.push(picture);
    // A picture is the unit square; without a matrix it fills its boundary.
    const stretch = { ...IDENTITY, a: boundary.width, d: boundary.height };
    const place = placeOf(object, matrix);
    const image = {
      resource: attribute(object, 'ResourceID') ?? '',
      place: attribute(object, 'CTM') === undefined ? combined(place, stretch) : place,
    };
    this.#images.push(image);
    const { opacity } = this.#paintOf(object);
    this.#painted.push({ kind: 'image', image: opacity < 1 ? { ...image, opacity } : image });
  }

  /** The part of a box that lies on the page, in points. */
  #onPage(box: Box, matrix: Matrix): Picture | undefined {
    const [from, to] = [
      applied(matrix, box.x, box.y),
      applied(matrix, box.x + box.width, box.y + box.height),
    ];
    const x = Math.max(0, Math.min(from.x, to.x));
    const y = Math.max(0, Math.min(from.y, to.y));
    const width = Math.min(this.#size.width, Math.max(from.x, to.x)) - x;
    const height = Math.min(this.#size.height, Math.max(from.y, to.y)) - y;
    return width > 0 && height > 0 ? { x, y, width, height, resolution: 0, pixels: 0 } : undefined;
  }
}

/** Characters of the text inside an element that is not shown. */
const charactersIn = (element: Element): number => {
  let count = 0;
  const open = [element];
  for (let next = open.pop(); next; next = open.pop()) {
    if (next.name === 'TextCode') count += textOf(next).trim().length;
    for (const inner of elementsOf(next)) open.push(inner);
  }
  return count;
};
