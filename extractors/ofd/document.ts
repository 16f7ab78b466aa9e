import { type Box, FileError } from '../../model/index.js';
import type { PageContent } from '../layout/page.js';
import { attribute, child, type Element, elementsOf, textOf } from '../package/element.js';
import { type AnnotationFiles, annotationFiles, readAnnotations } from './annotations.js';
import type { Drawing } from './drawing.js';
import { Fonts } from './fonts/fonts.js';
import { boxIn, POINTS, TO_POINTS } from './geometry.js';
import type { Outline } from './outlines.js';
import type { OfdPackage, Part } from './package.js';
import { type Budget, PageReader } from './page-reader.js';
import { addResources, noResources, type Resources } from './resources.js';
import { runningGlyphs, type TemplateText, templatesOnEveryPage } from './running-lines.js';

/** What was noticed while the pages were read; page numbers count through the file, from 1. */
export interface Findings {
  /** Characters of each page that were read by the fonts of the file, not by their codes. */
  readonly fromFonts: Map<number, number>;
  /** Pages with pictures that could not be shown, and why. */
  readonly unshown: Map<number, Set<string>>;
  /** Pages that refer to templates, drawings, annotations or resources that are not there. */
  readonly incomplete: Set<number>;
  hidden: number;
  remarks: number;
}

/** A page as its objects say, with what of it is pixels and shapes. */
export interface OfdPage {
  readonly content: PageContent;
  readonly drawing: Drawing;
  /** The shapes of all characters, where the fonts of the file have them; else null. */
  readonly letterShapes: () => Outline[] | null;
  /** In points, before text that runs otherwise turned the page. */
  readonly size: { readonly width: number; readonly height: number };
}

/** One document: its pages, null for those whose content is missing or damaged, and what they refer to. */
export interface OfdDocument {
  readonly pages: readonly (OfdPage | null)[];
  readonly resources: Resources;
}

interface RawPage {
  readonly reader: PageReader;
  readonly templates: readonly TemplateText[];
  readonly size: { readonly width: number; readonly height: number };
  readonly asides: readonly string[];
}

/** A4 in millimetres, for a document that does not say. */
const A4: Box = { x: 0, y: 0, width: 210, height: 297 };

/**
 * Reads the pages of the document whose Document.xml is given. `before` is the number of pages before it in the file, `mostPages` what the file may have.
 * Throws FileError: too-large, encrypted.
 */
export const readDocument = async (
  file: OfdPackage,
  document: Part,
  before: number,
  mostPages: number,
  budget: Budget,
  findings: Findings,
): Promise<OfdDocument> => {
  const { pages, around, lost } = await openDocument(file, document, before, mostPages, budget, findings);
  const { resources, fonts } = around;
  const raw: (RawPage | null)[] = [];
  for (const page of pages) {
    const number = before + raw.length + 1;
    raw.push(await readPage(page, number, around));
    if (lost > 0) findings.incomplete.add(number);
  }
  const running = templatesOnEveryPage(raw.flatMap((page) => (page ? [page.templates] : [])));
  const finished: (OfdPage | null)[] = [];
  for (const page of raw) {
    if (page) await fonts.load(page.reader.fontsInDoubt());
    finished.push(page && finish(page, before + finished.length + 1, running, fonts, findings));
  }
  return { resources, pages: finished };
};

/**
 * Opens a document, none of its pages yet. Returns the elements that refer to its pages, and how many of its resources
 * are missing. Throws FileError: too-large, encrypted.
 */
export const openDocument = async (
  file: OfdPackage,
  { root, folder }: Part,
  before: number,
  mostPages: number,
  budget: Budget,
  findings: Findings,
): Promise<{ readonly pages: readonly Element[]; readonly around: Around; readonly lost: number }> => {
  const pages = pagesOf(root);
  if (before + pages.length > mostPages)
    throw new FileError('too-large', `共${before + pages.length}页，上限${mostPages}页`);
  const common = child(root, 'CommonData');
  const resources = noResources();
  const lost = await addResources(file, common, [folder], resources);
  const around = {
    file,
    folder,
    resources,
    budget,
    findings,
    templates: new Templates(file, common, folder, resources),
    fonts: new Fonts(file, resources.fonts),
    area: areaOf(common, 'PageArea') ?? A4,
    annotations: await annotationFiles(file, root, folder),
  };
  return { pages, around, lost };
};

