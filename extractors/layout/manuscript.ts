import { type Block, FileError, type Manuscript } from '../../model/index.js';
import { type ReadText, repaired } from '../ocr/repair.js';
import { withoutFurniture } from './furniture.js';
import { layOut } from './layout.js';
import type { PageContent } from './page.js';
import { type Draft, draftsOf } from './paragraphs.js';
import { recognitionNotes } from './recognised.js';
import { placeLines } from './text-lines.js';
import { notesOf, type Verdict, verdictOf } from './verdict.js';

/** In a whole file. */
export const MAX_CHARACTERS = 10_000_000;
/** More than any real page holds; a page beyond it is hostile. */
export const MAX_PAGE_CHARACTERS = 200_000;

/** Pages of one document as they stand in a file; null for a page that can not be loaded. */
export type DocumentPages = readonly (PageContent | null)[];

/** The part of a manuscript that pages give; the format and what else a file says are the reader's. */
export type PagesText = Pick<
  Manuscript,
  'text' | 'blocks' | 'notes' | 'lines' | 'turns' | 'recognised' | 'repairs'
> & {
  readonly pages: number;
};

/**
 * The text of the documents of a file: characters to lines, lines in reading order, page furniture removed, lines
 * joined to paragraphs. Margins, furniture and paragraphs are each document's own; pages are numbered through the file.
 * Throws FileError: needs-ocr (no or no usable text), corrupt (no page could be loaded), no-text.
 */
export const textOfPages = (documents: readonly DocumentPages[]): PagesText => {
  const judged = documents.map((pages) => pages.map((page) => ({ page, verdict: verdictOf(page) })));
  const verdicts = judged.flat().map(({ verdict }) => verdict);
  const count = verdicts.length;
  if (!verdicts.includes('text')) refuse(verdicts);
  const drafts = judged.map((pages) => {
    const layouts = pages.flatMap(({ page, verdict }) =>
      page && verdict !== 'garbage' ? [layOut(page, verdict !== 'image' && verdict !== 'wordless')] : [],
    );
    return draftsOf(withoutFurniture(layouts));
  });
  const { text, blocks, lines, recognised, repairs } = repaired(assemble(withTablesNumbered(drafts)));
  if (!text.trim()) throw new FileError('no-text', `共${count}页`);
  const read = documents.flat().filter((page) => page !== null);
  const turns = read.flatMap(({ number, turn }) => (turn ? [{ page: number, ...turn }] : []));
  return {
    text,
    blocks,
    notes: [...notesOf(verdicts), ...recognitionNotes(recognised, read)],
    pages: count,
    ...(lines.length > 0 && { lines }),
    ...(turns.length > 0 && { turns }),
    ...(recognised.length > 0 && { recognised, repairs }),
  };
};

const refuse = (verdicts: readonly Verdict[]): never => {
  const count = verdicts.length;
  if (verdicts.includes('garbage')) throw new FileError('needs-ocr', `共${count}页，文字层的字符无法辨认`);
  if (verdicts.includes('image')) throw new FileError('needs-ocr', `共${count}页`);
  if (verdicts.includes('wordless')) throw new FileError('no-text', `共${count}页，图像中没有识别出文字`);
  if (verdicts.includes('broken')) throw new FileError('corrupt', `共${count}页，页面无法打开`);
  throw new FileError('no-text', `共${count}页`);
};

/** One after the other, the tables numbered through all of them. */
const withTablesNumbered = (documents: readonly (readonly Draft[])[]): Draft[] => {
  let first = 0;
  return documents.flatMap((drafts) => {
    const moved = drafts.map((draft) =>
      draft.cell ? { ...draft, cell: { ...draft.cell, table: first + draft.cell.table } } : draft,
    );
    first = moved.reduce((next, { cell }) => Math.max(next, (cell?.table ?? -1) + 1), first);
    return moved;
  });
};

const assemble = (drafts: readonly Draft[]): ReadText => {
  const blocks: Block[] = [];
  const lines: ReadText['lines'][number][] = [];
  const recognised: ReadText['recognised'][number][] = [];
  let text = '';
  drafts.forEach(({ text: own, lines: printed, ...block }, index) => {
    if (index > 0) text += '\n';
    const start = text.length;
    text += own;
    blocks.push({ ...block, paragraph: index + 1, span: { start, end: text.length } });
    const placed = placeLines(printed, own, start);
    for (const line of placed.lines) lines.push(line);
    for (const line of placed.recognised) recognised.push(line);
  });
  return { text, blocks, lines, recognised };
};
