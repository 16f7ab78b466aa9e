import { type Block, isSpreadsheet, type Manuscript, type Span } from '../../model/index.js';
import { type Mark, markOf } from './marks.js';

/** One line of a manuscript as the segmenter sees it: a block, or the part of one that begins with a number. */
export interface Line {
  readonly span: Span;
  /** Without white space at the ends. */
  readonly text: string;
  /** Without any white space: what patterns of titles and dates look at. */
  readonly tight: string;
  readonly mark: Mark | null;
  readonly block: Block;
  /** A cell of a spreadsheet or of a ledger's form: data, never a title or running text laid out in a table. */
  readonly data: boolean;
  /** A second copy of the text above it was left out before it. */
  readonly resumes?: boolean;
}

/** Where an article begins in the middle of a block: after the end of a sentence, and set off by a space. */
const INLINE_ARTICLE = /[。；：:！？”）\s](第\s?[零〇一二三四五六七八九十百]{1,6}\s?[条章][\s　])/gu;
const INLINE_HEADING =
  /[。；！？][\s　]{0,4}((?:[一二三四五六七八九十]{1,3}、|（[一二三四五六七八九十]{1,3}）))/gu;

/** 第一章　总则第一条　…: a chapter's title and its first article run together. */
const CHAPTER_AND_ARTICLE =
  /^(\s{0,8}第\s?[一二三四五六七八九十百]{1,5}\s?[编章节][^。；，：第]{1,24})第\s?[一二三四五六七八九十百]{1,6}\s?条[\s　]/u;

/** Cuts a manuscript into lines, in order. Empty lines are dropped. The tables of these numbers hold data. */
export const linesOf = (manuscript: Manuscript, dataTables: ReadonlySet<number>): Line[] => {
  const lines: Line[] = [];
  const sheet = isSpreadsheet(manuscript.format);
  for (const block of manuscript.blocks) {
    const data = block.cell !== undefined && (sheet || dataTables.has(block.cell.table));
    for (const span of spansOf(manuscript.text, block)) {
      const line = toLine(manuscript.text, span, block, data);
      if (line) lines.push(line);
    }
  }
  return lines;
};

const spansOf = (text: string, block: Block): readonly Span[] => {
  const { start, end } = block.span;
  const body = text.slice(start, end);
  const cuts: number[] = [];
  for (let at = body.indexOf('\n'); at >= 0; at = body.indexOf('\n', at + 1)) cuts.push(at + 1);
  const headed = CHAPTER_AND_ARTICLE.exec(body);
  if (headed) cuts.push(headed[1]!.length);
  if (body.length > 60) {
    for (const at of inlineStarts(body, INLINE_ARTICLE)) cuts.push(at);
    for (const at of inlineStarts(body, INLINE_HEADING)) cuts.push(at);
  }
  if (!cuts.length) return [block.span];
  const edges = [0, ...[...new Set(cuts)].sort((a, b) => a - b), body.length];
  return edges.slice(1).map((edge, i) => ({ start: start + edges[i]!, end: start + edge }));
};

/** Numbers inside a block count only when they follow each other: a lone one is a reference or a list in a sentence. */
const inlineStarts = (body: string, pattern: RegExp): number[] => {
  const found: { at: number; mark: Mark }[] = [];
  for (const match of body.matchAll(pattern)) {
    const at = match.index + match[0].length - match[1]!.length;
    const mark = markOf(body.slice(at, at + 40));
    if (mark) found.push({ at, mark });
  }
  if (!found.length) return [];
  const first = markOf(body.trimStart().slice(0, 40));
  return found
    .filter(({ mark }, i) => {
      const before = i > 0 ? found[i - 1]!.mark : first;
      const after = found[i + 1]?.mark;
      const follows = (a: Mark | null | undefined, b: Mark | null | undefined) =>
        !!a && !!b && a.kind === b.kind && b.value === a.value + 1;
      return follows(before, mark) || follows(mark, after) || (mark.kind === 'chapter' && mark.value > 0);
    })
    .map(({ at }) => at);
};

const toLine = (text: string, span: Span, block: Block, data: boolean): Line | null => {
  const raw = text.slice(span.start, span.end);
  const trimmed = raw.trim();
  if (!trimmed) return null;
  const start = span.start + raw.indexOf(trimmed[0]!);
  return {
    span: { start, end: start + trimmed.length },
    text: trimmed,
    tight: /\s/u.test(trimmed) ? trimmed.replace(/\s+/gu, '') : trimmed,
    mark: numberingMark(text, block, start) ?? markOf(trimmed),
    block,
    data,
  };
};

/** An automatic number is a number for certain, whatever words follow it. */
const numberingMark = (text: string, block: Block, start: number): Mark | null => {
  if (!block.numbering || block.numbering.start !== start) return null;
  const mark = markOf(`${text.slice(block.numbering.start, block.numbering.end).trim()} `);
  return mark && { ...mark, length: block.numbering.end - start };
};