/** The elements of Document.xml that refer to pages. */
export const pagesOf = (root: Element): Element[] => {
  const list = child(root, 'Pages');
  return list ? elementsOf(list).filter((page) => page.name === 'Page') : [];
};

const finish = (
  page: RawPage,
  number: number,
  running: ReadonlySet<string>,
  fonts: Fonts,
  findings: Findings,
): OfdPage => {
  const { reader, templates, size } = page;
  reader.drop(runningGlyphs(templates, running, size.height));
  const { content, fromFonts } = reader.build(number, fonts);
  if (fromFonts > 0) findings.fromFonts.set(number, fromFonts);
  return {
    content: { ...content, asides: [...content.asides, ...page.asides] },
    drawing: reader.drawing,
    letterShapes: () => reader.letterShapes(fonts),
    size,
  };
};

/** What the reading of each page of a document needs. */
export interface Around {
  readonly file: OfdPackage;
  readonly folder: string;
  readonly resources: Resources;
  readonly budget: Budget;
  readonly findings: Findings;
  readonly templates: Templates;
  readonly fonts: Fonts;
  readonly area: Box;
  readonly annotations: AnnotationFiles;
}

const readPage = async (page: Element, number: number, around: Around): Promise<RawPage | null> => {
  const { file, folder, resources, fonts, budget, findings } = around;
  const part = await file.optionalPart(attribute(page, 'BaseLoc'), [folder]);
  if (!part) return null;
  const { root } = part;
  const folders = [part.folder, folder];
  if ((await addResources(file, root, folders, resources)) > 0) findings.incomplete.add(number);
  const area = areaOf(root, 'Area') ?? around.area;
  const size = { width: area.width * POINTS, height: area.height * POINTS };
  const reader = new PageReader(size, resources, budget);
  const templates: TemplateText[] = [];
  for (const reference of elementsOf(root).filter((element) => element.name === 'Template')) {
    const id = attribute(reference, 'TemplateID') ?? '';
    const template = await around.templates.content(id);
    if (template) templates.push({ template: id, glyphs: reader.read(template, TO_POINTS) });
    else findings.incomplete.add(number);
  }
  for (const content of elementsOf(root).filter((element) => element.name === 'Content'))
    reader.read(content, TO_POINTS);
  if (reader.lost > 0) findings.incomplete.add(number);
  findings.hidden += reader.hidden;
  const asides = new Set<string>();
  for (const { reference, folder: from } of around.annotations.get(attribute(page, 'ID') ?? '') ?? []) {
    const annotations = await file.optionalPart(reference, [from, folder]);
    if (!annotations) {
      findings.incomplete.add(number);
      continue;
    }
    const found = readAnnotations(annotations, { matrix: TO_POINTS, size, resources, fonts, budget });
    for (const text of found.texts) asides.add(text);
    findings.remarks += found.remarks;
  }
  return { reader, templates, size, asides: [...asides] };
};

/** The physical box of a page, where it is given and has an area. */
export const areaOf = (owner: Element | undefined, name: string): Box | undefined => {
  const text = child(child(owner, name), 'PhysicalBox');
  const box = text && boxIn(textOf(text));
  return box && box.width > 0 && box.height > 0 ? box : undefined;
};

/** The templates of a document, each read once. */
export class Templates {
  readonly #file: OfdPackage;
  readonly #folder: string;
  readonly #resources: Resources;
  readonly #references = new Map<string, string>();
  readonly #contents = new Map<string, Element | undefined>();

  constructor(file: OfdPackage, common: Element | undefined, folder: string, resources: Resources) {
    this.#file = file;
    this.#folder = folder;
    this.#resources = resources;
    for (const template of common ? elementsOf(common) : []) {
      if (template.name !== 'TemplatePage') continue;
      this.#references.set(attribute(template, 'ID') ?? '', attribute(template, 'BaseLoc') ?? '');
    }
  }

  /** The content of a template; a template's own templates are not followed (GB/T 33190-2016, 7.6 has none). */
  async content(id: string): Promise<Element | undefined> {
    if (!this.#contents.has(id)) this.#contents.set(id, await this.#load(id));
    return this.#contents.get(id);
  }

  async #load(id: string): Promise<Element | undefined> {
    const part = await this.#file.optionalPart(this.#references.get(id), [this.#folder]);
    if (!part) return undefined;
    await addResources(this.#file, part.root, [part.folder, this.#folder], this.#resources);
    return child(part.root, 'Content');
  }
}
