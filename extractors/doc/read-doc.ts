import type { Buffer } from 'node:buffer';
import { FileError, type Manuscript } from '../../model/index.js';
import { assemble } from '../word/assemble.js';
import { openCompoundFile } from '../word/compound-file.js';
import { Emitter } from '../word/emit.js';
import type { Item, NoteReference } from '../word/items.js';
import { ListCounter } from '../word/list-counter.js';
import { ManuscriptWriter } from '../word/manuscript-writer.js';
import { ReadingNotes } from '../word/reading-notes.js';
import { findInstructions } from './fields.js';
import { type Extent, type Header, readHeader, readPositions } from './header.js';
import { readLists } from './lists.js';
import { PropertyRuns } from './properties.js';
import { readParagraphs, type Surroundings } from './story.js';
import { DocStyles } from './styles.js';
import { readSummary } from './summary.js';
import { DocText } from './text.js';

/**
 * Reads a binary .doc of Word 97 and later (MS-DOC): automatic numbers written out, tables as cells, tracked
 * changes as accepted, hidden text, headers and comments left out, text boxes at their anchor, notes at the end.
 * Throws FileError: encrypted, corrupt, unsupported (Word 95 and older); needs-ocr where there are only
 * pictures, no-text where there is nothing.
 */
export const readDoc = async (bytes: Uint8Array): Promise<Manuscript> => {
  const file = openCompoundFile(bytes);
  if (file.stream('EncryptedPackage')) throw new FileError('encrypted');
  const stream = file.stream('WordDocument');
  if (!stream) throw new FileError('corrupt', '文件内没有 Word 正文');
  try {
    const header = readHeader(stream);
    const table = file.stream(header.tableStream);
    if (!table) throw new FileError('corrupt', '文件内缺少正文索引');
    return read(
      header,
      stream,
      table,
      file.stream('Data'),
      readSummary(file.stream('\u0005SummaryInformation')),
    );
  } catch (error) {
    // Every offset in the file is checked by Buffer; one that leads outside means that something is missing.
    if (error instanceof RangeError) throw new FileError('corrupt', '文件内部结构不完整', { cause: error });
    throw error;
  }
};

const read = (
  header: Header,
  stream: Buffer,
  table: Buffer,
  data: Buffer | undefined,
  metadata: Manuscript['metadata'],
): Manuscript => {
  const { extents, stories } = header;
  const source = new DocText(stream, table, extents.pieces);
  if (stories.body > source.text.length) throw new FileError('corrupt', '正文不完整');
  const notes = new ReadingNotes();
  const footnotesAt = stories.body;
  const endnotesAt = footnotesAt + stories.footnotes + stories.headers + stories.comments;
  const boxesAt = endnotesAt + stories.endnotes;
  const boxes = readBoxes(table, header, boxesAt);
  const around: Surroundings = {
    source,
    characters: new PropertyRuns(stream, table, extents.characterRuns, 'character'),
    paragraphs: new PropertyRuns(stream, table, extents.paragraphRuns, 'paragraph'),
    styles: new DocStyles(table, extents.styles, data),
    lists: readLists(table, extents.lists, extents.listOverrides),
    counter: new ListCounter(),
    data,
    instructions: findInstructions(source.text),
    references: readReferences(table, extents.footnoteReferences, extents.endnoteReferences),
    boxes: boxes.anchored,
    notes,
  };
  // A box inside a box does not exist in Word: anchors are followed from the body only.
  const story = (start: number, end: number, readBox: (start: number, end: number) => Item[] = () => []) =>
    assemble(readParagraphs(start, Math.min(end, source.text.length), around, readBox));

  const writer = new ManuscriptWriter();
  const emitter = new Emitter(writer);
  emitter.body(story(0, stories.body, (start, end) => story(start, end)));
  for (const [start, end] of boxes.loose) emitter.box(story(start, end));
  writeNotes(emitter, 'footnote', footnotesAt, readPositions(table, extents.footnotes, 0), story);
  writeNotes(emitter, 'endnote', endnotesAt, readPositions(table, extents.endnotes, 0), story);
  const { text, blocks } = writer.build();
  if (text === '') throw new FileError(notes.hasPictures ? 'needs-ocr' : 'no-text');
  return { format: 'doc', text, blocks, metadata, notes: notes.build() };
};

/** References to notes by the character that they stand at; the id is the note's place among its kind. */
const readReferences = (
  table: Buffer,
  footnotes: Extent,
  endnotes: Extent,
): ReadonlyMap<number, NoteReference> => {
  const found = new Map<number, NoteReference>();
  const add = (kind: NoteReference['kind'], extent: Extent) => {
    const positions = readPositions(table, extent, 2).slice(0, -1);
    positions.forEach((at, index) => {
      found.set(at, { kind, id: String(index) });
    });
  };
  add('footnote', footnotes);
  add('endnote', endnotes);
  return found;
};

const writeNotes = (
  emitter: Emitter,
  kind: NoteReference['kind'],
  base: number,
  positions: readonly number[],
  story: (start: number, end: number) => Item[],
): void => {
  let count = 0;
  for (const reference of emitter.references.filter((candidate) => candidate.kind === kind)) {
    const start = positions[Number(reference.id)];
    const end = positions[Number(reference.id) + 1];
    if (start === undefined || end === undefined) continue;
    count += 1;
    emitter.note(story(base + start, base + end), kind, count, reference.paragraph);
  }
};

type Range = readonly [start: number, end: number];

/** Text boxes by the character that anchors their shape, and those whose shape stands in a group or nowhere. */
const readBoxes = (
  table: Buffer,
  { extents, stories }: Header,
  base: number,
): { anchored: ReadonlyMap<number, Range>; loose: readonly Range[] } => {
  const anchored = new Map<number, Range>();
  const loose: Range[] = [];
  if (stories.textBoxes === 0) return { anchored, loose };
  const anchors = new Map<number, number>();
  const places = readPositions(table, extents.shapes, 26);
  for (let index = 0; index + 1 < places.length; index += 1) {
    const shape = table.readInt32LE(extents.shapes.at + places.length * 4 + index * 26);
    anchors.set(shape, places[index]!);
  }
  const positions = readPositions(table, extents.textBoxes, 22);
  // The last entry stands for the end of the story.
  for (let index = 0; index + 2 < positions.length; index += 1) {
    const shape = table.readInt32LE(extents.textBoxes.at + positions.length * 4 + index * 22 + 14);
    const range: Range = [base + positions[index]!, base + positions[index + 1]!];
    const anchor = anchors.get(shape);
    if (anchor === undefined) loose.push(range);
    else anchored.set(anchor, range);
  }
  return { anchored, loose };
};
