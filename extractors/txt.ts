import {
  type Block,
  type Cell,
  FileError,
  type Manuscript,
  MappedText,
  type MetadataField,
} from '../model/index.js';
import { decodeText, decodingNotes } from './encoding.js';
import { withoutRadicals } from './radicals.js';
import { checkLength } from './size.js';
import { type Fragment, partOf, type SourceLine, sourceLines } from './txt/lines.js';
import { goesOn, wrappingOf } from './txt/wrapping.js';

/** A file with a larger share of unreadable characters is no text. */
const MAX_DAMAGE = 0.1;
/** — 3 —, 第3页 共5页: never bare digits, which are as often a row's number. */
const PAGE_NUMBER =
  /^(?:[-—–－―]{1,3}\s*\d{1,4}\s*[-—–－―]{1,3}|第\s*\d{1,4}\s*页(?:[\s,，/]*共\s*\d{1,4}\s*页)?)$/u;

/**
 * Reads a text file: lines to paragraphs, hard-wrapped lines rejoined where that is sure, lines with tabs as the rows
 * of tables. Throws FileError('no-text') for a file of blanks, FileError('corrupt') for one that is no text,
 * FileError('too-large') for one that is longer than any document.
 */
export const readTxt = async (bytes: Uint8Array): Promise<Manuscript> => {
  const decoded = decodeText(bytes);
  checkLength(decoded.text);
  if (decoded.replaced + controlsIn(decoded.text) > MAX_DAMAGE * decoded.text.length)
    throw new FileError('corrupt', '内容不是文字');
  const { metadata, lines } = splitFrontMatter(sourceLines(decoded.text, withoutRadicals));
  const { text, blocks, map } = write(groupsOf(lines));
  if (blocks.length === 0) throw new FileError('no-text');
  return { format: 'txt', text, blocks, metadata, notes: decodingNotes(decoded), sourceMap: map };
};

/** Control characters that no text has. */
const controlsIn = (text: string): number => {
  let count = 0;
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code < 0x20 && !(code >= 0x09 && code <= 0x0d)) count++;
  }
  return count;
};

/** The head that some collections put before a text: name: value lines between two lines of ---. */
const splitFrontMatter = (
  lines: readonly SourceLine[],
): { metadata: MetadataField[]; lines: readonly SourceLine[] } => {
  const end = lines.findIndex((line, index) => index > 0 && line.text === '---');
  const head = lines.slice(1, Math.max(1, end));
  if (lines[0]?.text !== '---' || end < 2 || !head.every((line) => /^(?:[\w-]+:|- )/u.test(line.text)))
    return { metadata: [], lines };
  const metadata = head.flatMap(({ text }): MetadataField[] => {
    const [, name, value] = /^([\w-]+):\s*(.+)$/u.exec(text) ?? [];
    return name && value ? [{ name, value, from: 'meta' }] : [];
  });
  return { metadata, lines: lines.slice(end + 1) };
};

/** Lines that belong together: those of one paragraph, or the rows of one table. */
type Group = { readonly kind: 'paragraph' | 'table'; readonly lines: SourceLine[] };

const groupsOf = (all: readonly SourceLine[]): Group[] => {
  const lines = all.filter((line) => !PAGE_NUMBER.test(line.text));
  const rows = tableRows(lines);
  const wrapping = wrappingOf(lines.filter((line) => !rows.has(line)));
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

/** Puts the groups into one text, a block a paragraph or cell, with the way back to the decoded text. */
const write = (groups: readonly Group[]) => {
  const mapped = new MappedText();
  const blocks: Block[] = [];
  let paragraph = 0;
  let table = -1;
  const add = (fragments: readonly Fragment[], block: Omit<Block, 'span' | 'paragraph'>): void => {
    if (fragments.length === 0) return;
    if (mapped.length > 0) mapped.generate('\n');
    const start = mapped.length;
    for (const { text, source, kept } of fragments) {
      if (kept) mapped.keep(text, source);
      else mapped.generate(text);
    }
    blocks.push({ ...block, paragraph, span: { start, end: mapped.length } });
  };
  for (const { kind, lines } of groups) {
    if (kind === 'table') table++;
    if (kind === 'paragraph') {
      paragraph++;
      add(...paragraphOf(lines));
      continue;
    }
    lines.forEach((line, row) => {
      paragraph++;
      for (const { fragments, column } of cellsOf(line)) {
        const cell: Cell = { table, row, column, rowSpan: 1, columnSpan: 1 };
        add(fragments, { kind: 'cell', cell });
      }
    });
  }
  return { ...mapped.build(), blocks };
};

/** The fragments of a paragraph's lines and how it stands. Marks of a heading as in Markdown are not part of it. */
const paragraphOf = (
  lines: readonly SourceLine[],
): [readonly Fragment[], Omit<Block, 'span' | 'paragraph'>] => {
  const first = lines[0]!;
  const heading = lines.length === 1 ? HEADING.exec(first.text) : null;
  if (heading) {
    const attributes = ATTRIBUTES.exec(first.text);
    const end = attributes?.index ?? first.text.length;
    const centred = attributes?.[0].includes('align=center') ? { align: 'center' as const } : {};
    const fragments = partOf(first.fragments, heading[0].length, end);
    return [fragments, { kind: 'paragraph', headingLevel: heading[1]!.length, ...centred }];
  }
  const fragments = lines.flatMap((line, index) => [...spaceBefore(lines[index - 1], line), ...bare(line)]);
  // Blank space before a short line puts it in the middle or, with more of it, to the right.
  const align = first.indent >= 30 ? 'right' : first.indent >= 10 ? 'center' : null;
  return [fragments, { kind: 'paragraph', ...(align && lines.length === 1 ? { align } : {}) }];
};

/** A line that is no row needs no tabs at its ends. */
const bare = (line: SourceLine): readonly Fragment[] => {
  const start = line.text.length - line.text.trimStart().length;
  return partOf(line.fragments, start, start + line.text.trim().length);
};

/** Latin words need a space where two lines are joined, Chinese does not. */
const spaceBefore = (before: SourceLine | undefined, line: SourceLine): Fragment[] =>
  before && /[A-Za-z0-9,.;]$/u.test(before.text) && /^[A-Za-z]/u.test(line.text)
    ? [{ text: ' ', source: 0, kept: false }]
    : [];

/** The cells of a row that have text. */
const cellsOf = (line: SourceLine): { fragments: Fragment[]; column: number }[] => {
  let at = 0;
  return line.text.split('\t').flatMap((cell, column) => {
    const start = at + cell.length - cell.trimStart().length;
    at += cell.length + 1;
    const text = cell.trim();
    return text ? [{ fragments: partOf(line.fragments, start, start + text.length), column }] : [];
  });
};
