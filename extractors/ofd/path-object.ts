import type { Point, Rule } from '../layout/page.js';
import { edgesOf, ruleBetween } from '../layout/rules.js';
import { attribute, child, type Element, textOf } from '../package/element.js';
import { applied, type Matrix, numberIn } from './geometry.js';

/** Longer outlines are drawings and letters, no rules of a table. */
const MAX_OUTLINE = 20_000;
/** Numbers after each command of an outline (GB/T 33190-2016, 9.1); the last two are where it leads. */
const NUMBERS: ReadonlyMap<string, number> = new Map(
  Object.entries({ S: 2, M: 2, L: 2, Q: 4, B: 6, A: 7, C: 0 }),
);

/**
 * The straight horizontal and vertical strokes of a PathObject. A thin filled rectangle is one; the edges of a wider one
 * that is only filled are not: it is a background, or a letter drawn as a picture.
 */
export const rulesOf = (object: Element, place: Matrix): Rule[] => {
  const stroked = attribute(object, 'Stroke') !== 'false';
  const drawn = stroked || attribute(object, 'Fill') === 'true';
  const outline = child(object, 'AbbreviatedData');
  const data = outline ? textOf(outline) : '';
  if (!drawn || data.length > MAX_OUTLINE) return [];
  const rules: Rule[] = [];
  let line: Point[] = [];
  const flush = (): void => {
    rules.push(...rulesAlong(line, stroked));
    line = [];
  };
  const words = data.match(/[A-Za-z]|-?\d*\.?\d+/g) ?? [];
  for (let i = 0; i < words.length; ) {
    const command = words[i]!;
    const count = NUMBERS.get(command);
    i++;
    if (count === undefined) continue;
    if (command === 'C') {
      if (line.length > 1) line.push(line[0]!);
      flush();
      continue;
    }
    const [x, y] = [numberIn(words[i + count - 2]), numberIn(words[i + count - 1])];
    i += count;
    if (x === undefined || y === undefined) return rules;
    if (command !== 'L') flush();
    line.push(applied(place, x, y));
  }
  flush();
  return rules;
};

/** The rules of a line with corners: one where it goes around something thin. */
const rulesAlong = (line: readonly Point[], stroked: boolean): Rule[] => {
  if (line.length < 2) return [];
  const [xs, ys] = [line.map(({ x }) => x), line.map(({ y }) => y)];
  const around = edgesOf({
    left: Math.min(...xs),
    right: Math.max(...xs),
    top: Math.min(...ys),
    bottom: Math.max(...ys),
  });
  if (around.length <= 1) return around;
  if (!stroked) return [];
  return line.slice(1).flatMap((point, index) => ruleBetween(line[index]!, point));
};
