import type { FileLimits } from '../../model/index.js';
import { FileError, type Manuscript } from '../../model/index.js';
import { readCoreProperties } from '../package/core-properties.js';
import { attribute, child, type Element, elementsOf } from '../package/element.js';
import { type Relation, relationsOf } from '../package/relations.js';
import { parseXml } from '../package/xml.js';
import { ZipPackage } from '../package/zip.js';
import { isEncryptedPackage } from '../word/compound-file.js';
import { Emitter } from '../word/emit.js';
import type { Item } from '../word/items.js';
import { ManuscriptWriter } from '../word/manuscript-writer.js';
import { readDiagram } from './diagram.js';
import { SlideNotes } from './notes.js';
import { readSlide, readSpeakerNotes } from './slide.js';
import { VOCABULARY } from './vocabulary.js';

/**
 * Reads slides of PowerPoint or WPS (.pptx, .pptm, .ppsx, .potx) in the order in which they are shown, each a page: the
 * title, then shapes from top to bottom, tables as cells, SmartArt as its outline, automatic numbers written out,
 * the speaker's notes behind their slide, hidden slides too, with a note. Pages' dates, numbers and footers are left out.
 * Throws FileError: encrypted, corrupt, too-large, too-many slides; needs-ocr where there are only pictures, no-text
 * where there is nothing.
 */
export const readPptx = async (
  bytes: Uint8Array,
  { limits }: { readonly limits: Pick<FileLimits, 'pages'> },
): Promise<Manuscript> => {
  if (isEncryptedPackage(bytes)) throw new FileError('encrypted');
  const file = new Presentation(await ZipPackage.open(bytes));
  const slides = await file.slides();
  if (slides.length > limits.pages)
    throw new FileError('too-many', `幻灯片${slides.length}张，上限${limits.pages}张`);
  const notes = new SlideNotes();
  const writer = new ManuscriptWriter();
  const emitter = new Emitter(writer);
  for (const [index, part] of slides.entries()) {
    writer.page = index + 1;
    await emitSlide(file, part, emitter, notes, index + 1);
  }
  const { text, blocks } = writer.build();
  if (text === '') throw new FileError(notes.hasPictures ? 'needs-ocr' : 'no-text');
  const metadata = await readCoreProperties(file.zip);
  return { format: 'pptx', text, blocks, metadata, notes: notes.build(), pages: slides.length };
};

const emitSlide = async (
  file: Presentation,
  part: string,
  emitter: Emitter,
  notes: SlideNotes,
  page: number,
): Promise<void> => {
  const slide = await file.element(part);
  const relations = await relationsOf(file.zip, part);
  const layouts = await file.layouts(relations);
  const diagrams = new Map<string, readonly Item[]>();
  for (const { id, type, target } of relations)
    if (type === 'diagramData') diagrams.set(id, readDiagram(await file.element(target)));
  if (['0', 'false'].includes(attribute(slide, 'show') ?? '')) notes.hiddenSlide(page);
  emitter.body(readSlide(slide, { layouts, diagrams, notes }));
  const notesPage = relations.find(({ type }) => type === 'notesSlide');
  if (!notesPage) return;
  const spoken = readSpeakerNotes(await file.element(notesPage.target));
  const first = spoken.findIndex((item) => 'text' in item && item.text.trim() !== '');
  if (first < 0) return;
  notes.spoken(page);
  emitter.remark(spoken, '[备注]');
};

/** The parts of a presentation, unpacked and parsed when asked for; layouts once. */
class Presentation {
  readonly zip: ZipPackage;
  readonly #layouts = new Map<string, Promise<readonly Element[]>>();

  constructor(zip: ZipPackage) {
    this.zip = zip;
  }

  /** The root of a part. Throws FileError('corrupt') where it is missing. */
  async element(part: string): Promise<Element> {
    const bytes = await this.zip.bytes(part);
    if (!bytes) throw new FileError('corrupt', `压缩包内缺少 ${part}`);
    return parseXml(bytes, part, VOCABULARY);
  }

  /** The slides' parts as they are shown. */
  async slides(): Promise<string[]> {
    const root = (await relationsOf(this.zip, '')).find(({ type }) => type === 'officeDocument');
    const main = root?.target ?? 'ppt/presentation.xml';
    const listed = child(await this.element(main), 'p:sldIdLst');
    const targets = new Map((await relationsOf(this.zip, main)).map(({ id, target }) => [id, target]));
    return elementsOf(listed ?? EMPTY).flatMap((slide) => targets.get(attribute(slide, 'r:id') ?? '') ?? []);
  }

  /** A slide's layout and the layout's master. */
  layouts(relations: readonly Relation[]): Promise<readonly Element[]> {
    const part = relations.find(({ type }) => type === 'slideLayout')?.target;
    if (part === undefined || !this.zip.has(part)) return Promise.resolve([]);
    const known = this.#layouts.get(part) ?? this.#readLayout(part);
    this.#layouts.set(part, known);
    return known;
  }

  async #readLayout(part: string): Promise<readonly Element[]> {
    const layout = await this.element(part);
    const master = (await relationsOf(this.zip, part)).find(({ type }) => type === 'slideMaster')?.target;
    return master !== undefined && this.zip.has(master) ? [layout, await this.element(master)] : [layout];
  }
}

const EMPTY: Element = { name: '', attributes: {}, children: [] };
