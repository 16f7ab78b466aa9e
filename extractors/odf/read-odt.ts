import { FileError, type Manuscript, type MetadataField } from '../../model/index.js';
import { child, type Element, textOf } from '../package/element.js';
import { Emitter } from '../word/emit.js';
import { ManuscriptWriter } from '../word/manuscript-writer.js';
import { ReadingNotes } from '../word/reading-notes.js';
import { InlineReader } from './inline.js';
import { OdtLists } from './lists.js';
import { OpenDocument } from './package.js';
import { readStory, type Surroundings } from './story.js';
import { OdtStyles } from './styles.js';

/**
 * Reads an OpenDocument text of LibreOffice, WPS or others (.odt, .ott): automatic numbers written out, tables as
 * cells, tracked changes as accepted, text boxes at their anchor, hidden text, headers and remarks left out,
 * footnotes and endnotes after the body.
 * Throws FileError: encrypted, corrupt, too-large; needs-ocr where there are only pictures, no-text where there is
 * nothing.
 */
export const readOdt = async (bytes: Uint8Array): Promise<Manuscript> => {
  const file = await OpenDocument.open(bytes);
  const content = await file.part('content.xml');
  const body = child(child(content, 'office:body'), 'office:text');
  if (!body) throw new FileError('corrupt', '压缩包内没有正文');
  const common = await file.part('styles.xml');
  const parts = [child(common, 'office:styles'), child(content, 'office:automatic-styles')];
  const styles = new OdtStyles(parts);
  const notes = new ReadingNotes();
  const inline = new InlineReader(styles, notes);
  const around: Surroundings = { styles, notes, inline, lists: new OdtLists(parts) };
  const writer = new ManuscriptWriter();
  const emitter = new Emitter(writer);
  emitter.body(readStory(body, around));
  writeNotes(emitter, around);
  const { text, blocks } = writer.build();
  if (text === '') throw new FileError(notes.hasPictures ? 'needs-ocr' : 'no-text');
  return { format: 'odt', text, blocks, metadata: await properties(file), notes: notes.build() };
};

/** Footnotes, then endnotes, each in the order in which the text refers to them. */
const writeNotes = (emitter: Emitter, around: Surroundings): void => {
  for (const kind of ['footnote', 'endnote'] as const)
    emitter.references
      .filter((reference) => reference.kind === kind)
      .forEach(({ id, paragraph }, index) => {
        const note = around.inline.noteBodies.get(id);
        if (note) emitter.note(readStory(note, around), kind, index + 1, paragraph);
      });
};

const PROPERTIES: readonly (readonly [element: string, name: string])[] = [
  ['dc:title', 'title'],
  ['dc:subject', 'subject'],
  ['meta:keyword', 'keywords'],
  ['meta:initial-creator', 'creator'],
  ['meta:creation-date', 'created'],
  ['dc:date', 'modified'],
];

/** The document properties; a damaged part does not matter to the text. */
const properties = async (file: OpenDocument): Promise<MetadataField[]> => {
  const meta = await file.part('meta.xml').catch((error: unknown): Element | undefined => {
    if (error instanceof FileError) return undefined;
    throw error;
  });
  const fields = child(meta, 'office:meta');
  return PROPERTIES.flatMap(([element, name]) => {
    const found = child(fields, element);
    const value = found ? textOf(found).replace(/\s+/gu, ' ').trim() : '';
    return value ? [{ name, value, from: 'properties' as const }] : [];
  });
};
