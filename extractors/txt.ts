import { FileError, type Manuscript } from '../model/index.js';
import { decodingNotes } from './encoding.js';
import { withoutRadicals } from './radicals.js';
import { decodeSource } from './txt/decode.js';
import { splitFrontMatter } from './txt/front-matter.js';
import { cellsOf, type Group, groupsOf, headingOf, paragraphOf } from './txt/groups.js';
import { sourceLines } from './txt/lines.js';
import { SourceWriter } from './txt/writer.js';

/**
 * Reads a text file: lines to paragraphs, hard-wrapped lines rejoined where that is sure, lines with tabs as the rows
 * of tables. Throws FileError('no-text') for a file of blanks, FileError('corrupt') for one that is no text,
 * FileError('too-large') for one that is longer than any document.
 */
export const readTxt = async (bytes: Uint8Array): Promise<Manuscript> => {
  const decoded = decodeSource(bytes);
  const { metadata, lines } = splitFrontMatter(sourceLines(decoded.text, withoutRadicals));
  const { text, blocks, map } = write(groupsOf(lines));
  if (blocks.length === 0) throw new FileError('no-text');
  return { format: 'txt', text, blocks, metadata, notes: decodingNotes(decoded), sourceMap: map };
};

/** Puts the groups into one text, a block a paragraph or cell, with the way back to the decoded text. */
const write = (groups: readonly Group[]) => {
  const writer = new SourceWriter();
  for (const { kind, lines } of groups) {
    const heading = lines.length === 1 ? headingOf(lines[0]!) : null;
    if (kind === 'paragraph') writer.paragraph(...(heading ?? paragraphOf(lines)));
    else writer.table(lines.map(cellsOf));
  }
  return writer.build();
};
