import type { Block, Manuscript } from '../../model/index.js';
import { findDates } from '../segment/dates.js';
import type { GridRow } from './grid.js';
import { isNote, isSigned, isTitle, isUnitLine } from './lines.js';
import { saysNothing } from './values.js';

/** What the lines around a ledger's table say, and how far they reach. */
export interface Surroundings {
  readonly unit: string;
  readonly date: string | null;
  readonly nothing: boolean;
  /** Indices of the manuscript's blocks: of the title line, and of the last note. */
  readonly first: number;
  readonly last: number;
}

/** Lines of the form above its table: attachment number, title, unit, date. */
const MOST_LINES_ABOVE = 6;
const LONGEST_LINE = 80;
/** Lines below: notes, who filled it in, colours. */
const MOST_LINES_BELOW = 20;

const UNIT_VALUE =
  /(?:单\s*位|部\s*门)(?:名称)?\s*(?:[（(]\s*(?:加盖|盖)?公?章\s*[）)])?\s*[：:；;]?\s*(.*)$/su;
const DATE =
  /填\s*[报表]\s*(?:日\s*期|时\s*间)|^(?:日期|时间)[：:]|^[\s\d０-９二〇零一三四五六七八九十]*年[\s\d０-９一二三四五六七八九十]*月[\s\d０-９一二三四五六七八九十]*日?\s*$/u;
const ATTACHMENT = /^附\s*[件表]\s*[一二三四五六七八九十\d０-９]{0,3}\s*[：:]?$/u;

/** Looks above and below the table of blocks `first` to `last`; `head` are the table's rows above its headings. */
export const surroundingsOf = (
  { text, blocks }: Manuscript,
  table: { readonly first: number; readonly last: number; readonly inner: boolean },
  head: readonly GridRow[],
): Surroundings => {
  const wordsOf = (block: Block): string => text.slice(block.span.start, block.span.end).trim();
  let { first, last } = table;
  const above: string[] = [];
  while (!table.inner && first > 0 && above.length < MOST_LINES_ABOVE) {
    const before = blocks[first - 1]!;
    const words = wordsOf(before);
    if (before.cell || !isAbove(words)) break;
    above.unshift(words);
    first--;
  }
  const below: string[] = [];
  while (last + 1 < blocks.length && below.length < MOST_LINES_BELOW) {
    const after = blocks[last + 1]!;
    const words = wordsOf(after);
    if (after.cell || !(isBelow(words) || goesOnFrom(below.at(-1), words))) break;
    below.push(words);
    last++;
  }
  const inTable = head.map(({ own }) => own.map((cell) => cell.text));
  const lines = [...above.map((line) => [line]), ...inTable];
  const signed = below.filter((line) => !isNote(line));
  /** A workbook with a sheet a unit names them on the sheets. */
  const namedAbove = (block: Block | undefined): string =>
    block?.headingLevel === 1 && isUnitName(wordsOf(block)) ? wordsOf(block) : '';
  return {
    unit: unitOf(lines) || unitOf(signed.map((line) => [line])) || namedAbove(blocks[first - 1]),
    date: dateOf([...lines.flat(), ...signed]),
    nothing: [...lines.flat(), ...signed].some(saysNothing),
    first,
    last,
  };
};

const isAbove = (words: string): boolean =>
  words.length <= LONGEST_LINE &&
  (isTitle(words) ||
    isUnitLine(words) ||
    DATE.test(words) ||
    ATTACHMENT.test(words) ||
    isDate(words) ||
    saysNothing(words));

/** The rest of a note that a page's margin has broken. */
const goesOnFrom = (before: string | undefined, words: string): boolean =>
  before !== undefined && isNote(before) && !/[。；]$/u.test(before) && words.length <= LONGEST_LINE;

const isBelow = (words: string): boolean =>
  isNote(words) ||
  isSigned(words) ||
  isUnitLine(words) ||
  isDate(words) ||
  saysNothing(words) ||
  // The number of an empty row.
  /^\d{1,3}$/u.test(words);

const isDate = (words: string): boolean => words.length <= 20 && findDates(tight(words)).length > 0;

const tight = (words: string): string => words.replace(/\s+/gu, '');

const isUnitName = (words: string): boolean =>
  /^(?!关于)[\p{L}（）()]{1,39}[局委办厅院会府处所队心校司社部区县市镇乡]$/u.test(words);

/** The unit as a line names it, or the cell behind 填报单位; else the name in front of the title. */
export const unitOf = (lines: readonly (readonly string[])[]): string => {
  for (const cells of lines)
    for (const [at, words] of cells.entries()) {
      if (!isUnitLine(words)) continue;
      const value = nameIn(UNIT_VALUE.exec(words)?.[1] ?? '') || nameIn(cells[at + 1] ?? '');
      if (value) return value;
    }
  for (const words of lines.flat()) {
    const named = /^(?:附件\s*\d*\s*[：:]?\s*)?([\p{L}（）()]{4,40}?)(?:单位)?失信约束措施/u.exec(
      tight(words),
    )?.[1];
    if (named && isUnitName(named)) return named;
  }
  return '';
};

/** A name without what may stand behind it in the same line: the day, and blanks for the pen. */
const nameIn = (value: string): string => {
  const line = value.split('\n')[0]!;
  const name = line
    .replace(/\s{2,}.*$/su, '')
    .replace(/(?:填\s*[报表]|日\s*期|时\s*间|联系|[12２１][\d０-９]{3}\s*年|[＿_]{2}).*$/su, '')
    .trim();
  return /\p{L}{2}/u.test(name) && !/^年?\s*月/u.test(name) ? name : '';
};

const dateOf = (lines: readonly string[]): string | null => {
  for (const words of lines) {
    const found = findDates(tight(words))[0];
    if (found) return found.date;
  }
  return null;
};
