import { PAPER, type PixelBox, type Plane } from './plane.js';

/** Darker pixels may belong to a rule; rules are often grey. */
const INK = 170;
/** A stroke is thin up to this many points. */
const THICK = 3.2;
/** Shortest rules, in points: longer than strokes of letters and dashes. */
const SHORTEST = { horizontal: 42, vertical: 26 };
/** Shortest rule that meets no other one. */
const ALONE = 72;
/** Breaks of up to this many points are bridged. */
const BREAK = 0.8;
/** Of a rule's length print may touch or cross this share; a row of letters' feet is print all along. */
const CROSSED = 0.3;

/** A rule in pixels: a thin level or upright rectangle. */
export interface PixelRule extends PixelBox {
  readonly direction: 'horizontal' | 'vertical';
}

/** Finds the ruling lines of a whitened, level page. `unit` is pixels a point. */
export const rulesOf = (plane: Plane, unit: number): PixelRule[] => {
  const level = straight(plane, unit, 'horizontal');
  const upright = straight(plane, unit, 'vertical');
  // A stroke that meets no other must be longer than the largest letters.
  const stands = (rule: PixelRule, others: readonly PixelRule[]): boolean =>
    Math.max(rule.right - rule.left, rule.bottom - rule.top) >= ALONE * unit ||
    others.some((other) => meet(rule, other, 3 * unit));
  return [...level.filter((rule) => stands(rule, upright)), ...upright.filter((rule) => stands(rule, level))];
};

const meet = (a: PixelBox, b: PixelBox, margin: number): boolean =>
  a.left <= b.right + margin &&
  b.left <= a.right + margin &&
  a.top <= b.bottom + margin &&
  b.top <= a.bottom + margin;

interface Run {
  readonly line: number;
  from: number;
  to: number;
}

/**
 * Dark runs along each row (column) are gathered to strokes over the rows beside it, which takes up a slight fall; a
 * stroke that is long and thin is a rule.
 */
const straight = (plane: Plane, unit: number, direction: PixelRule['direction']): PixelRule[] => {
  const level = direction === 'horizontal';
  const [lines, length] = level ? [plane.height, plane.width] : [plane.width, plane.height];
  const [lineStep, step] = level ? [plane.width, 1] : [1, plane.width];
  const gap = Math.max(1, Math.round(BREAK * unit));
  // A line that falls a little is cut into runs; each must still be longer than the strokes of letters mostly are.
  const shortest = Math.max(4, SHORTEST[direction] * unit * 0.4);
  const thick = Math.max(2, THICK * unit);
  const open: { box: { from: number; to: number; first: number; last: number }; covered: number }[] = [];
  const done: typeof open = [];
  for (let line = 0; line < lines; line += 1) {
    const runs = runsOf(plane.data, line * lineStep, step, length, gap, shortest, line);
    for (const run of runs) {
      const home = open.find(
        ({ box }) => run.from <= box.to + gap && run.to >= box.from - gap && line - box.last <= 2,
      );
      if (home) {
        home.box.from = Math.min(home.box.from, run.from);
        home.box.to = Math.max(home.box.to, run.to);
        home.box.last = line;
        home.covered += run.to - run.from;
      } else
        open.push({
          box: { from: run.from, to: run.to, first: line, last: line },
          covered: run.to - run.from,
        });
    }
    for (let at = open.length - 1; at >= 0; at -= 1)
      if (line - open[at]!.box.last > 2) done.push(...open.splice(at, 1));
  }
  done.push(...open);
  return done
    .filter(({ box, covered }) => {
      const long = box.to - box.from;
      return (
        long >= SHORTEST[direction] * unit && covered / long <= thick && box.last - box.first <= 3 * thick
      );
    })
    .map(({ box }) =>
      level
        ? { direction, left: box.from, right: box.to, top: box.first, bottom: box.last + 1 }
        : { direction, left: box.first, right: box.last + 1, top: box.from, bottom: box.to },
    )
    .filter((rule) => crossedShare(plane, rule) <= CROSSED);
};

/** The share of a rule's length at which ink goes on beyond it. */
const crossedShare = (plane: Plane, rule: PixelRule): number => {
  const { from, to, ink, first, last } = along(plane, rule);
  let crossed = 0;
  for (let at = from; at < to; at += 1)
    if (ink(first - MARGIN - 1, at) || ink(last + MARGIN, at)) crossed += 1;
  return crossed / (to - from);
};

/** Pixels beside a rule that its soft edge may grey. */
const MARGIN = 2;

/** A rule's length and breadth, and whether there is ink on a line beside it. */
const along = (plane: Plane, { direction, left, top, right, bottom }: PixelRule) => {
  const level = direction === 'horizontal';
  const [lineStep, step, lines] = level ? [plane.width, 1, plane.height] : [1, plane.width, plane.width];
  const [first, last, from, to] = level ? [top, bottom, left, right] : [left, right, top, bottom];
  const index = (line: number, at: number): number => line * lineStep + at * step;
  const ink = (line: number, at: number): boolean =>
    line >= 0 && line < lines && plane.data[index(line, at)]! < 128;
  return { first, last, from, to, lines, index, ink };
};

const runsOf = (
  data: Uint8Array,
  start: number,
  step: number,
  length: number,
  gap: number,
  shortest: number,
  line: number,
): Run[] => {
  const runs: Run[] = [];
  let from = -1;
  let last = -1;
  let dark = 0;
  const close = (): void => {
    if (from >= 0 && last + 1 - from >= shortest && dark >= 0.8 * (last + 1 - from))
      runs.push({ line, from, to: last + 1 });
    from = -1;
    dark = 0;
  };
  for (let at = 0, index = start; at < length; at += 1, index += step) {
    if (data[index]! >= INK) continue;
    if (from >= 0 && at - last > gap + 1) close();
    if (from < 0) from = at;
    last = at;
    dark += 1;
  }
  close();
  return runs;
};

/** The page without its rules; strokes of letters that cross a rule stay. */
export const withoutRules = (plane: Plane, rules: readonly PixelRule[]): Plane => {
  if (rules.length === 0) return plane;
  const data = plane.data.slice();
  for (const rule of rules) {
    const { from, to, ink, first, last, lines, index } = along(plane, rule);
    for (let at = from; at < to; at += 1) {
      // Ink that goes on beyond the rule on either side is a letter's stroke.
      if (ink(first - MARGIN - 1, at) || ink(last + MARGIN, at)) continue;
      for (let line = Math.max(0, first - MARGIN); line < Math.min(lines, last + MARGIN); line += 1)
        data[index(line, at)] = PAPER;
    }
  }
  return { ...plane, data };
};
