import type { Block } from '../../model/index.js';
import { attribute, child, type Element, elementsOf } from '../package/element.js';
import { outlineByName } from '../word/heading-style.js';
import { numberOf, toggleOf, valOf } from './values.js';

/** What run properties say, as far as it matters here; undefined is "not said". */
export interface RunLook {
  /** In half-points, as Word counts. */
  readonly size?: number;
  readonly bold?: boolean;
  readonly hidden?: boolean;
}

/** What paragraph properties say. */
export interface ParagraphLook {
  readonly list?: string;
  readonly level?: number;
  /** From 0; 9 is body text. */
  readonly outline?: number;
  readonly align?: Block['align'];
}

/** A style with everything that it takes over from the styles it is based on. */
export interface Style extends ParagraphLook {
  /** Its own id first, then those of its ancestors. */
  readonly ids: readonly string[];
  readonly run: RunLook;
}

const ALIGN: ReadonlyMap<string, Block['align']> = new Map([
  ['left', 'left'],
  ['start', 'left'],
  ['center', 'center'],
  ['right', 'right'],
  ['end', 'right'],
]);

/** The value's fields without those left open, so that a spread keeps what was said before. */
const said = <T extends object>(value: T): T =>
  Object.fromEntries(Object.entries(value).filter(([, field]) => field !== undefined)) as T;

export const readRunLook = (properties: Element | undefined): RunLook =>
  properties
    ? said({
        size: numberOf(properties, 'w:sz'),
        bold: toggleOf(properties, 'w:b'),
        hidden: toggleOf(properties, 'w:vanish'),
      })
    : {};

export const readParagraphLook = (properties: Element | undefined): ParagraphLook => {
  if (!properties) return {};
  const numbering = child(properties, 'w:numPr');
  return said({
    list: valOf(numbering, 'w:numId'),
    level: numberOf(numbering, 'w:ilvl'),
    outline: numberOf(properties, 'w:outlineLvl'),
    align: ALIGN.get(valOf(properties, 'w:jc') ?? ''),
  });
};

/** A style is based on few others; hostile files have chains of thousands, and each style its own. */
const MAX_CHAIN = 50;
const EMPTY: Style = { ids: [], run: {} };

/** The styles of a document, resolved along basedOn. */
export class Styles {
  readonly #elements = new Map<string, Element>();
  readonly #resolved = new Map<string, Style>();
  readonly #defaultParagraph: string | undefined;
  /** What w:docDefaults says of runs. */
  readonly defaults: RunLook;

  constructor(root: Element | undefined) {
    const styles = root ? elementsOf(root) : [];
    let standard: string | undefined;
    for (const style of styles) {
      const id = attribute(style, 'w:styleId');
      if (style.name !== 'w:style' || id === undefined) continue;
      this.#elements.set(id, style);
      const byDefault = ['1', 'true', 'on'].includes(attribute(style, 'w:default') ?? '');
      if (byDefault && attribute(style, 'w:type') === 'paragraph') standard ??= id;
    }
    this.#defaultParagraph = standard;
    const defaults = styles.find((style) => style.name === 'w:docDefaults');
    this.defaults = readRunLook(child(child(defaults, 'w:rPrDefault'), 'w:rPr'));
  }

  /** A paragraph's style; the default one where it names none or one that does not exist. */
  paragraph(id: string | undefined): Style {
    const known = id !== undefined && this.#elements.has(id) ? id : this.#defaultParagraph;
    return known === undefined ? EMPTY : this.style(known);
  }

  /** A style of any type by its id. */
  style(id: string): Style {
    const known = this.#resolved.get(id);
    if (known) return known;
    const chain: string[] = [];
    for (
      let at: string | undefined = id;
      at !== undefined && !chain.includes(at) && chain.length < MAX_CHAIN;
    ) {
      const element = this.#elements.get(at);
      if (!element) break;
      chain.push(at);
      at = valOf(element, 'w:basedOn');
    }
    let style = EMPTY;
    for (const link of chain.toReversed()) style = this.#derive(style, link);
    this.#resolved.set(id, style);
    return style;
  }

  #derive(base: Style, id: string): Style {
    const element = this.#elements.get(id)!;
    const look = readParagraphLook(child(element, 'w:pPr'));
    const outline = look.outline ?? outlineByName(valOf(element, 'w:name') ?? '');
    return {
      ...base,
      ...look,
      ...(outline === undefined ? {} : { outline }),
      ids: [id, ...base.ids],
      run: { ...base.run, ...readRunLook(child(element, 'w:rPr')) },
    };
  }
}
