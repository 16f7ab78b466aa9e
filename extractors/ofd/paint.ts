import { attribute, child, type Element } from '../package/element.js';
import { numberIn } from './geometry.js';

/** What an object is drawn with: colours as SVG takes them. */
export interface Paint {
  readonly fill: string;
  readonly stroke: string;
  /** In the object's own unit. */
  readonly width: number;
  /** 0 … 1. */
  readonly opacity: number;
}

/** DrawParams that refer to each other: deeper ones are not followed. */
const MAX_RELATIVES = 5;

/**
 * The paint of an object (GB/T 33190-2016, 8.2, 8.3): what it says itself, else its DrawParam and those that one
 * refers to, else that of its layer.
 */
export const paintOf = (
  object: Element,
  drawParams: ReadonlyMap<string, Element>,
  ofLayer: string | undefined,
): Paint => {
  const sources = [
    object,
    ...[attribute(object, 'DrawParam'), ofLayer].flatMap((id) => chainOf(id, drawParams)),
  ];
  const fill = first(sources, (source) => child(source, 'FillColor'));
  const stroke = first(sources, (source) => child(source, 'StrokeColor'));
  return {
    fill: colourOf(fill),
    stroke: colourOf(stroke),
    width: first(sources, (source) => numberIn(attribute(source, 'LineWidth'))) ?? 0.353,
    opacity: share(attribute(object, 'Alpha')) * share(attribute(fill, 'Alpha')),
  };
};

const chainOf = (id: string | undefined, drawParams: ReadonlyMap<string, Element>): Element[] => {
  const chain: Element[] = [];
  for (let next = id; next !== undefined && chain.length < MAX_RELATIVES; ) {
    const param = drawParams.get(next);
    if (!param) break;
    chain.push(param);
    next = attribute(param, 'Relative');
  }
  return chain;
};

const first = <T>(sources: readonly Element[], find: (source: Element) => T | undefined): T | undefined => {
  for (const source of sources) {
    const found = find(source);
    if (found !== undefined) return found;
  }
  return undefined;
};

/** 0 to 255 as 0 … 1. */
const share = (text: string | undefined): number => Math.min(1, Math.max(0, (numberIn(text) ?? 255) / 255));

/** Grey, RGB or CMYK values from 0 to 255 as a colour of SVG; black where none is given. A gradient is its first colour. */
const colourOf = (element: Element | undefined): string => {
  const shade = child(element, 'AxialShd') ?? child(element, 'RadialShd');
  if (shade) return colourOf(child(child(shade, 'Segment'), 'Color'));
  const values = (attribute(element, 'Value') ?? '')
    .trim()
    .split(/[\s,]+/)
    .map((word) => numberIn(word));
  if (element && values.includes(undefined)) return element.children.length > 0 ? 'none' : 'black';
  const [first = 0, second = 0, third = 0, fourth = 0] = values.map((value) =>
    Math.round(Math.min(255, Math.max(0, value ?? 0))),
  );
  if (values.length === 4) {
    const [r, g, b] = [first, second, third].map((ink) => Math.round(((255 - ink) * (255 - fourth)) / 255));
    return `rgb(${r},${g},${b})`;
  }
  return values.length === 3 ? `rgb(${first},${second},${third})` : `rgb(${first},${first},${first})`;
};
