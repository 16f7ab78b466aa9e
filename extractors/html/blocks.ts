import { type Block, MappedText, type OffsetMap } from '../../model/index.js';
import type { Line } from './lines.js';

/** A text that begins with a number of its own: no break before it is an accident. */
const NUMBERED =
  /^(?:第\s?[零〇一二三四五六七八九十百千\d]{1,7}\s?[编章节条款项]|[（(]?[一二三四五六七八九十百]{1,4}[、．.）)]|[（(]?\d{1,3}[、．.）)]|[①-⑳㈠-㈩⒈-⒛]|附[件表：:])/u;
const SENTENCE_END = /[。；;：:！？!?”》）)…]$/u;
/** Lines as long as this, all about the same, were broken by whoever typed them, not by the paragraph's end. */
const WRAPPED_FROM = 26;
const WRAPPED_TO = 90;
const LATIN_EDGE = /[A-Za-z0-9]$/u;

export interface BlockText {
  readonly text: string;
  readonly blocks: readonly Block[];
  readonly sourceMap: OffsetMap;
}

/** Lines to paragraphs and cells, one '\n' between two of them, with the way back to the source. */
export const blocksOf = (lines: readonly Line[]): BlockText => {
  const text = new MappedText();
  const blocks: Block[] = [];
  const longest = longestByBlock(lines);
  for (let from = 0; from < lines.length; ) {
    const to = endOfBlock(lines, from, longest);
    if (blocks.length > 0) text.generate('\n');
    blocks.push(writeBlock(text, lines.slice(from, to), blocks.length + 1));
    from = to;
  }
  const built = text.build();
  return { text: built.text, blocks, sourceMap: built.map };
};

const longestByBlock = (lines: readonly Line[]): ReadonlyMap<Line['block'], number> => {
  const longest = new Map<Line['block'], number>();
  for (const line of lines) longest.set(line.block, Math.max(longest.get(line.block) ?? 0, line.text.length));
  return longest;
};

const endOfBlock = (
  lines: readonly Line[],
  from: number,
  longest: ReadonlyMap<Line['block'], number>,
): number => {
  let to = from + 1;
  while (to < lines.length) {
    const [before, line] = [lines[to - 1]!, lines[to]!];
    const sameCell = line.cell !== undefined && line.cell === before.cell;
    if (!sameCell && !isWrapped(before, line, longest.get(line.block) ?? 0)) break;
    to++;
  }
  return to;
};

/** True when a <br> stands inside of a paragraph: the line before it is full and its sentence goes on. */
const isWrapped = (before: Line, line: Line, longest: number): boolean =>
  line.afterBreak &&
  before.block === line.block &&
  !line.cell &&
  !line.indented &&
  !line.numbering &&
  before.align !== 'center' &&
  before.align !== 'right' &&
  before.text.length >= Math.max(WRAPPED_FROM, longest * 0.8) &&
  longest <= WRAPPED_TO &&
  !SENTENCE_END.test(before.text) &&
  !NUMBERED.test(line.text);

const writeBlock = (text: MappedText, lines: readonly Line[], paragraph: number): Block => {
  const [first] = lines as readonly [Line];
  const start = text.length;
  if (first.numbering && !NUMBERED.test(first.text)) text.generate(first.numbering);
  const numbered = text.length;
  lines.forEach((line, i) => {
    const before = lines[i - 1];
    if (before && line.cell) text.generate('\n');
    else if (before && LATIN_EDGE.test(before.text) && /^[A-Za-z0-9]/u.test(line.text)) text.generate(' ');
    for (const run of line.runs) text.keep(run.text, run.source);
  });
  return {
    kind: first.cell ? 'cell' : 'paragraph',
    span: { start, end: text.length },
    paragraph,
    ...(first.align ? { align: first.align } : {}),
    ...(first.headingLevel ? { headingLevel: first.headingLevel } : {}),
    ...(first.fontSize ? { fontSize: first.fontSize } : {}),
    ...(lines.every((line) => line.bold) ? { bold: true } : {}),
    ...(numbered > start ? { numbering: { start, end: numbered } } : {}),
    ...(first.cell ? { cell: first.cell } : {}),
  };
};
