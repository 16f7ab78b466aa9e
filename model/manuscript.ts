import type { OffsetMap } from './offset-map.js';
import type { Span } from './span.js';

/** The formats an extractor exists for. */
export type SupportedFormat =
  | 'docx'
  | 'doc'
  | 'pdf'
  | 'ofd'
  | 'html'
  | 'txt'
  | 'rtf'
  | 'xls'
  | 'xlsx'
  | 'mht'
  | 'image'
  | 'pptx'
  | 'md'
  | 'eml'
  | 'msg'
  | 'wps'
  | 'ppt'
  | 'odt'
  | 'ods'
  | 'odp';

/** Formats whose tables are sheets: data in cells, never running text laid out in a table. */
export const isSpreadsheet = (format: FileFormat): boolean => ['xls', 'xlsx', 'ods'].includes(format);

/** What a file is by its content. Formats outside SupportedFormat are recognised in order to be named to the user. */
export type FileFormat =
  | SupportedFormat
  | 'zip'
  | 'rar'
  | '7z'
  | 'gz'
  | 'bz2'
  | 'xz'
  | 'tar'
  | 'xml'
  | 'unknown';

/** A rectangle on a page in points (1/72 inch), origin top left. */
export interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** Where a table cell stands; row and column count from 0, spans from 1. */
export interface Cell {
  /** The table's number in the file, from 0. */
  readonly table: number;
  readonly row: number;
  readonly column: number;
  readonly rowSpan: number;
  readonly columnSpan: number;
}

export type BlockKind = 'paragraph' | 'cell' | 'footnote' | 'textbox';

/**
 * One paragraph of a file, in reading order. A table is a run of `cell` blocks, row by row; a cell of
 * several paragraphs is one block whose text keeps the line breaks.
 */
export interface Block {
  readonly kind: BlockKind;
  /** In Manuscript.text. Blocks do not overlap; exactly one '\n' stands between two of them. */
  readonly span: Span;
  /** The paragraph's number in the source, from 1, as a person counts them. */
  readonly paragraph: number;
  /** From 1; absent for formats without pages. In a file without pages, the picture that the block was recognised in. */
  readonly page?: number;
  readonly box?: Box;
  readonly align?: 'left' | 'center' | 'right';
  /** 1 for the top heading style or <h1>; absent for body text. */
  readonly headingLevel?: number;
  /** In points. */
  readonly fontSize?: number;
  readonly bold?: boolean;
  /** On a sheet of a workbook that is not shown. */
  readonly hidden?: boolean;
  /** The automatic number that stands at the block's start and is not in the source's text. */
  readonly numbering?: Span;
  readonly cell?: Cell;
}

/** A label and value that stood outside the running text: a metadata table, <meta> elements, document properties. */
export interface MetadataField {
  /** As it stands there: 索引号, 发文机关, 成文日期, 文号, ArticleTitle, PubDate … */
  readonly name: string;
  readonly value: string;
  readonly from: 'table' | 'meta' | 'properties';
}

/** Something the user should know about how a file was read, such as "修订痕迹按已接受处理". */
export interface ReadingNote {
  readonly code: string;
  readonly message: string;
}

/** Where a line of print, or the part of it between two wide gaps, stands. */
export interface TextLine {
  /** In Manuscript.text; blanks and line breaks that joining added may stand inside. */
  readonly span: Span;
  readonly page: number;
  /** On the page as it is read, upright. */
  readonly box: Box;
}

/** A line that was recognised from pixels, so that a reviewer can see the doubtful ones. */
export interface RecognisedLine extends TextLine {
  /** Mean over the line's characters, 0 … 1. */
  readonly confidence: number;
  /** The characters that the recogniser is not sure of, as spans in Manuscript.text. */
  readonly doubtful: readonly Span[];
}

/** How a page was set upright to be read: first turned, then levelled. All boxes on it are those of the upright page. */
export interface PageTurn {
  readonly page: number;
  /** Clockwise degrees by which the page as it is displayed was turned. */
  readonly quarter: 0 | 90 | 180 | 270;
  /** Degrees by which its lines then fell to the right; the page was rotated about its middle to level them. */
  readonly slant: number;
}

/** A recognised passage that a rule of the domain has mended. */
export interface Repair {
  /** The mended passage in Manuscript.text. */
  readonly span: Span;
  /** What was recognised. */
  readonly original: string;
  /** The rule's id: document-number-brackets, document-number-digits, article-sequence, heading-sequence, date-digits. */
  readonly rule: string;
}

/** What an extractor makes of a file: its text in reading order, cut into blocks that lead back to their place. */
export interface Manuscript {
  readonly format: SupportedFormat;
  readonly text: string;
  readonly blocks: readonly Block[];
  readonly metadata: readonly MetadataField[];
  readonly notes: readonly ReadingNote[];
  /** Number of pages, for formats that have them. */
  readonly pages?: number;
  /**
   * Leads from offsets in `text` to offsets in the decoded source text (txt, html). For docx, doc and pdf
   * the place is the block's page, paragraph and box.
   */
  readonly sourceMap?: OffsetMap;
  /** For formats with pages: the lines that were not recognised from pixels, in the order of the text. */
  readonly lines?: readonly TextLine[];
  /** The pages that were not upright; absent where all were. */
  readonly turns?: readonly PageTurn[];
  /** For pages that were recognised from pixels (OCR): their lines in reading order. */
  readonly recognised?: readonly RecognisedLine[];
  /** Repairs of recognised text, in order. */
  readonly repairs?: readonly Repair[];
}

/** The block that holds an offset of the manuscript's text; the break after a block belongs to it. */
export const blockAt = (manuscript: Manuscript, offset: number): Block | undefined => {
  const { blocks } = manuscript;
  let low = 0;
  let high = blocks.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (blocks[middle]!.span.start <= offset) low = middle;
    else high = middle - 1;
  }
  return blocks[low];
};
