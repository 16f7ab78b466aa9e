import type { Source } from './sources.js';

/** Fonts of Debian's fonts-noto-cjk, fonts-arphic-gbsn00lp, -gkai00mp, -uming and -ukai; headings in 黑体. */
export interface Face {
  readonly name: string;
  readonly body: string;
  readonly heading: string;
}

export const FACES: readonly Face[] = [
  { name: '宋体 (AR PL SungtiL GB)', body: 'AR PL SungtiL GB', heading: 'Noto Sans CJK SC' },
  { name: '宋体 (Noto Serif CJK SC)', body: 'Noto Serif CJK SC', heading: 'Noto Serif CJK SC' },
  { name: '楷体 (AR PL KaitiM GB)', body: 'AR PL KaitiM GB', heading: 'Noto Sans CJK SC' },
  { name: '黑体 (Noto Sans CJK SC)', body: 'Noto Sans CJK SC', heading: 'Noto Sans CJK SC' },
];

/** Fonts whose stops stand in the middle of the line, as they are set in Taiwan; some typists' documents have them. */
export const CENTRED: readonly Face[] = [
  { name: '宋体 (AR PL UMing CN)', body: 'AR PL UMing CN', heading: 'Noto Sans CJK SC' },
  { name: '楷体 (AR PL UKai CN)', body: 'AR PL UKai CN', heading: 'Noto Sans CJK SC' },
];

/** A character set on the page: points, origin top left, y of the baseline. */
export interface Sort {
  readonly char: string;
  readonly x: number;
  readonly y: number;
  readonly size: number;
}

/** Characters set side by side: a line of the text or of a cell. */
export interface SetLine {
  readonly sorts: readonly Sort[];
  readonly font: string;
  readonly colour: string;
  readonly bold: boolean;
}

export interface SetPage {
  readonly name: string;
  readonly face: Face;
  readonly lines: readonly SetLine[];
  /** Filled rectangles: x, y, width, height, colour. */
  readonly strokes: readonly (readonly [number, number, number, number, string])[];
}

export const PAPER = { width: 595, height: 842 };
const TOP = 106;
const LEFT = 79;
const SIZE = 16;
const PITCH = 28.9;
const LINES = 22;
const MEASURE = 28;
const RED = '#d8201c';

const NARROW = /[\x20-\x7e]/u;
const NO_START = /[，。、；：？！）》〉」』”’〕】]/u;
const NO_END = /[（《〈「『“‘〔【]/u;

const widthOf = (char: string): number => (NARROW.test(char) ? 0.5 : 1);
const emsOf = (chars: readonly string[]): number => chars.reduce((sum, char) => sum + widthOf(char), 0);

/** Cuts a paragraph into lines of so many ems; a sign that may not begin a line hangs over its end. */
export const wrap = (text: string, ems: number, indent: number): string[][] => {
  const lines: string[][] = [[]];
  let used = indent;
  for (const char of text) {
    const width = widthOf(char);
    if (used + width > ems && !NO_START.test(char)) {
      const last = lines.at(-1)!;
      const moved = last.length > 1 && NO_END.test(last.at(-1)!) ? [last.pop()!] : [];
      lines.push(moved);
      used = emsOf(moved);
    }
    lines.at(-1)!.push(char);
    used += width;
  }
  return lines;
};

const setAt = (chars: readonly string[], x: number, y: number, size: number): Sort[] => {
  let at = x;
  return chars.map((char) => {
    const sort = { char, x: at, y, size };
    at += widthOf(char) * size;
    return sort;
  });
};

const blackLine = (sorts: Sort[], font: string, bold = false): SetLine => ({
  sorts,
  font,
  colour: '#161616',
  bold,
});

/** A document on pages as official documents are set: 22 lines of 28 characters of 16 points. */
export const setProse = (source: Source, face: Face): SetPage[] => {
  const pages: { lines: SetLine[]; strokes: SetPage['strokes'][number][]; used: number }[] = [];
  const open = (): (typeof pages)[number] => {
    const last = pages.at(-1);
    if (last && last.used < LINES) return last;
    pages.push({ lines: [], strokes: [], used: 0 });
    return pages.at(-1)!;
  };
  const put = (
    chars: readonly string[],
    place: 'centre' | 'right' | number,
    size = SIZE,
    heading = false,
  ): void => {
    const page = open();
    const width = emsOf(chars) * size;
    const measure = MEASURE * SIZE;
    const x =
      place === 'centre'
        ? LEFT + (measure - width) / 2
        : place === 'right'
          ? LEFT + measure - width - 4 * SIZE
          : place;
    const y = TOP + page.used * PITCH + (size - SIZE) / 2;
    page.lines.push(blackLine(setAt(chars, x, y, size), heading ? face.heading : face.body, heading));
    page.used += 1;
  };
  const number = source.lines.find((line) => line.startsWith('= ') && line.includes('〔'));
  const signed = source.lines.find((line) => line.startsWith('> '))?.slice(2);
  if (number && signed) letterhead(open(), `${signed}文件`, number.slice(2), face);
  for (const line of source.lines) {
    if (line === number && signed) continue;
    if (line.startsWith('# ')) for (const part of wrap(line.slice(2), 20, 0)) put(part, 'centre', 22, true);
    else if (line.startsWith('= '))
      for (const part of wrap(line.slice(2), MEASURE, 0)) put(part, 'centre', SIZE, /^= 第/u.test(line));
    else if (line.startsWith('> ')) put([...line.slice(2)], 'right');
    else
      wrap(line, MEASURE, 2).forEach((part, at) => {
        put(part, LEFT + (at === 0 ? 2 * SIZE : 0));
      });
  }
  return pages.map(({ lines, strokes }, at) => ({
    name: `${source.name}-${at + 1}`,
    face,
    lines: [...lines, blackLine(setAt([...`—${at + 1}—`], LEFT + (at % 2 ? 0 : 400), 790, 14), face.body)],
    strokes,
  }));
};

