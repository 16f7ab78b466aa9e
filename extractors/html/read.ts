import { FileError, type Manuscript, type MetadataField, type ReadingNote } from '../../model/index.js';
import { decodeText, decodingNotes } from '../encoding.js';
import { blocksOf } from './blocks.js';
import { isProse } from './boilerplate.js';
import { declaredCharset } from './charset.js';
import { type Document, elementsOf, parseHtml } from './dom.js';
import { findHeadline } from './headline.js';
import { isFragment, type Line, linesOf } from './lines.js';
import { findMainContent } from './main-content.js';
import { readMarkdown } from './markdown.js';
import { metaFields, pageFacts } from './metadata.js';

/** A page that shows less running text than this may hold its document in an element that a script reveals. */
const LITTLE_TEXT = 100;

/**
 * Reads a web page: its document without menus and footers, its displayed headline first, the facts that stand
 * around it as metadata. `sourceMap` leads into the decoded source; of a character written as an entity it gives
 * the place of the ampersand. Throws FileError('no-text') for a page that shows no text.
 */
export const readHtml = async (bytes: Uint8Array): Promise<Manuscript> => {
  const decoded = decodeText(bytes, declaredCharset(bytes));
  const document = parseHtml(decoded.text);
  const { lines: shown, notes } = shownLines(document);
  const { lines, fields } = isFragment(document) ? readMarkdown(shown) : { lines: shown, fields: [] };
  if (lines.length === 0) throw new FileError('no-text', emptyDetail(document));
  const meta = [...metaFields(document), ...fields];
  const chosen = chooseLines(lines, document, meta);
  return {
    format: 'html',
    ...blocksOf(chosen.lines),
    metadata: [...chosen.fields, ...meta],
    notes: [...decodingNotes(decoded), ...notes],
  };
};

const proseChars = (lines: readonly Line[]): number =>
  lines.reduce((sum, line) => sum + (isProse(line) ? line.chars : 0), 0);

const shownLines = (document: Document): { lines: readonly Line[]; notes: readonly ReadingNote[] } => {
  const lines = linesOf(document);
  const shown = proseChars(lines);
  if (shown >= LITTLE_TEXT) return { lines, notes: [] };
  const all = linesOf(document, { hidden: true });
  if (all.length === 0 || proseChars(all) < Math.max(shown * 2, lines.length > 0 ? LITTLE_TEXT : 0))
    return { lines, notes: [] };
  if (all.length === lines.length) return { lines, notes: [] };
  return {
    lines: all,
    notes: [{ code: 'html-hidden-text', message: '网页正文在默认不显示的区域中，已一并读取' }],
  };
};

const emptyDetail = (document: Document): string =>
  elementsOf(document).some(({ name }) => name === 'frame' || name === 'iframe')
    ? '框架网页，正文在另外的网页文件中'
    : '';

/** The document's lines in order, the headline marked and put first, lines of metadata taken out. */
const chooseLines = (
  lines: readonly Line[],
  document: Document,
  meta: readonly MetadataField[],
): { lines: readonly Line[]; fields: readonly MetadataField[] } => {
  const main = findMainContent(document, lines);
  const { fields, consumed } = pageFacts(lines, main);
  const body = main.kept.filter((i) => !consumed.has(i));
  const headline = findHeadline(lines, { ...main, kept: body }, [...fields, ...meta]);
  const repeated = headline?.repeated ?? [];
  const heading = new Set(repeated.length > 0 ? repeated : headline?.lines);
  const extra = new Set(repeated.length > 0 ? headline?.lines : []);
  const chosen = [...new Set([...heading, ...body])].filter((i) => !extra.has(i)).sort((a, b) => a - b);
  // Better a page with its menus than a page that vanishes.
  const kept = chosen.length > 0 ? chosen : lines.map((_, i) => i);
  return {
    lines: kept.map((i) => (heading.has(i) ? { ...lines[i]!, headingLevel: 1 } : lines[i]!)),
    fields,
  };
};
