import { wrap } from '../bench/ocr/typeset.js';
import { type Mark, makePdf } from '../fixtures/pdf.js';

/** How a ledger is printed. */
export interface Printing {
  readonly size: { readonly width: number; readonly height: number };
  /** Of the print in the table, in points. */
  readonly print: number;
  /** Whether each page begins with the headings. */
  readonly headings: 'repeated' | 'once';
  /** Whether a row may be broken over a page, as in Word; else it begins a new one, as in Excel. */
  readonly broken: boolean;
  /** Whether a mark that closes may hang over the edge of its cell, as Word lets it. */
  readonly hanging?: boolean;
  /** Whether short cells stand in the middle of their rows. */
  readonly centred: boolean;
  readonly footer?: (page: number) => string;
}

export const A4_LANDSCAPE = { width: 842, height: 595 };
export const A3_LANDSCAPE = { width: 1191, height: 842 };

const MARGIN = 36;
const PAD = 3;
/** Shares of the width that the fourteen columns take. */
const SHARES = [22, 112, 38, 38, 38, 172, 38, 38, 128, 32, 38, 42, 40, 42];

/** A row as it is set: the lines of its cells. */
type SetRow = readonly (readonly string[])[];

/** Sets lines above a table, the table, and lines below it on pages. */
export const setLedger = (
  above: readonly string[],
  table: readonly (readonly string[])[],
  below: readonly string[],
  { size, print, headings, broken, hanging, centred, footer }: Printing,
): Mark[][] => {
  const room = size.width - 2 * MARGIN;
  const all = SHARES.reduce((sum, share) => sum + share, 0);
  const widths = SHARES.map((share) => (share / all) * room);
  const lefts = widths.map((_, at) => MARGIN + widths.slice(0, at).reduce((sum, width) => sum + width, 0));
  const pitch = print * 1.3;
  const bottom = size.height - MARGIN - 14;
  const pages: Mark[][] = [[]];
  let y = MARGIN;
  let top = y;
  const put = (text: string, x: number, baseline: number, of: number): void => {
    if (text !== '') pages.at(-1)!.push({ text, x, y: baseline, size: of });
  };
  const rule = (...line: [number, number, number, number]): void => void pages.at(-1)!.push({ line });
  const heightOf = (row: SetRow): number => Math.max(1, ...row.map((cell) => cell.length)) * pitch + 2 * PAD;
  const closeTable = (): void => {
    for (const x of [...lefts, MARGIN + room]) rule(x, top, x, y);
  };
  const openTable = (): void => {
    top = y;
    rule(MARGIN, y, MARGIN + room, y);
  };
  const turn = (): void => {
    closeTable();
    pages.push([]);
    y = MARGIN;
    openTable();
    if (headings === 'repeated') draw(set(table[0]!));
  };
  const set = (line: readonly string[]): SetRow =>
    line.map((cell, at) =>
      cell
        .split('\n')
        .flatMap((part) => (hanging ? wrap : wrapStrictly)(part, (widths[at]! - 2 * PAD) / print - 0.01, 0))
        .map((chars) => chars.join('')),
    );
  const draw = (row: SetRow): void => {
    const height = heightOf(row);
    row.forEach((cell, at) => {
      const down = centred ? (height - 2 * PAD - cell.length * pitch) / 2 : 0;
      cell.forEach((text, line) => {
        put(text, lefts[at]! + PAD, y + PAD + down + line * pitch + print, print);
      });
    });
    y += height;
    rule(MARGIN, y, MARGIN + room, y);
  };
  above.forEach((line, at) => {
    const isTitle = at === 1;
    const points = isTitle ? 16 : 10.5;
    y += points * 1.5;
    put(line, isTitle ? (size.width - line.length * points) / 2 : MARGIN, y, points);
  });
  y += 8;
  openTable();
  for (const line of table) {
    let row = set(line);
    for (;;) {
      const fits = Math.floor((bottom - y - 2 * PAD) / pitch);
      if (heightOf(row) <= bottom - y) break;
      const tall = heightOf(row) > bottom - MARGIN - 3 * pitch;
      if ((broken || tall) && fits >= 2) {
        draw(row.map((cell) => cell.slice(0, fits)));
        row = row.map((cell) => cell.slice(fits));
      }
      turn();
    }
    draw(row);
  }
  closeTable();
  for (const line of below) {
    y += 15;
    put(line, MARGIN, y, 10.5);
  }
  if (footer)
    pages.forEach((marks, at) => {
      marks.push({ text: footer(at + 1), x: size.width / 2 - 12, y: size.height - MARGIN, size: 9 });
    });
  return pages;
};

/** Within the measure, also the marks that close. */
const wrapStrictly = (text: string, ems: number): string[][] => {
  const lines: string[][] = [[]];
  let used = 0;
  for (const char of text) {
    const width = /[\x20-\x7e]/u.test(char) ? 0.5 : 1;
    if (used + width > ems) {
      lines.push([]);
      used = 0;
    }
    lines.at(-1)!.push(char);
    used += width;
  }
  return lines;
};

export const printedPdf = (pages: readonly (readonly Mark[])[], { size }: Printing): Promise<Uint8Array> =>
  makePdf(pages, { size });

const PAGE_NUMBER = (page: number): string => `— ${page} —`;

/** Ways in which programs print a ledger. */
export const PRINTINGS: Readonly<Record<string, Printing>> = {
  'A4横向，每页有表头': {
    size: A4_LANDSCAPE,
    print: 8,
    headings: 'repeated',
    broken: false,
    centred: true,
    footer: PAGE_NUMBER,
  },
  'A4横向，首页有表头，行跨页': {
    size: A4_LANDSCAPE,
    print: 8,
    headings: 'once',
    broken: true,
    centred: false,
    footer: PAGE_NUMBER,
  },
  'A4横向，每页有表头，行跨页': {
    size: A4_LANDSCAPE,
    print: 7.5,
    headings: 'repeated',
    broken: true,
    centred: false,
  },
  'A3横向，首页有表头': {
    size: A3_LANDSCAPE,
    print: 10.5,
    headings: 'once',
    broken: false,
    centred: true,
    footer: (page) => `第${page}页`,
  },
  'A3横向，标点溢出': {
    size: A3_LANDSCAPE,
    print: 10.5,
    headings: 'once',
    broken: true,
    hanging: true,
    centred: true,
  },
};
