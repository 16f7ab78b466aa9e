import { Buffer } from 'node:buffer';
import { FileError, type Manuscript } from '../../model/index.js';
import { Emitter } from '../word/emit.js';
import { ManuscriptWriter } from '../word/manuscript-writer.js';
import { ReadingNotes } from '../word/reading-notes.js';
import { RtfReader } from './reader.js';
import { Tokens } from './tokens.js';

/** A byte order mark, blanks or a line of a mail may stand before the text. */
const HEAD_WITHIN = 1024;

/**
 * Reads RTF (1.9.1): automatic numbers as the file carries them, counted where it does not; tables as cells;
 * tracked changes as accepted; hidden text, headers, footers and comments left out; text boxes at their anchor,
 * notes at the end. Throws FileError: corrupt (also where the file ends early), too-large; needs-ocr where there
 * are only pictures, no-text where there is nothing.
 */
export const readRtf = async (bytes: Uint8Array): Promise<Manuscript> => {
  const head = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.byteLength, HEAD_WITHIN));
  const start = head.indexOf('{\\rtf');
  if (start < 0) throw new FileError('corrupt', '不是 RTF 文件的结构');
  const notes = new ReadingNotes();
  const content = new RtfReader(new Tokens(bytes, start), notes).read();
  const writer = new ManuscriptWriter();
  const emitter = new Emitter(writer);
  emitter.body(content.body);
  emitter.references.forEach(({ id, kind, paragraph }, index) => {
    const items = content.footnotes.get(id);
    if (items) emitter.note(items, kind, index + 1, paragraph);
  });
  const { text, blocks } = writer.build();
  const readingNotes = notes.build();
  if (text === '') {
    if (notes.hasPictures) throw new FileError('needs-ocr');
    throw new FileError('no-text', readingNotes.map((note) => note.message).join('；'));
  }
  return { format: 'rtf', text, blocks, metadata: content.metadata, notes: readingNotes };
};
