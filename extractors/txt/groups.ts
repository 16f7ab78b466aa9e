import { type Fragment, partOf, type SourceLine } from './lines.js';
import { goesOn, type Wrapping, wrappingOf } from './wrapping.js';
import { type Look, type SourceCell, spaceBefore } from './writer.js';

/** — 3 —, 第3页 共5页: never bare digits, which are as often a row's number. */
const PAGE_NUMBER =
  /^(?:[-—–－―]{1,3}\s*\d{1,4}\s*[-—–－―]{1,3}|第\s*\d{1,4}\s*页(?:[\s,，/]*共\s*\d{1,4}\s*页)?)$/u;

/** Lines that belong together: those of one paragraph, or the rows of one table. */
export type Group = { readonly kind: 'paragraph' | 'table'; readonly lines: SourceLine[] };

/** Gathers lines of running text and of tables made by tabs; page numbers are left out. */
export const groupsOf = (all: readonly SourceLine[], wrapping: Wrapping = wrappingIn(all)): Group[] => {
  const lines = all.filter((line) => !PAGE_NUMBER.test(line.text));
  const rows = tableRows(lines);
  const groups: Group[] = [];
  for (const line of lines) {
    const last = groups.at(-1);
    const kind = rows.has(line) ? 'table' : 'paragraph';
    const before = last?.lines.at(-1);
    const same = last?.kind === kind && before !== undefined;
    if (same && (kind === 'table' ? sameTable(before, line) : goesOn(before, line, wrapping)))
      last.lines.push(line);
    else groups.push({ kind, lines: [line] });
  }
  return groups;
};

/** How a text breaks its lines, but for those of tables. */
export const wrappingIn = (all: readonly SourceLine[]): Wrapping => {
  const lines = all.filter((line) => !PAGE_NUMBER.test(line.text));
  const rows = tableRows(lines);
  return wrappingOf(lines.filter((line) => !rows.has(line)));
};

const tabsIn = (line: SourceLine): number => line.text.split('\t').length - 1;

/** Rows of one table follow each other or, with blank lines between, have as many columns. */
const sameTable = (before: SourceLine, line: SourceLine): boolean =>
  line.gap === 0 || tabsIn(before) === tabsIn(line);

/** Lines of several cells that have a neighbour like them or columns enough to be a table alone; rows of one cell among them. */
const tableRows = (lines: readonly SourceLine[]): Set<SourceLine> => {
  const rows = new Set<SourceLine>();
  const full = lines.map((line) => line.text.split('\t').filter((cell) => cell.trim()).length >= 2);
  lines.forEach((line, index) => {
    const tabs = tabsIn(line);
    const near = [index - 1, index + 1].filter((i) => lines[i] && tabsIn(lines[i]) === tabs);
    if (
      full[index]
        ? tabs >= 4 || near.some((i) => full[i])
        : tabs >= 2 && near.some((i) => full[i] || rows.has(lines[i]!))
    )
      rows.add(line);
  });
  return rows;
};

const HEADING = /^(#{1,6})\s+/u;
const ATTRIBUTES = /\s?\{[^{}]{0,80}\}$/u;

/** A heading as Markdown marks it, without its marks; null for any other line. */
export const headingOf = (line: SourceLine): readonly [readonly Fragment[], Look] | null => {
  const heading = HEADING.exec(line.text);
  if (!heading) return null;
  const attributes = ATTRIBUTES.exec(line.text);
  const end = attributes?.index ?? line.text.length;
  const centred = attributes?.[0].includes('align=center') ? { align: 'center' as const } : {};
  return [partOf(line.fragments, heading[0].length, end), { headingLevel: heading[1]!.length, ...centred }];
};

/** The fragments of a paragraph's lines and how it stands. */
export const paragraphOf = (lines: readonly SourceLine[]): readonly [readonly Fragment[], Look] => {
  const first = lines[0]!;
  const fragments = lines.flatMap((line, index) => [...spaceBefore(lines[index - 1], line), ...bare(line)]);
  // Blank space before a short line puts it in the middle or, with more of it, to the right.
  const align = first.indent >= 30 ? 'right' : first.indent >= 10 ? 'center' : null;
  return [fragments, align && lines.length === 1 ? { align } : {}];
};

/** A line that is no row needs no tabs at its ends. */
const bare = (line: SourceLine): readonly Fragment[] => {
  const start = line.text.length - line.text.trimStart().length;
  return partOf(line.fragments, start, start + line.text.trim().length);
};

/** The cells of a row that have text. */
export const cellsOf = (line: SourceLine): SourceCell[] => {
  let at = 0;
  return line.text.split('\t').flatMap((cell, column) => {
    const start = at + cell.length - cell.trimStart().length;
    at += cell.length + 1;
    const text = cell.trim();
    return text ? [{ fragments: partOf(line.fragments, start, start + text.length), column }] : [];
  });
};
