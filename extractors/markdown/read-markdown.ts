import { FileError, type Manuscript, type ReadingNote } from '../../model/index.js';
import { decodingNotes } from '../encoding.js';
import { withoutRadicals } from '../radicals.js';
import { decodeSource } from '../txt/decode.js';
import { splitFrontMatter } from '../txt/front-matter.js';
import { cellsOf, groupsOf, headingOf, paragraphOf, wrappingIn } from '../txt/groups.js';
import { type SourceLine, sourceLines } from '../txt/lines.js';
import type { Wrapping } from '../txt/wrapping.js';
import { SourceWriter } from '../txt/writer.js';
import { withoutComments } from './comments.js';
import { cut, withoutMarks } from './inline.js';
import { Lists } from './lists.js';
import { pipeCells, tableLength } from './table.js';

/** Rules between parts, fences of code and edges of boxes, targets of links, contents made by programs, headings without words. */
const SIGNS =
  /^(?:(?:[-*_]\s?){3,80}|[`~]{3,20}\s?[\w+-]{0,30}|\[[^\][]{1,100}\]:\s{0,3}<?(?:https?:|mailto:|[/#.])\S{0,1000}.{0,200}|\[?\[toc\]\]?|:{3,20}.{0,100}|#{1,6})$/iu;
const UNDERLINE = /^(?:=+|-{2,})$/u;
const QUOTE = /^(?:>\s?){1,20}/u;
const CLOSING_HASHES = /\s#{1,6}$/u;
/** Dashes below a longer line, or below a sentence, are a rule under a paragraph. */
const LONGEST_HEADING = 60;

/**
 * Reads Markdown (CommonMark with pipe tables): headings by their level, lists numbered as they are shown, tables as
 * cells, without marks of emphasis, links and comments; front matter is metadata. Lines are joined where that is sure,
 * as in plain text: a page would run all lines of a paragraph together, but such lines are often paragraphs.
 * Throws FileError: corrupt, no-text.
 */
export const readMarkdown = async (bytes: Uint8Array): Promise<Manuscript> => {
  const decoded = decodeSource(bytes);
  const { metadata, lines } = splitFrontMatter(sourceLines(withoutComments(decoded.text), withoutRadicals));
  const reader = new MarkdownReader(wrappingIn(lines));
  reader.read(lines);
  const { text, blocks, map } = reader.writer.build();
  if (blocks.length === 0) throw new FileError('no-text');
  const notes = [...decodingNotes(decoded), ...picturesNote(reader.pictures)];
  return { format: 'md', text, blocks, metadata, notes, sourceMap: map };
};

const picturesNote = (count: number): ReadingNote[] =>
  count > 0 ? [{ code: 'pictures', message: `文件含图片${count}幅，图片中的文字未读入` }] : [];

/** Goes through the lines once; running text is gathered until something else comes. */
class MarkdownReader {
  readonly writer = new SourceWriter();
  pictures = 0;
  readonly #wrapping: Wrapping;
  readonly #lists = new Lists();
  #running: SourceLine[] = [];
  #numberLength = 0;

  constructor(wrapping: Wrapping) {
    this.#wrapping = wrapping;
  }

  read(lines: readonly SourceLine[]): void {
    for (let at = 0; at < lines.length; at++) {
      const line = unquoted(lines[at]!);
      const rows = tableLength(lines, at);
      if (rows > 0) {
        this.#flush();
        const table = lines.slice(at, at + rows).filter((_, row) => row !== 1);
        this.writer.table(table.map(pipeCells));
        at += rows - 1;
        continue;
      }
      const level = underlinedLevel(line, lines[at + 1]);
      if (level > 0) {
        this.#flush();
        this.writer.paragraph(paragraphOf([this.#shown(line)])[0], { headingLevel: level });
        at++;
      } else if (SIGNS.test(line.text)) this.#flush();
      else this.#line(line);
    }
    this.#flush();
  }

  #line(line: SourceLine): void {
    if (headingOf(line)) {
      this.#flush();
      const hashes = CLOSING_HASHES.exec(line.text);
      const open = hashes ? cut(line, [[hashes.index, line.text.length]]) : line;
      const heading = headingOf(this.#shown(open));
      if (heading) this.writer.paragraph(...heading);
      return;
    }
    const item = this.#lists.read(line);
    if (item) this.#flush();
    if (item) this.#numberLength = item.numberLength;
    this.#running.push(this.#shown(item?.line ?? line));
  }

  #shown(line: SourceLine): SourceLine {
    const { line: shown, pictures } = withoutMarks(line);
    this.pictures += pictures;
    return shown;
  }

  /** Writes what has been gathered; a number counts for the first paragraph of it. */
  #flush(): void {
    const filled = this.#running.filter(({ text }) => text.trim() !== '');
    for (const { kind, lines } of groupsOf(filled, this.#wrapping)) {
      if (kind === 'table') this.writer.table(lines.map(cellsOf));
      else this.writer.paragraph(...paragraphOf(lines), this.#numberLength);
      this.#numberLength = 0;
    }
    this.#running = [];
    this.#numberLength = 0;
  }
}

const unquoted = (line: SourceLine): SourceLine => {
  const quote = QUOTE.exec(line.text);
  return quote ? cut(line, [[0, quote[0].length]]) : line;
};

/** 1 above a line of =, 2 above a line of -, else 0. */
const underlinedLevel = (line: SourceLine, below: SourceLine | undefined): number => {
  if (below?.gap !== 0 || !UNDERLINE.test(below.text) || SIGNS.test(line.text) || headingOf(line)) return 0;
  if (below.text.startsWith('=')) return 1;
  return line.text.length <= LONGEST_HEADING && !/[。；：，]$/u.test(line.text) ? 2 : 0;
};
