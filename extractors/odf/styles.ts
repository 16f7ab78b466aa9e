import type { Block } from '../../model/index.js';
import { attribute, child, type Element, elementsOf } from '../package/element.js';

/** What a paragraph or text style says; undefined is "not said". */
export interface Look {
  readonly align?: Block['align'];
  /** In half-points, as the readers of Word files count. */
  readonly size?: number;
  readonly bold?: boolean;
  readonly hidden?: boolean;
  /** From 1. */
  readonly outline?: number;
}

const ALIGN: ReadonlyMap<string, Block['align']> = new Map([
  ['start', 'left'],
  ['left', 'left'],
  ['center', 'center'],
  ['end', 'right'],
  ['right', 'right'],
]);
/** Deeper derivation is damage. */
const MAX_PARENTS = 50;

/** The paragraph and text styles of a document, resolved along parent-style-name. */
export class OdtStyles {
  readonly #elements = new Map<string, Element>();
  readonly #resolved = new Map<string, Look>();

  /** Styles of later parts go before those of earlier ones with the same name. */
  constructor(parts: readonly (Element | undefined)[]) {
    for (const part of parts)
      for (const style of part ? elementsOf(part) : []) {
        const family = attribute(style, 'style:family');
        const name = style.name === 'style:default-style' ? '' : attribute(style, 'style:name');
        if (family && name !== undefined) this.#elements.set(`${family}/${name}`, style);
      }
  }

  /** The look of a style with all that it takes over; an unknown name has that of the default style. */
  look(family: 'paragraph' | 'text', name: string | undefined): Look {
    const key = `${family}/${name ?? ''}`;
    const known = this.#resolved.get(key);
    if (known) return known;
    const chain: Element[] = [];
    const seen = new Set<string>();
    for (let at = name; at !== undefined && !seen.has(at) && chain.length < MAX_PARENTS; ) {
      seen.add(at);
      const style = this.#elements.get(`${family}/${at}`);
      if (!style) break;
      chain.push(style);
      at = attribute(style, 'style:parent-style-name');
    }
    const standard = this.#elements.get(`${family}/`);
    if (standard && family === 'paragraph') chain.push(standard);
    const look = Object.assign({}, ...chain.toReversed().map(lookOf)) as Look;
    this.#resolved.set(key, look);
    return look;
  }
}

const lookOf = (style: Element): Look => {
  const paragraph = child(style, 'style:paragraph-properties');
  const text = child(style, 'style:text-properties');
  // East Asian text has its own size and weight.
  const size = pointsOf(attribute(text, 'style:font-size-asian') ?? attribute(text, 'fo:font-size'));
  const weight = attribute(text, 'style:font-weight-asian') ?? attribute(text, 'fo:font-weight');
  const align = ALIGN.get(attribute(paragraph, 'fo:text-align') ?? '');
  const outline = Number(attribute(style, 'style:default-outline-level'));
  const display = attribute(text, 'text:display');
  return {
    ...(align ? { align } : {}),
    ...(size ? { size } : {}),
    ...(weight ? { bold: weight === 'bold' || Number(weight) >= 600 } : {}),
    ...(display ? { hidden: display === 'none' } : {}),
    ...(outline >= 1 ? { outline } : {}),
  };
};

const pointsOf = (value: string | undefined): number | undefined => {
  const points = /^(\d{1,4}(?:\.\d{1,4})?)pt$/.exec(value ?? '')?.[1];
  return points === undefined ? undefined : Math.round(Number(points) * 2);
};