const letterhead = (
  page: { lines: SetLine[]; strokes: SetPage['strokes'][number][]; used: number },
  title: string,
  number: string,
  face: Face,
): void => {
  const size = Math.min(48, 440 / [...title].length);
  const measure = MEASURE * SIZE;
  const x = LEFT + (measure - [...title].length * size) / 2;
  page.lines.push({
    sorts: setAt([...title], x, TOP + 46, size),
    font: 'Noto Serif CJK SC',
    colour: RED,
    bold: true,
  });
  const chars = [...number];
  page.lines.push(
    blackLine(setAt(chars, LEFT + (measure - emsOf(chars) * SIZE) / 2, TOP + 3 * PITCH, SIZE), face.body),
  );
  page.strokes.push([LEFT, TOP + 3 * PITCH + 14, measure, 2, RED]);
  page.used = 5;
};

/** The articles of a document as a ruled table in small print. */
export const setTable = (source: Source, face: Face, size: number): SetPage => {
  const lines: SetLine[] = [];
  const strokes: SetPage['strokes'][number][] = [];
  const columns = [28, 62, 230, 60, 68];
  const lefts = columns.map((_, at) => LEFT + columns.slice(0, at).reduce((sum, width) => sum + width, 0));
  const right = LEFT + columns.reduce((sum, width) => sum + width, 0);
  const title = [
    ...(source.lines.find((line) => line.startsWith('# '))?.slice(2) ?? '附表'),
    ...'条款清理表',
  ];
  const titleSize = Math.min(18, 440 / title.length);
  lines.push(
    blackLine(
      setAt(title, LEFT + (right - LEFT - title.length * titleSize) / 2, TOP - 20, titleSize),
      face.heading,
      true,
    ),
  );
  const pad = 3;
  const pitch = size * 1.35;
  let y = TOP;
  const edges = [y];
  const row = (cells: readonly string[], heading: boolean): boolean => {
    const set = cells.map((cell, at) => wrap(cell, (columns[at]! - 2 * pad - 1) / size, 0));
    const height = Math.max(...set.map((cell) => cell.length)) * pitch + 2 * pad + 2;
    if (y + height > 780) return false;
    set.forEach((cell, column) => {
      const top = y + (height - cell.length * pitch) / 2;
      cell.forEach((chars, at) => {
        const x =
          column === 2 && !heading
            ? lefts[column]! + pad
            : lefts[column]! + (columns[column]! - emsOf(chars) * size) / 2;
        if (chars.length > 0)
          lines.push(
            blackLine(
              setAt(chars, x, top + at * pitch + size, size),
              heading ? face.heading : face.body,
              heading,
            ),
          );
      });
    });
    y += height;
    edges.push(y);
    return true;
  };
  row(['序号', '条款', '内容', '处置方式', '备注'], true);
  const dispositions = ['保留', '修订', '废止'];
  let count = 0;
  for (const line of source.lines) {
    const found =
      /^(第[一二三四五六七八九十百]+条|[（][一二三四五六七八九十]+[）]|[一二三四五六七八九十]+、)[　]?(.+)$/u.exec(
        line,
      );
    if (!found) continue;
    count += 1;
    const year = 2015 + (count % 9);
    const cells = [
      String(count),
      found[1]!,
      found[2]!,
      dispositions[count % 3]!,
      count % 2
        ? `${year}年${(count % 12) + 1}月${(count % 27) + 1}日前完成`
        : `清信〔${year}〕${count * 7}号`,
    ];
    if (!row(cells, false)) break;
  }
  for (const edge of edges) strokes.push([LEFT, edge - 0.25, right - LEFT, 0.5, '#202020']);
  for (const left of [...lefts, right]) strokes.push([left - 0.25, TOP, 0.5, y - TOP, '#202020']);
  return { name: `${source.name}-t${size}`, face, lines, strokes };
};
