import { FileError, type Manuscript } from '../../model/index.js';
import { readCoreProperties } from '../package/core-properties.js';
import { attribute, child, type Element, elementsOf } from '../package/element.js';
import { Emitter } from '../word/emit.js';
import { ListCounter } from '../word/list-counter.js';
import { ManuscriptWriter } from '../word/manuscript-writer.js';
import { ReadingNotes } from '../word/reading-notes.js';
import { InlineReader } from './inline.js';
import { Numbering } from './numbering.js';
import { DocxPackage } from './package.js';
import { readStory, type Surroundings } from './story.js';
import { Styles } from './styles.js';

/**
 * Reads a .docx: automatic numbers written out, tables as cells, tracked changes as accepted, hidden text,
 * headers and footers left out, footnotes and endnotes after the body so that they cut no provision in two.
 * Throws FileError: encrypted, corrupt, too-large; needs-ocr where there are only pictures, no-text where
 * there is nothing.
 */
export const readDocx = async (bytes: Uint8Array): Promise<Manuscript> => {
  const file = await DocxPackage.open(bytes);
  const main = (await file.relations('')).get('officeDocument') ?? 'word/document.xml';
  const document = await file.part(main);
  const body = child(document, 'w:body');
  if (!body) throw new FileError('corrupt', '压缩包内没有 Word 正文');
  const relations = await file.relations(main);
  const part = (type: string): Promise<Element | undefined> => {
    const name = relations.get(type);
    return name === undefined ? Promise.resolve(undefined) : file.part(name);
  };
  const footnotes = await part('footnotes');
  const endnotes = await part('endnotes');
  const styles = new Styles(await part('styles'));
  const notes = new ReadingNotes();
  const stories = [body, footnotes, endnotes].filter((story) => story !== undefined);
  const around: Surroundings = {
    styles,
    notes,
    numbering: new Numbering(await part('numbering'), styles),
    counter: new ListCounter(),
    inline: new InlineReader(stories, styles, notes),
  };

  const writer = new ManuscriptWriter();
  const emitter = new Emitter(writer);
  emitter.body(readStory(body, around));
  writeNotes(emitter, { footnote: footnotes, endnote: endnotes }, around);
  const { text, blocks } = writer.build();
  const readingNotes = notes.build();
  if (text === '') {
    if (notes.hasPictures) throw new FileError('needs-ocr');
    throw new FileError('no-text', readingNotes.map((note) => note.message).join('；'));
  }
  return { format: 'docx', text, blocks, metadata: await readCoreProperties(file.zip), notes: readingNotes };
};

/** Footnotes, then endnotes, each in the order in which the text refers to them. */
const writeNotes = (
  emitter: Emitter,
  parts: Readonly<Record<'footnote' | 'endnote', Element | undefined>>,
  around: Surroundings,
): void => {
  for (const kind of ['footnote', 'endnote'] as const) {
    const part = parts[kind];
    const byId = new Map((part ? elementsOf(part) : []).map((note) => [attribute(note, 'w:id'), note]));
    let count = 0;
    for (const reference of emitter.references.filter((candidate) => candidate.kind === kind)) {
      const note = byId.get(reference.id);
      byId.delete(reference.id);
      if (!note) continue;
      count += 1;
      emitter.note(readStory(note, around), kind, count, reference.paragraph);
    }
  }
};
