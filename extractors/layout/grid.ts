import type { Rule } from './page.js';

/** Rules closer than this, in points, are one: double lines, cell borders drawn twice. */
const SAME = 3;
/** Drawings with more strokes than this are no tables. */
const MAX_RULES = 3_000;
const MAX_CELLS = 20_000;

/** A cell of a ruled table by the numbers of its columns and rows. */
export interface GridCell {
  readonly row: number;
  readonly column: number;
  readonly rowSpan: number;
  readonly columnSpan: number;
}

/** A ruled table: the places of its rules, and the cells that they leave. */
export interface Grid {
  /** Ascending; one more than there are columns. */
  readonly xs: readonly number[];
  /** Ascending; one more than there are rows. */
  readonly ys: readonly number[];
  /** Row by row. */
  readonly cells: readonly GridCell[];
}

/** Tables that a page's rules form: at least two cells each; a frame around a text is none. Top to bottom. */
export const gridsOf = (rules: readonly Rule[]): Grid[] => {
  if (rules.length > MAX_RULES) return [];
  const merged = [...merge(rules, 'horizontal'), ...merge(rules, 'vertical')];
  return componentsOf(merged)
    .map(gridOf)
    .filter((grid) => grid !== null)
    .sort((a, b) => a.ys[0]! - b.ys[0]!);
};

/** Strokes that continue or cover each other as one. */
const merge = (rules: readonly Rule[], direction: Rule['direction']): Rule[] => {
  const sorted = rules
    .filter((rule) => rule.direction === direction)
    .sort((a, b) => a.at - b.at || a.from - b.from);
  const merged: Rule[] = [];
  for (const lane of lanesOf(sorted)) {
    let last: { at: number; from: number; to: number } | undefined;
    for (const rule of lane.sort((a, b) => a.from - b.from)) {
      if (last && rule.from <= last.to + SAME) last.to = Math.max(last.to, rule.to);
      else {
        if (last) merged.push({ direction, ...last });
        last = { at: lane[0]!.at, from: rule.from, to: rule.to };
      }
    }
    if (last) merged.push({ direction, ...last });
  }
  return merged;
};

const lanesOf = (sorted: readonly Rule[]): Rule[][] => {
  const lanes: Rule[][] = [];
  for (const rule of sorted) {
    const lane = lanes.at(-1);
    if (lane && rule.at - lane[0]!.at <= SAME) lane.push(rule);
    else lanes.push([rule]);
  }
  return lanes;
};

const touches = (a: Rule, b: Rule): boolean =>
  a.direction !== b.direction &&
  a.at >= b.from - SAME &&
  a.at <= b.to + SAME &&
  b.at >= a.from - SAME &&
  b.at <= a.to + SAME;

const componentsOf = (rules: readonly Rule[]): Rule[][] => {
  const left = new Set(rules);
  const components: Rule[][] = [];
  for (const first of rules) {
    if (!left.delete(first)) continue;
    const component = [first];
    for (let i = 0; i < component.length; i++)
      for (const other of left)
        if (touches(component[i]!, other)) {
          left.delete(other);
          component.push(other);
        }
    components.push(component);
  }
  return components;
};

const places = (values: readonly number[]): number[] => {
  const found: number[] = [];
  for (const value of [...values].sort((a, b) => a - b))
    if (found.length === 0 || value - found.at(-1)! > SAME) found.push(value);
  return found;
};

const gridOf = (rules: readonly Rule[]): Grid | null => {
  const horizontal = rules.filter((rule) => rule.direction === 'horizontal');
  const vertical = rules.filter((rule) => rule.direction === 'vertical');
  if (horizontal.length < 2 || vertical.length === 0) return null;
  const ys = places([...horizontal.map((rule) => rule.at)]);
  const inner = places(vertical.map((rule) => rule.at));
  // Tables without rules at their sides end where their horizontal rules do.
  const left = Math.min(...horizontal.map((rule) => rule.from));
  const right = Math.max(...horizontal.map((rule) => rule.to));
  const xs = places([
    ...inner,
    ...(left < inner[0]! - 10 ? [left] : []),
    ...(right > inner.at(-1)! + 10 ? [right] : []),
  ]);
  const [columns, rows] = [xs.length - 1, ys.length - 1];
  if (columns < 1 || rows < 1 || columns * rows < 2 || columns * rows > MAX_CELLS) return null;
  const cells = cellsOf(xs, ys, horizontal, vertical);
  return cells.length < 2 ? null : { xs, ys, cells };
};

const covers = (rules: readonly Rule[], at: number, from: number, to: number): boolean =>
  rules.some(
    (rule) =>
      Math.abs(rule.at - at) <= SAME &&
      Math.min(rule.to, to) - Math.max(rule.from, from) >= 0.6 * (to - from),
  );

/** Neighbouring fields of the grid without a rule between them are one cell, widened to a rectangle. */
const cellsOf = (
  xs: readonly number[],
  ys: readonly number[],
  horizontal: readonly Rule[],
  vertical: readonly Rule[],
): GridCell[] => {
  const [columns, rows] = [xs.length - 1, ys.length - 1];
  const taken = new Set<number>();
  const cells: GridCell[] = [];
  for (let row = 0; row < rows; row++)
    for (let column = 0; column < columns; column++) {
      if (taken.has(row * columns + column)) continue;
      let columnSpan = 1;
      while (
        column + columnSpan < columns &&
        !taken.has(row * columns + column + columnSpan) &&
        !covers(vertical, xs[column + columnSpan]!, ys[row]!, ys[row + 1]!)
      )
        columnSpan++;
      let rowSpan = 1;
      while (row + rowSpan < rows && !ruledBelow(row + rowSpan, column, columnSpan)) rowSpan++;
      for (let r = row; r < row + rowSpan; r++)
        for (let c = column; c < column + columnSpan; c++) taken.add(r * columns + c);
      cells.push({ row, column, rowSpan, columnSpan });
    }
  return cells;

  function ruledBelow(row: number, column: number, span: number): boolean {
    for (let c = column; c < column + span; c++)
      if (taken.has(row * columns + c) || covers(horizontal, ys[row]!, xs[c]!, xs[c + 1]!)) return true;
    return false;
  }
};
