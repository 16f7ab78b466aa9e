import { attribute, child, type Element, textOf } from '../package/element.js';
import { type Matrix, numberIn } from './geometry.js';
import type { Paint } from './paint.js';

/** A shape as SVG takes it. */
export interface Outline {
  readonly data: string;
  /** From the shape's own space to points on the page. */
  readonly place: Matrix;
  readonly fill: string;
  readonly stroke: string;
  /** In the shape's own unit. */
  readonly width: number;
  readonly rule: 'nonzero' | 'evenodd';
  /** 0 … 1; absent for 1. */
  readonly opacity?: number;
}

/** Numbers behind each command (GB/T 33190-2016, 9.1), and the command of SVG that does the same. */
const COMMANDS: Readonly<Record<string, readonly [svg: string, numbers: number]>> = {
  S: ['M', 2],
  M: ['M', 2],
  L: ['L', 2],
  Q: ['Q', 4],
  B: ['C', 6],
  A: ['A', 7],
  C: ['Z', 0],
};
/** A shape of more characters is a map. */
const MAX_SHAPE = 200_000;

/** A PathObject as a shape; undefined where it shows nothing or is no outline. */
export const outlineOf = (object: Element, place: Matrix, paint: Paint): Outline | undefined => {
  const stroked = attribute(object, 'Stroke') !== 'false';
  const filled = attribute(object, 'Fill') === 'true';
  const source = child(object, 'AbbreviatedData');
  if (!source || (!stroked && !filled)) return undefined;
  const data = svgData(textOf(source));
  if (data === undefined) return undefined;
  return {
    data,
    place,
    fill: filled ? paint.fill : 'none',
    stroke: stroked ? paint.stroke : 'none',
    width: paint.width,
    rule: attribute(object, 'Rule') === 'Even-Odd' ? 'evenodd' : 'nonzero',
    ...(paint.opacity < 1 && { opacity: paint.opacity }),
  };
};

const svgData = (text: string): string | undefined => {
  if (text.length > MAX_SHAPE) return undefined;
  const words = text.match(/[A-Za-z]|[-+]?\d*\.?\d+(?:[eE][-+]?\d{1,2})?/g) ?? [];
  const parts: string[] = [];
  for (let i = 0; i < words.length; ) {
    const command = COMMANDS[words[i]!];
    if (!command) return undefined;
    const numbers = words.slice(i + 1, i + 1 + command[1]).map(numberIn);
    if (numbers.length < command[1] || numbers.some((value) => value === undefined)) return undefined;
    // SVG wants a place to begin at.
    if (parts.length === 0 && command[0] !== 'M') return undefined;
    parts.push(`${command[0]}${numbers.join(' ')}`);
    i += 1 + command[1];
  }
  return parts.length > 0 ? parts.join('') : undefined;
};

/** Characters of all shapes of a page; beyond them it is a drawing. */
const MAX_SHAPES = 6_000_000;

/** The shapes of a page, given in points, as an SVG of so many pixels; undefined where there are none or far too many. */
export const svgOf = (
  outlines: readonly Outline[],
  size: { readonly width: number; readonly height: number },
  pixels: { readonly width: number; readonly height: number },
): string | undefined => {
  if (outlines.length === 0 || outlines.reduce((sum, { data }) => sum + data.length, 0) > MAX_SHAPES)
    return undefined;
  const shown = outlines.filter(({ data }) => data !== '');
  const shapes = shown.map(({ data, place: { a, b, c, d, e, f }, fill, stroke, width, rule, opacity }) => {
    const matrix = [a, b, c, d, e, f].map((value) => value.toFixed(5)).join(' ');
    const pale = opacity === undefined ? '' : ` opacity="${opacity.toFixed(3)}"`;
    return `<path${pale} transform="matrix(${matrix})" d="${data}" fill="${fill}" fill-rule="${rule}" stroke="${stroke}" stroke-width="${width}"/>`;
  });
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${pixels.width}" height="${pixels.height}" viewBox="0 0 ${size.width} ${size.height}" preserveAspectRatio="none">${shapes.join('')}</svg>`;
};
