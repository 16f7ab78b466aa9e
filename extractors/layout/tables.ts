import type { Box } from '../../model/index.js';
import { endsSentence, joined, opensParagraph } from '../line-joining.js';
import { type Grid, type GridCell, gridsOf } from './grid.js';
import { linesOf } from './lines.js';
import type { Glyph, Line, PageContent } from './page.js';

/** A table as found on one page. */
export interface PageTable extends Box {
  readonly kind: 'table';
  readonly page: number;
  /** x of the columns' edges; tables that agree in them over a page break are one. */
  readonly edges: readonly number[];
  readonly rows: number;
  /** Row by row; cells without text are there as well. */
  readonly cells: readonly (GridCell & {
    readonly text: string;
    readonly box: Box;
    readonly size: number;
    readonly lines: readonly Line[];
  })[];
}

/** Takes the ruled tables out of a page. Glyphs in no cell are left over for the running text. */
export const takeTables = (page: PageContent): { tables: PageTable[]; rest: Glyph[] } => {
  let rest: Glyph[] = [...page.glyphs];
  const tables: PageTable[] = [];
  for (const grid of gridsOf(page.rules)) {
    const { inside, outside } = divide(rest, grid);
    if (inside.length === 0) continue;
    const table = tableOf(grid, inside, page.number);
    if (isFrame(table) || isOutline(table, inside) || isOverrun(grid, inside)) continue;
    rest = outside;
    tables.push(table);
  }
  return { tables, rest };
};

const divide = (glyphs: readonly Glyph[], { xs, ys }: Grid): { inside: Glyph[]; outside: Glyph[] } => {
  const inside: Glyph[] = [];
  const outside: Glyph[] = [];
  for (const glyph of glyphs) {
    const [x, y] = middleOf(glyph);
    const within = x >= xs[0]! && x <= xs.at(-1)! && y >= ys[0]! && y <= ys.at(-1)!;
    (within ? inside : outside).push(glyph);
  }
  return { inside, outside };
};

const middleOf = (glyph: Glyph): [number, number] => [glyph.x + glyph.width / 2, glyph.y + glyph.height / 2];

/** Where a character stands by its ink: a mark that closes may hang over the edge of its cell with the empty half of its em. */
const placeOf = (glyph: Glyph): number =>
  /[，。、；：？！）》〉」』”’〕】]/u.test(glyph.char) ? glyph.x + 0.1 * glyph.width : middleOf(glyph)[0];

const tableOf = (grid: Grid, glyphs: readonly Glyph[], page: number): PageTable => {
  const { xs, ys } = grid;
  const columns = xs.length - 1;
  const owner = new Map<number, number>();
  grid.cells.forEach((cell, index) => {
    for (let r = cell.row; r < cell.row + cell.rowSpan; r++)
      for (let c = cell.column; c < cell.column + cell.columnSpan; c++) owner.set(r * columns + c, index);
  });
  const contents: Glyph[][] = grid.cells.map(() => []);
  for (const glyph of glyphs) {
    const field = fieldAt(ys, middleOf(glyph)[1]) * columns + fieldAt(xs, placeOf(glyph));
    contents[owner.get(field)!]!.push(glyph);
  }
  return {
    kind: 'table',
    page,
    x: xs[0]!,
    y: ys[0]!,
    width: xs.at(-1)! - xs[0]!,
    height: ys.at(-1)! - ys[0]!,
    edges: xs,
    rows: ys.length - 1,
    cells: grid.cells.map((cell, index) => {
      const box = {
        x: xs[cell.column]!,
        y: ys[cell.row]!,
        width: xs[cell.column + cell.columnSpan]! - xs[cell.column]!,
        height: ys[cell.row + cell.rowSpan]! - ys[cell.row]!,
      };
      const lines = linesOf(contents[index]!, page);
      return {
        ...cell,
        box,
        text: cellText(lines, box.width),
        size: lines[0]?.size ?? 0,
        lines,
      };
    }),
  };
};

/** Web pages are laid out in tables: a wide cell that holds most of the text and many lines is the page itself. */
const isFrame = (table: PageTable): boolean => {
  const all = table.cells.reduce((sum, cell) => sum + cell.text.length, 0);
  return table.cells.some(
    (cell) =>
      cell.lines.length >= 12 && cell.text.length >= 0.7 * all && cell.box.width >= 0.75 * table.width,
  );
};

/** A letter that is drawn once more as an outline, to make it bold, is ruled like a small table around itself. */
const isOutline = (table: PageTable, glyphs: readonly Glyph[]): boolean =>
  glyphs.every(({ size }) => table.width < 2 * size && table.height < 2 * size);

/**
 * Text that runs on over a rule between columns does not stand in them: the rule belongs to a page's decoration. At
 * an edge where lines meet, most of them would have to leave a gap.
 */
const isOverrun = ({ xs, ys, cells }: Grid, glyphs: readonly Glyph[]): boolean => {
  const rows = new Map<number, Glyph[]>();
  for (const glyph of glyphs) {
    const key = Math.round(glyph.baseline);
    const row = rows.get(key);
    if (row) row.push(glyph);
    else rows.set(key, [glyph]);
  }
  for (const row of rows.values()) row.sort((a, b) => a.x - b.x);
  return xs.some((x, column) => {
    const below = cells.filter((cell) => cell.column === column && column > 0);
    let meetings = 0;
    let crossings = 0;
    for (const row of rows.values()) {
      const [, y] = middleOf(row[0]!);
      if (!below.some((cell) => y > ys[cell.row]! && y < ys[cell.row + cell.rowSpan]!)) continue;
      const right = row.findIndex((glyph) => glyph.x + 0.5 * glyph.width > x && glyph.char.trim() !== '');
      const [last, first] = [row[right - 1], row[right]];
      if (!last || !first || x - last.x - last.width > last.size || first.x - x > first.size) continue;
      meetings++;
      if (first.x - last.x - last.width < 0.15 * first.size) crossings++;
    }
    return crossings >= 3 && crossings > 0.5 * meetings;
  });
};

/** The number of the field between two neighbouring places that holds a value inside them all. */
const fieldAt = (places: readonly number[], value: number): number => {
  let field = 0;
  while (field < places.length - 2 && value > places[field + 1]!) field++;
  return field;
};

/** Space that word processors leave between a cell's edges and its text, both sides together, in points. */
const CELL_PADDING = 11;

/** Lines that fill the cell go on in the next; a heading broken into short Chinese lines is one as well. */
const cellText = (lines: readonly Line[], width: number): string => {
  const heading =
    lines.length <= 4 && lines.every((line) => /^[\p{Script=Han}、（）()①-⑳]{1,8}$/u.test(line.text));
  // Some cells have wide margins inside: their longest lines show how far text goes.
  const longest = Math.max(0, ...lines.map((line) => line.width));
  const room = lines.length >= 3 && longest >= 0.75 * width ? longest : width - CELL_PADDING;
  let text = '';
  lines.forEach((line, index) => {
    const before = lines[index - 1];
    if (!before) {
      text = line.text;
      return;
    }
    const slack = (Math.min(room, width - CELL_PADDING) - before.width) / (before.size || 1);
    const ended = endsSentence(before.text);
    const opens = opensParagraph(line.text);
    const goesOn = /[，、,]$/u.test(before.text) || (ended ? slack <= 1.4 && !opens : slack <= 2.2);
    text = heading || goesOn ? joined(text, line.text) : `${text}\n${line.text}`;
  });
  return text;
};
